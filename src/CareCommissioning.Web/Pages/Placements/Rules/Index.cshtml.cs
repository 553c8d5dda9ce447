using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Placements.Rules;

/// <summary>How often placements are reviewed in the partnership, and where each rule comes from (rules E5, E11).</summary>
[Requires(Permission.ViewPlacements)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>In the order of <see cref="ReviewRules.Defaults"/>.</summary>
    public IReadOnlyList<ReviewRule> Rules { get; private set; } = [];

    /// <summary>Clusters by the longest time between their reviews, the shortest first.</summary>
    public static IReadOnlyList<ClusterPeriod> Clusters { get; } =
        [.. Enumerable.Range(0, CareClusters.Highest + 1).Where(CareClusters.IsCluster).GroupBy(number => CareClusters.Interval(number)!.Value)
            .OrderBy(group => group.Key.From(DateOnly.MinValue)).Select(group => new ClusterPeriod(group.Key, string.Join(", ", group)))];

    public bool MaySet => current.Actor.May(Permission.SetReviewRules);

    public async Task OnGetAsync(CancellationToken cancel) => Rules = await db.ReviewRulesAsync(cancel);
}

/// <summary>Clusters that share a longest time between reviews.</summary>
public sealed record ClusterPeriod(ReviewInterval Interval, string Numbers);
