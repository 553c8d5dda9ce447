using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.Change;

/// <summary>Changes what is told of a service.</summary>
[Requires(Permission.ManageProviders)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    [BindProperty] public ServiceForm Form { get; set; } = new();

    public Service It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        Form = ServiceForm.Of(It);
        await Form.OfferLocalitiesAsync(db, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        await Form.OfferLocalitiesAsync(db, cancel);
        if (Form.RefuseLocality() is { } misplaced)
        {
            ModelState.AddModelError("Form.Locality", misplaced.Message);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        It.Describe(Form.ToDescription());
        try
        {
            if (!await db.SaveEditAsync(It, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ?? this.Conflict(Form, ServiceForm.Of(It));
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.ServiceLocation))
        {
            ModelState.AddModelError("Form.LocationCode", ServiceForm.LocationIsTaken);
            return Page();
        }

        return this.Done("The service is changed", ServiceLinks.Details(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Services.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        It = found;
        return It.IsKeptBy(current.Actor) ? null : Forbid();
    }
}
