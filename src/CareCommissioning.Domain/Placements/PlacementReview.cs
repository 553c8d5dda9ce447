namespace CareCommissioning.Domain.Placements;

/// <summary>What became of the person's goals at a review, and what they want next (S2-006).</summary>
/// <param name="Settled">What became of goals that were open; one that is not named goes on.</param>
/// <param name="Next">Another goal; null where there is none.</param>
/// <param name="WantsNone">The person wants no goal now.</param>
public sealed record GoalFindings(IReadOnlyDictionary<Guid, GoalState> Settled, string? Next, bool WantsNone);

/// <summary>What was found and decided when a placement was looked at with the person.</summary>
/// <param name="NextOn">Null for the day the rules give.</param>
public sealed record ReviewFindings(DateOnly ReviewedOn, ReviewDecision Decision, string Summary, DateOnly? NextOn, Circumstances Circumstances, GoalFindings Goals);

/// <summary>That a placement was looked at with the person: when, by whom, what was decided, and how late it was (S1-020).</summary>
public sealed class PlacementReview
{
    public const int MaxSummaryLength = 4000;

    internal PlacementReview(Guid id, Placement placement, DateOnly dueOn, DateOnly reviewedOn, ReviewDecision decision, string summary, DateOnly nextDueOn, Guid reviewedBy)
    {
        (Id, PlacementId, PartnershipId) = (id, placement.Id, placement.PartnershipId);
        (DueOn, ReviewedOn, Decision, Summary, NextDueOn, ReviewedBy) = (dueOn, reviewedOn, decision, summary, nextDueOn, reviewedBy);
    }

    private PlacementReview()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlacementId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly ReviewedOn { get; private set; }

    public ReviewDecision Decision { get; private set; }

    public string Summary { get; private set; } = "";

    public DateOnly NextDueOn { get; private set; }

    /// <summary>The account that wrote it.</summary>
    public Guid ReviewedBy { get; private set; }

    /// <summary>Days after the day it was due; 0 when in time. Kept for ever, whatever happens later.</summary>
    public int DaysLate => Math.Max(0, ReviewedOn.DayNumber - DueOn.DayNumber);
}
