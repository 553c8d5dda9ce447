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
        var kinds =
            from service in db.Services
            join provider in db.Organisations on service.ProviderId equals provider.Id
            join kind in db.OrganisationKinds on provider.KindCode equals kind.Code
            select new { Service = service, kind.Sector };

        // Open services count, with their places; whoever is placed counts, wherever that is.
        var services = await kinds.GroupBy(x => new { x.Sector, x.Service.Type })
            .Select(g => new MarketLine<Kind>(
                new Kind(g.Key.Sector, g.Key.Type),
                g.Count(x => x.Service.OpenedOn <= today && (x.Service.ClosedOn == null || x.Service.ClosedOn > today)),
                g.Sum(x => x.Service.OpenedOn <= today && (x.Service.ClosedOn == null || x.Service.ClosedOn > today) ? x.Service.Places : 0),
                0,
                0m))
            .ToListAsync(cancel);
        var people = await (
            from p in db.Placements.Where(p => p.Stage == PlacementStage.Started)
            join t in db.PlacementTerms.Where(PlacementTerms.InForceOn(today)) on p.Id equals t.PlacementId
            join x in kinds on p.ServiceId equals x.Service.Id
            group t.WeeklyFee by new { x.Sector, x.Service.Type } into g
            select new MarketLine<Kind>(new Kind(g.Key.Sector, g.Key.Type), 0, 0, g.Count(), g.Sum())).ToListAsync(cancel);

        List<MarketLine<Kind>> lines = [.. services, .. people];
        return new Market(AddUp(lines, kind => kind.Sector), AddUp(lines, kind => kind.Type));
    }

    private static IReadOnlyList<MarketLine<T>> AddUp<T>(IEnumerable<MarketLine<Kind>> lines, Func<Kind, T> by) =>
    [
        .. lines.GroupBy(line => by(line.Key))
            .Select(g => new MarketLine<T>(g.Key, g.Sum(l => l.Services), g.Sum(l => l.Places), g.Sum(l => l.People), g.Sum(l => l.WeeklySpend)))
            .OrderBy(line => line.Key),
    ];

    private sealed record Kind(Sector? Sector, ServiceType Type);
}

/// <summary>One sector or type.</summary>
/// <param name="Services">Open today.</param>
/// <param name="Places">Of the open services; those without a limit count as none.</param>
/// <param name="People">Placed now by the reader's partnership.</param>
/// <param name="WeeklySpend">Pounds a week, by the terms in force today.</param>
public sealed record MarketLine<T>(T Key, int Services, int Places, int People, decimal WeeklySpend);
