using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services;

/// <summary>What commissioners buy, by who owns it and by what it is (S1-013, S1-014).</summary>
public sealed record Market(IReadOnlyList<MarketLine<Sector?>> BySector, IReadOnlyList<MarketLine<ServiceType>> ByType)
{
    /// <summary>Counts all placements of the partnership, which only its commissioners see.</summary>
    public static bool IsSeenBy(Actor actor) => actor.Kind == ActorKind.Commissioner && actor.May(Permission.ViewPlacements);

    public static async Task<Market> LoadAsync(CareDbContext db, DateOnly today, CancellationToken cancel)
    {
        // Open services count, with their places; whoever is placed counts, wherever that is.
        var services =
            from s in db.Services
            join o in db.Organisations on s.ProviderId equals o.Id
            join k in db.OrganisationKinds on o.KindCode equals k.Code
            let isOpen = s.OpenedOn <= today && (s.ClosedOn == null || s.ClosedOn > today)
            select new
            {
                s.Type,
                k.Sector,
                Open = isOpen ? 1 : 0,
                Places = isOpen ? s.Places : 0,
                People = db.Placements.Count(p => p.ServiceId == s.Id && p.Stage == PlacementStage.Started),
                Spend = db.Placements.Where(p => p.ServiceId == s.Id && p.Stage == PlacementStage.Started)
                    .Join(db.PlacementTerms, p => p.Id, t => t.PlacementId, (_, t) => t)
                    .Where(t => t.ValidFrom <= today && (t.ValidTo == null || t.ValidTo > today)).Sum(t => t.WeeklyFee),
            };
        var bySector = await services.GroupBy(s => s.Sector)
            .Select(g => new MarketLine<Sector?>(g.Key, g.Sum(s => s.Open), g.Sum(s => s.Places), g.Sum(s => s.People), g.Sum(s => s.Spend))).ToListAsync(cancel);
        var byType = await services.GroupBy(s => s.Type)
            .Select(g => new MarketLine<ServiceType>(g.Key, g.Sum(s => s.Open), g.Sum(s => s.Places), g.Sum(s => s.People), g.Sum(s => s.Spend))).ToListAsync(cancel);
        return new Market([.. bySector.OrderBy(line => line.Key)], [.. byType.OrderBy(line => line.Key)]);
    }
}

/// <summary>One sector or type.</summary>
/// <param name="Services">Open today.</param>
/// <param name="Places">Of the open services; those without a limit count as none.</param>
/// <param name="People">Placed now by the reader's partnership.</param>
/// <param name="WeeklySpend">Pounds a week, by the terms in force today.</param>
public sealed record MarketLine<T>(T Key, int Services, int Places, int People, decimal WeeklySpend);
