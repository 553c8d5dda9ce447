using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.Details;

/// <summary>One service: whose it is, what it gives, where, and how full it is.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    public Service It { get; private set; } = null!;

    public string Provider { get; private set; } = "";

    public string? Locality { get; private set; }

    /// <summary>Placed there now by the reader's partnership; null for those who may not know.</summary>
    public int? People { get; private set; }

    /// <summary>What placements there achieve, in sums; null where the reader may not know, or nothing is known.</summary>
    public PlacementOutcomes? Outcomes { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public bool MayChange { get; private set; }

    /// <summary>Kept by another partnership that the provider serves too.</summary>
    public bool IsKeptElsewhere => It.PartnershipId != current.Actor.PartnershipId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        It = found;
        MayChange = It.IsKeptBy(current.Actor);
        Provider = await db.Organisations.Where(o => o.Id == It.ProviderId).Select(o => o.Name).SingleAsync(cancel);
        Locality = await db.Localities.Where(l => l.Id == It.LocalityId).Select(l => l.Name).SingleOrDefaultAsync(cancel);
        People = Market.IsSeenBy(current.Actor) ? await db.Placements.CountAsync(p => p.ServiceId == id && p.Stage == PlacementStage.Started, cancel) : null;
        if (current.Actor.May(Permission.ViewOutcomes))
        {
            Outcomes = (await db.PlacementOutcomesAsync(OutcomesBy.Service, Today, cancel)).FirstOrDefault(sums => sums.Key == id.ToString());
        }

        return Page();
    }
}
