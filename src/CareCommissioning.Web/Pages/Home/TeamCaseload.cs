using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>What one member of the team carries.</summary>
/// <param name="People">With a placement under way.</param>
/// <param name="Overdue">Reviews.</param>
public sealed record Carried(Guid Account, string Name, int People, int Overdue);

/// <summary>A placement whose care co-ordinator is missing, has left the team or may no longer use their account.</summary>
public sealed record Unassigned(Guid Placement, string Reference, string? Service, string? Coordinator);

/// <summary>How a team stands: overdue and unassigned, and who carries what (S1-048).</summary>
/// <param name="Unassigned">At most <see cref="Shown"/>.</param>
public sealed record TeamCaseload(bool HasTeam, IReadOnlyList<WorklistCount> Counts, IReadOnlyList<Unassigned> Unassigned, IReadOnlyList<Carried> Members)
{
    private const int Shown = 25;

    /// <summary>Of the team the manager works in now.</summary>
    public static async Task<TeamCaseload> OfAsync(CareDbContext db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        if (actor.TeamId is not { } team)
        {
            return new TeamCaseload(HasTeam: false, [], [], []);
        }

        var started = db.Placements.Where(p => p.TeamId == team && p.Stage == PlacementStage.Started);
        var later = today.AddDays(ReviewRules.DueWithinDays);
        var overdue = await started.Where(p => p.NextReviewOn < today).OrderBy(p => p.Id).Take(CountWords.Take).CountAsync(cancel);
        var due = await started.Where(p => p.NextReviewOn >= today && p.NextReviewOn <= later).OrderBy(p => p.Id).Take(CountWords.Take).CountAsync(cancel);
        var left = WithoutCoordinator(db, team, today);
        var unassigned = await left.OrderBy(p => p.Id).Take(CountWords.Take).CountAsync(cancel);
        return new TeamCaseload(
            HasTeam: true,
            [
                new(CountWords.Of(overdue, "review overdue", "reviews overdue"), "Of people your team looks after", PlacementLinks.Due(ReviewUrgency.Overdue)),
                new(CountWords.Of(due, $"review due in {ReviewRules.DueWithinDays} days", $"reviews due in {ReviewRules.DueWithinDays} days"), $"Until {later.InWords()}", PlacementLinks.Due(ReviewUrgency.Due)),
                new(CountWords.Of(unassigned, "placement unassigned", "placements unassigned"), "Whose care co-ordinator is missing or has left the team", "#unassigned"),
            ],
            await left.OrderBy(p => p.StartsOn).ThenBy(p => p.Id).Take(Shown)
                .Select(p => new Unassigned(
                    p.Id,
                    Person.ReferenceOf(db.People.Where(person => person.Id == p.PersonId).Select(person => person.Number).First()),
                    db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.Name).FirstOrDefault(),
                    db.Accounts.Where(a => a.Id == p.CareCoordinatorId).Select(a => a.DisplayName).FirstOrDefault()))
                .ToListAsync(cancel),
            await MembersAsync(db, team, started, today, cancel));
    }

    private static IQueryable<Placement> WithoutCoordinator(CareDbContext db, Guid team, DateOnly today)
    {
        var colleagues = db.MayCoordinate(team, today).Select(a => (Guid?)a.Id);
        return db.Placements.Where(p => p.TeamId == team && p.Stage != PlacementStage.Ended && p.Stage != PlacementStage.Withdrawn && !colleagues.Contains(p.CareCoordinatorId));
    }

    private static async Task<IReadOnlyList<Carried>> MembersAsync(CareDbContext db, Guid team, IQueryable<Placement> started, DateOnly today, CancellationToken cancel)
    {
        var carried = await started.Where(p => p.CareCoordinatorId != null).GroupBy(p => p.CareCoordinatorId!.Value)
            .Select(g => new { g.Key, People = g.Select(p => p.PersonId).Distinct().Count(), Overdue = g.Count(p => p.NextReviewOn < today) })
            .ToDictionaryAsync(g => g.Key, cancel);
        return [.. (await db.CareCoordinatorsAsync(team, today, cancel)).Select(c => new Carried(c.Id, c.Name, carried.GetValueOrDefault(c.Id)?.People ?? 0, carried.GetValueOrDefault(c.Id)?.Overdue ?? 0))];
    }
}
