using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Pages.Services;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Where somebody is placed; nothing while no service was named.</summary>
public sealed record PlacementPlace(string? Service, ServiceType? Type, string? Provider)
{
    public string Kind => Type?.Name() ?? "–";

    public static async Task<PlacementPlace> OfAsync(CareDbContext db, Placement placement, CancellationToken cancel) =>
        await (
            from s in db.Services
            where s.Id == placement.ServiceId
            select new PlacementPlace(s.Name, s.Type, db.Organisations.Where(o => o.Id == s.ProviderId).Select(o => o.Name).FirstOrDefault())).SingleOrDefaultAsync(cancel)
        ?? new PlacementPlace(null, null, null);
}
