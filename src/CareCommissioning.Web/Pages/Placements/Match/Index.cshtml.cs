using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Match;

/// <summary>Names the service and the first day of a placement that has not started.</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public ServiceForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = await SavedAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var today = clock.Today();
        var service = Form.Service.IsEmpty ? null : await Form.Service.FindAsync(db, It.PartnershipId, today, ModelState, "Form.Service", cancel);
        if (!ModelState.IsValid || service is null)
        {
            return Page();
        }

        if (It.Match(service, Form.StartsOn!.Value, today).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.StartsOn", refusal.Message);
            return Page();
        }

        // The first day of the fee moves along, so the placement is saved with it even where only that day changed.
        db.Entry(It).Property(p => p.StartsOn).IsModified = true;
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, await SavedAsync(cancel)) : NotFound();
        }

        return this.Done($"The service is {service.Name}, from {It.StartsOn.InWords()}", It.NextPage());
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.FindPlacementAsync(id, cancel);
        It = found!;
        return found is not null;
    }

    private async Task<ServiceForm> SavedAsync(CancellationToken cancel) => new()
    {
        Version = It.Version,
        Service = new ServiceChoice { Typed = await db.Services.Where(s => s.Id == It.ServiceId).Select(s => s.Name).FirstOrDefaultAsync(cancel) },
        StartsOn = It.StartsOn,
    };
}
