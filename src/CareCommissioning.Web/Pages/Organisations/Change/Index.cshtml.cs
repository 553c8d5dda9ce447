using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Change;

/// <summary>Corrects an organisation's name, code or membership.</summary>
[Requires(Permission.ManageProviders, Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    [BindProperty] public ChangeForm Form { get; set; } = new();

    public Organisation It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        Form = await SavedAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var consortium = Form.MemberOf.IsEmpty ? null : await Form.MemberOf.FindAsync(db.OrganisationsOf(current.Actor), ModelState, "Form.MemberOf", cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        It.CorrectName(Form.Name!.Trim());
        It.SetCode(Form.Code?.Trim());
        if (It.JoinConsortium(consortium).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.MemberOf.Typed", refusal.Message);
            return Page();
        }

        try
        {
            if (!await db.SaveEditAsync(It, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ?? this.Conflict(Form, await SavedAsync(cancel));
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.OrganisationCode))
        {
            ModelState.AddModelError("Form.Code", OrganisationWords.CodeIsTaken);
            return Page();
        }

        return this.Done(consortium is null ? "The organisation is changed" : $"The organisation is changed. It is a member of {consortium.Name}", OrganisationLinks.Details(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindKeptAsync(id, cancel) is not { } kept)
        {
            return NotFound();
        }

        It = kept.It;
        return current.Actor.Keeps(It.PartnershipId, kept.Kind.Function) ? null : Forbid();
    }

    private async Task<ChangeForm> SavedAsync(CancellationToken cancel) => new()
    {
        Version = It.Version,
        Name = It.Name,
        Code = It.Code,
        MemberOf = new OrganisationChoice { Typed = await db.Organisations.Where(o => o.Id == It.MemberOfId).Select(o => o.Code ?? o.Name).FirstOrDefaultAsync(cancel) },
    };
}
