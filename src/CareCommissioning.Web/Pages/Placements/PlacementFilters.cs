using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>What narrows the list of placements. Bound from the address; nothing in it tells who a person is.</summary>
public sealed class PlacementFilters
{
    /// <summary>Those of the care co-ordinator who asks.</summary>
    public const string Mine = "me";

    /// <summary>A person's reference (P-000123, or the number alone), or part of a service's name.</summary>
    public string? Find { get; set; }

    public PlacementStage? Stage { get; set; }

    /// <summary>How urgent the next review is; overdue counts severely overdue in.</summary>
    public ReviewUrgency? Review { get; set; }

    /// <summary>Last day on which the next review is due.</summary>
    public DateOnly? DueBy { get; set; }

    public Guid? Provider { get; set; }

    public ServiceType? Type { get; set; }

    /// <summary>Who pays some of it now.</summary>
    public Funder? Funder { get; set; }

    /// <summary><see cref="Mine"/>, or the account of one of <see cref="Colleagues"/>; nobody else can be asked for.</summary>
    public string? Coordinator { get; set; }

    /// <summary>Care co-ordinators of the team in which the reader works now; empty for readers of no team.</summary>
    [BindNever]
    public IReadOnlyList<CareCoordinator> Colleagues { get; private set; } = [];

    /// <summary>Waiting, and not all is known that is needed before it starts (S1-019).</summary>
    public bool Incomplete { get; set; }

    /// <summary>Waiting for a commissioner to approve them.</summary>
    public bool ToApprove { get; set; }

    public bool Any => Parts().Any();

    /// <summary>It is reviews that are looked for.</summary>
    public bool AboutReviews => Review is not null || DueBy is not null;

    public bool IsMine => Coordinator == Mine;

    /// <summary>Whose people are looked for; null where it is everybody's or one's own.</summary>
    public CareCoordinator? Colleague => Guid.TryParse(Coordinator, out var id) ? Colleagues.FirstOrDefault(c => c.Id == id) : null;

    /// <summary>The address's query that asks for the same again, from "?" on; empty when nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", Parts());

    /// <summary>Offers the care co-ordinators of the reader's team to choose from.</summary>
    public async Task OfferColleaguesAsync(CareDbContext db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        Colleagues = actor is { Kind: ActorKind.Team, TeamId: { } team } ? await db.CareCoordinatorsAsync(team, today, cancel) : [];

        if (Colleague is { } me && me.Id == actor.AccountId)
        {
            Coordinator = Mine;
        }
    }

    /// <summary>The placements that fit, in no order.</summary>
    public IQueryable<Placement> Apply(CareDbContext db, Actor actor, DateOnly today)
    {
        var placements = db.Placements.AsNoTracking();

        // Row security allows no other partnership; said here too, so that the planner finds the index.
        placements = placements.Where(p => p.PartnershipId == actor.PartnershipId);
        if (Find?.Trim() is { Length: > 0 } words)
        {
            var pattern = Like.Contains(words.Length > Domain.Providers.Service.MaxNameLength ? words[..Domain.Providers.Service.MaxNameLength] : words);
            placements = Person.NumberIn(words) is { } number
                ? placements.Where(p => db.People.Any(x => x.Number == number && x.Id == p.PersonId))
                : placements.Where(p => db.Services.Any(s => s.Id == p.ServiceId && EF.Functions.ILike(s.Name, pattern, Like.Escape)));
        }

        if (Stage is { } stage)
        {
            placements = placements.Where(p => p.Stage == stage);
        }

        if (Review is { } urgency)
        {
            placements = Urgent(placements, urgency, today);
        }

        if (DueBy is { } dueBy)
        {
            placements = placements.Where(p => p.Stage == PlacementStage.Started && p.NextReviewOn <= dueBy);
        }

        if (Provider is { } provider)
        {
            placements = placements.Where(p => p.ProviderId == provider);
        }

        if (Type is { } type)
        {
            placements = placements.Where(p => db.Services.Any(s => s.Id == p.ServiceId && s.Type == type));
        }

        if (Funder is { } funder)
        {
            placements = PaidBy(db, placements, funder, today);
        }

        if (IsMine)
        {
            placements = placements.Where(p => p.CareCoordinatorId == actor.AccountId);
        }

        if (Colleague is { } colleague)
        {
            placements = placements.Where(p => p.CareCoordinatorId == colleague.Id);
        }

        if (ToApprove)
        {
            placements = placements.Where(Placement.AwaitsApproval);
        }

        return Incomplete
            ? placements.Where(p => (p.Stage == PlacementStage.Referred || p.Stage == PlacementStage.Matched)
                && (p.ServiceId == null || p.LegalBasis == null || p.CareCoordinatorId == null || !p.Terms.Any()))
            : placements;
    }

    /// <summary>Under way, and reviewed so urgently.</summary>
    public static IQueryable<Placement> Urgent(IQueryable<Placement> placements, ReviewUrgency urgency, DateOnly today)
    {
        var (soon, severe) = (today.AddDays(ReviewRules.DueWithinDays), today.AddDays(-ReviewRules.SeverelyAfterDays));
        var started = placements.Where(p => p.Stage == PlacementStage.Started);
        return urgency switch
        {
            ReviewUrgency.NotDue => started.Where(p => p.NextReviewOn > soon),
            ReviewUrgency.Due => started.Where(p => p.NextReviewOn >= today && p.NextReviewOn <= soon),
            ReviewUrgency.Overdue => started.Where(p => p.NextReviewOn < today),
            _ => started.Where(p => p.NextReviewOn < severe),
        };
    }

    private static IQueryable<Placement> PaidBy(CareDbContext db, IQueryable<Placement> placements, Funder funder, DateOnly today)
    {
        var now = db.PlacementTerms.Where(PlacementTerms.InForceOn(today));
        var paid = funder switch
        {
            Domain.Placements.Funder.Nhs => now.Where(t => t.NhsShare > 0),
            Domain.Placements.Funder.Council => now.Where(t => t.CouncilShare > 0),
            Domain.Placements.Funder.Pooled => now.Where(t => t.PooledShare > 0),
            Domain.Placements.Funder.Other => now.Where(t => t.OtherShare > 0),
            _ => now.Where(t => t.PersonShare > 0),
        };
        return placements.Where(p => paid.Any(t => t.PlacementId == p.Id));
    }

    private IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        (string Name, string? Value)[] parts =
        [
            ("find", Find?.Trim()), ("stage", Stage?.ToString()), ("review", Review?.ToString()), ("provider", Provider?.ToString()), ("type", Type?.ToString()),
            ("funder", Funder?.ToString()), ("coordinator", IsMine ? Mine : Colleague?.Id.ToString()), ("incomplete", Incomplete ? "true" : null), ("toApprove", ToApprove ? "true" : null), ("dueBy", DueBy?.ToString("O")),
        ];
        return parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value));
    }
}
