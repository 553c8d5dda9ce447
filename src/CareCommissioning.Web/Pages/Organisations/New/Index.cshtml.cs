using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.New;

/// <summary>Registers an organisation, which serves this partnership from the day it opened.</summary>
[Requires(Permission.ManageProviders, Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>Organisations that may be this very one.</summary>
    public IReadOnlyList<SimilarOrganisation> Similar { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var kind = Form.Kind is null ? null : await db.OrganisationKinds.SingleOrDefaultAsync(k => k.Code == Form.Kind, cancel);
        if (kind is not null && !current.Actor.MayRegister(kind.Function))
        {
            return Forbid();
        }

        if (kind is null && Form.Kind is not null)
        {
            ModelState.AddModelError("Form.Kind", "Choose the kind of organisation");
        }

        await LookForSimilarAsync(cancel);
        var consortium = Form.MemberOf.IsEmpty ? null : await Form.MemberOf.FindAsync(db.OrganisationsOf(current.Actor), ModelState, "Form.MemberOf", cancel);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var made = Organisation.Register(Guid.CreateVersion7(clock.GetUtcNow()), current.Actor.PartnershipId!.Value, kind!, Form.Name!.Trim(), Form.Code?.Trim(), Form.OpenedOn!.Value);
        if (made.Value is not { } organisation)
        {
            ModelState.AddModelError("Form.OpenedOn", made.Refusal!.Message);
            return await ShowAsync(cancel);
        }

        if (organisation.JoinConsortium(consortium).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.MemberOf.Typed", refusal.Message);
            return await ShowAsync(cancel);
        }

        db.Organisations.Add(organisation);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.OrganisationCode))
        {
            ModelState.AddModelError("Form.Code", OrganisationWords.CodeIsTaken);
            return await ShowAsync(cancel);
        }

        return this.Done(consortium is null ? $"{organisation.Name} is registered" : $"{organisation.Name} is registered, a member of {consortium.Name}", OrganisationLinks.Details(organisation.Id));
    }

    private async Task LookForSimilarAsync(CancellationToken cancel)
    {
        if (Form.Name is not { } name)
        {
            return;
        }

        Similar = await SimilarOrganisation.FindAsync(db, name, Form.Code?.Trim(), cancel);
        if (Similar.Any(o => o.PartnershipId == current.Actor.PartnershipId && string.Equals(o.Code, Form.Code?.Trim(), StringComparison.OrdinalIgnoreCase) && o.Code is not null))
        {
            ModelState.AddModelError("Form.Code", OrganisationWords.CodeIsTaken);
        }
        else if (Similar.Count > 0 && !Form.Anyway)
        {
            ModelState.AddModelError("Form.Anyway", $"There is already {Similar[0].Name}. Confirm that this is another organisation");
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var kinds = await db.OrganisationKinds.AsNoTracking().OrderBy(k => k.Name).Take(OrganisationFilters.MostKinds).ToListAsync(cancel);
        Kinds = [.. kinds.Where(k => current.Actor.MayRegister(k.Function)).Select(k => new SelectListItem(k.NameWithYears(), k.Code))];
        return Page();
    }
}
