using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>A placement whose fee and split wait for a commissioner.</summary>
/// <param name="HasStarted">It could not wait.</param>
public sealed record ToApprove(Guid Placement, string Reference, string? Service, PlacementTerms Terms, DateOnly StartsOn, bool HasStarted);

/// <summary>So many of so many.</summary>
public sealed record Proportion(int Part, int Whole)
{
    /// <summary>"82%", rounded down: nothing is told to be complete that is not.</summary>
    public string Percent => Whole == 0 ? "–" : $"{Part * 100L / Whole}%";

    /// <summary>"982 of 1,204".</summary>
    public string OfHowMany => $"{Part:N0} of {Whole:N0}";
}

/// <summary>What waits for commissioners, and how well placements are watched over (S1-019, S1-020; rules E2, E11).</summary>
/// <param name="Decisions">Started before approval first, then by first day; at most <see cref="Shown"/>.</param>
/// <param name="InDate">Placements under way whose next review is not overdue.</param>
/// <param name="ReviewedInAYear">Placements under way that were reviewed in the last 12 months.</param>
/// <param name="Cpa">The national measure AMH06, in people.</param>
public sealed record CommissionersWork(
    IReadOnlyList<ToApprove> Decisions, bool HasMore, IReadOnlyList<WorklistCount> Counts, Proportion InDate, Proportion ReviewedInAYear, CpaMeasure Measure, Proportion Cpa)
{
    public const int Shown = 10;

    public static async Task<CommissionersWork> OfAsync(CareDbContext db, Guid partnership, DateOnly today, CancellationToken cancel)
    {
        var decisions = await DecisionsAsync(db, partnership, cancel);
        var started = db.Placements.Where(p => p.PartnershipId == partnership && p.Stage == PlacementStage.Started);
        var severe = today.AddDays(-ReviewRules.SeverelyAfterDays);
        var (yearAgo, measure) = (today.AddYears(-1), new CpaMeasure(today));
        var sums = await started.GroupBy(_ => 1)
            .Select(g => new { All = g.Count(), InDate = g.Count(p => p.NextReviewOn >= today), Reviewed = g.Count(p => p.LastReviewedOn >= yearAgo) }).SingleOrDefaultAsync(cancel);
        var counted = started.Where(p => p.CpaSince < measure.WindowFrom);
        return new CommissionersWork(
            [.. decisions.Take(Shown)],
            decisions.Count > Shown,
            [
                new(
                    CountWords.Of(await started.Where(p => p.NextReviewOn < severe).OrderBy(p => p.NextReviewOn).Take(CountWords.Take).CountAsync(cancel), "review out of bounds", "reviews out of bounds"),
                    $"Overdue by more than {ReviewRules.SeverelyAfterDays} days: ask the team’s manager",
                    PlacementLinks.Due(ReviewUrgency.SeverelyOverdue)),
            ],
            new Proportion(sums?.InDate ?? 0, sums?.All ?? 0),
            new Proportion(sums?.Reviewed ?? 0, sums?.All ?? 0),
            measure,
            new Proportion(
                await counted.Where(p => p.LastReviewedOn >= measure.WindowFrom && p.LastReviewedOn <= measure.PeriodEnd).Select(p => p.PersonId).Distinct().CountAsync(cancel),
                await counted.Select(p => p.PersonId).Distinct().CountAsync(cancel)));
    }

    private static async Task<IReadOnlyList<ToApprove>> DecisionsAsync(CareDbContext db, Guid partnership, CancellationToken cancel)
    {
        var waiting = await db.Placements
            .Where(p => p.PartnershipId == partnership).Where(Placement.AwaitsApproval)
            .OrderByDescending(p => p.Stage == PlacementStage.Started).ThenBy(p => p.StartsOn).ThenBy(p => p.Id).Take(Shown + 1)
            .Select(p => new
            {
                p.Id,
                Number = db.People.Where(person => person.Id == p.PersonId).Select(person => person.Number).First(),
                Service = db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.Name).FirstOrDefault(),
                p.StartsOn,
                HasStarted = p.Stage == PlacementStage.Started,
            }).ToListAsync(cancel);

        // Asked for apart: with the placements, the latest terms of all there are would be found first.
        var ids = waiting.Select(w => w.Id).ToList();
        var terms = await db.PlacementTerms.AsNoTracking().Where(t => ids.Contains(t.PlacementId)).ToListAsync(cancel);
        return [.. waiting.Select(w => new ToApprove(w.Id, Person.ReferenceOf(w.Number), w.Service, terms.Where(t => t.PlacementId == w.Id).MaxBy(t => t.ValidFrom)!, w.StartsOn, w.HasStarted))];
    }
}
