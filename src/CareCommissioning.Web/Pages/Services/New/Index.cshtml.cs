using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Pages.Organisations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.New;

/// <summary>Registers a service of a provider that serves this partnership, which keeps the service's record from then on.</summary>
[Requires(Permission.ManageProviders)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

    public async Task OnGetAsync(Guid? provider, CancellationToken cancel)
    {
        Form.Provider.Typed = await Providers().Where(o => o.Id == provider).Select(o => o.Code ?? o.Name).SingleOrDefaultAsync(cancel);
        await Form.Service.OfferLocalitiesAsync(db, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Form.Service.OfferLocalitiesAsync(db, cancel);
        var provider = Form.Provider.IsEmpty ? null : await Form.Provider.FindAsync(Providers(), ModelState, "Form.Provider", cancel);
        if (Form.Service.RefuseLocality() is { } misplaced)
        {
            ModelState.AddModelError("Form.Service.Locality", misplaced.Message);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = Service.Register(
            Guid.CreateVersion7(clock.GetUtcNow()), current.Actor.PartnershipId!.Value, provider!.Id, provider.OpenedOn, Form.Service.ToDescription(), Form.OpenedOn!.Value);
        if (made.Value is not { } service)
        {
            ModelState.AddModelError("Form.OpenedOn", made.Refusal!.Message);
            return Page();
        }

        db.Services.Add(service);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.ServiceLocation))
        {
            ModelState.AddModelError("Form.Service.LocationCode", ServiceForm.LocationIsTaken);
            return Page();
        }

        return this.Done($"{service.Name} is registered", ServiceLinks.Details(service.Id));
    }

    private IQueryable<Organisation> Providers() =>
        db.OrganisationsOf(current.Actor).Where(o => db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Function == OrganisationFunction.Provider));
}
