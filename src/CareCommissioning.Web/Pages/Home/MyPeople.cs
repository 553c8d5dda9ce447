using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>A review that a care co-ordinator owes.</summary>
public sealed record DueReview(Guid Placement, string Person, string? Service, DateOnly DueOn, ReviewUrgency Urgency);

/// <summary>Whose review a care co-ordinator has to think of: overdue, due in 7 and in 30 days (S1-020).</summary>
/// <param name="HasTeam">False while they work in no team, and so see nobody.</param>
/// <param name="HasPeople">Somebody they look after has a placement that is under way.</param>
/// <param name="Reviews">The most pressing, the longest overdue first; at most <see cref="Shown"/>.</param>
public sealed record MyPeople(bool HasTeam, bool HasPeople, IReadOnlyList<WorklistCount> Counts, IReadOnlyList<DueReview> Reviews, bool HasMore)
{
    public const int Shown = 25;
    private const int Soon = 7;

    /// <summary>Names are read of those shown alone, and the log says that they were.</summary>
    public static async Task<MyPeople> OfAsync(CareDbContext db, IdentityVault vault, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var mine = db.Placements.Where(p => p.CareCoordinatorId == actor.AccountId && p.Stage == PlacementStage.Started);
        var (soon, later) = (today.AddDays(Soon), today.AddDays(ReviewRules.DueWithinDays));
        var rows = await mine.Where(p => p.NextReviewOn <= later).OrderBy(p => p.NextReviewOn).ThenBy(p => p.Id).Take(Shown + 1)
            .Select(p => new
            {
                p.Id,
                p.PersonId,
                DueOn = p.NextReviewOn!.Value,
                Number = db.People.Where(person => person.Id == p.PersonId).Select(person => person.Number).First(),
                Service = db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.Name).FirstOrDefault(),
            }).ToListAsync(cancel);
        var shown = rows.Take(Shown).ToList();
        var names = await db.OpenIdentitiesAsync(vault, [.. shown.Select(r => r.PersonId).Distinct()], cancel);
        return new MyPeople(
            actor.TeamId is not null,
            rows.Count > 0 || await mine.AnyAsync(cancel),
            [
                new(await CountAsync(mine.Where(p => p.NextReviewOn < today), "overdue", cancel), "Late already, the longest first below", PlacementLinks.Due(ReviewUrgency.Overdue, mine: true)),
                new(await CountAsync(mine.Where(p => p.NextReviewOn >= today && p.NextReviewOn <= soon), $"due in {Soon} days", cancel), $"Until {soon.InWords()}", PlacementLinks.Due(ReviewUrgency.Due, mine: true, by: soon)),
                new(await CountAsync(mine.Where(p => p.NextReviewOn >= today && p.NextReviewOn <= later), $"due in {ReviewRules.DueWithinDays} days", cancel), $"Until {later.InWords()}", PlacementLinks.Due(ReviewUrgency.Due, mine: true)),
            ],
            [.. shown.Select(r => new DueReview(r.Id, names.GetValueOrDefault(r.PersonId)?.Name ?? Person.ReferenceOf(r.Number), r.Service, r.DueOn, ReviewRules.Urgency(r.DueOn, today)))],
            rows.Count > Shown);
    }

    private static async Task<string> CountAsync(IQueryable<Placement> reviews, string state, CancellationToken cancel) =>
        CountWords.Of(await reviews.OrderBy(p => p.NextReviewOn).Take(CountWords.Take).CountAsync(cancel), $"review {state}", $"reviews {state}");
}
