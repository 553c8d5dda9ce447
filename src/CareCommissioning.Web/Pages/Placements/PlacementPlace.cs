using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Pages.Services;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Where somebody is placed; nothing while no service was named.</summary>
/// <param name="Taken">How many people are there now, whoever placed them; null where it was not asked.</param>
public sealed record PlacementPlace(string? Service, ServiceType? Type, string? Provider, int Places = 0, int? Taken = null)
{
    /// <summary>As many people are there as it has places, or more.</summary>
    public bool IsFull => Places > 0 && Taken >= Places;

    public string Kind => Type?.Name() ?? "–";

    /// <summary>"12 beds or units, and 12 people are there now".</summary>
    public string Fullness => $"{ServiceWords.Places(Type!.Value, Places)}, and {Taken:N0} {(Taken == 1 ? "person is" : "people are")} there now";

    /// <summary>With how full it is, for those who decide whether somebody else goes there.</summary>
    public static async Task<PlacementPlace> WithFullnessAsync(CareDbContext db, Placement placement, CancellationToken cancel)
    {
        var place = await OfAsync(db, placement, cancel);
        return placement.ServiceId is { } service ? place with { Taken = (await db.PlacesTakenAsync([service], cancel)).GetValueOrDefault(service) } : place;
    }

    public static async Task<PlacementPlace> OfAsync(CareDbContext db, Placement placement, CancellationToken cancel) =>
        await (
            from s in db.Services
            where s.Id == placement.ServiceId
            select new PlacementPlace(s.Name, s.Type, db.Organisations.Where(o => o.Id == s.ProviderId).Select(o => o.Name).FirstOrDefault(), s.Places, null)).SingleOrDefaultAsync(cancel)
        ?? new PlacementPlace(null, null, null);
}
