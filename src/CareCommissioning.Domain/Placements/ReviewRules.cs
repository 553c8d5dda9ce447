namespace CareCommissioning.Domain.Placements;

/// <summary>Why a review falls due.</summary>
public enum ReviewCause
{
    /// <summary>First review of a new placement.</summary>
    NewPlacement,

    /// <summary>Once more early on.</summary>
    EarlyDays,

    /// <summary>Every placement.</summary>
    Placement,

    /// <summary>The person is on the care programme approach (rules E2).</summary>
    CareProgrammeApproach,

    /// <summary>After-care under section 117 (rules E3).</summary>
    Section117,

    /// <summary>The longest time between reviews of the person's care cluster (rules E5).</summary>
    CareCluster,
}

/// <summary>A time between reviews: calendar months, which end on the last day of a shorter month, and days.</summary>
public readonly record struct ReviewInterval(int Months, int Days)
{
    public static ReviewInterval OfMonths(int months) => new(months, 0);

    public static ReviewInterval OfDays(int days) => new(0, days);

    public DateOnly From(DateOnly day) => day.AddMonths(Months).AddDays(Days);
}

/// <summary>How long after what a review falls due.</summary>
/// <param name="Basis">Where the rule comes from, as people read it.</param>
public sealed record ReviewRule(ReviewCause Cause, ReviewInterval Interval, string Basis);

/// <summary>What decides when a placement is reviewed next.</summary>
/// <param name="LastReviewedOn">Null while it was never reviewed.</param>
/// <param name="CpaSince">First day on the care programme approach; null when not on it.</param>
/// <param name="Cluster">Care cluster 0 to 21; null when not assessed.</param>
public sealed record ReviewBasis(DateOnly StartedOn, DateOnly? LastReviewedOn, DateOnly? CpaSince, bool IsSection117, int? Cluster, DateOnly? ClusterAssessedOn);

/// <summary>A day on which a review falls due, and why.</summary>
public sealed record ReviewDue(DateOnly On, ReviewCause Cause);

/// <summary>How urgent a review is.</summary>
public enum ReviewUrgency
{
    NotDue,

    /// <summary>Within 30 days.</summary>
    Due,
    Overdue,

    /// <summary>By more than 90 days.</summary>
    SeverelyOverdue,
}

/// <summary>The review frequency engine: of all rules that apply the earliest day counts (rules E11).</summary>
public static class ReviewRules
{
    public const int DueWithinDays = 30;
    public const int SeverelyAfterDays = 90;

    /// <summary>As published or usual; a partnership may set its own.</summary>
    public static readonly IReadOnlyList<ReviewRule> Defaults =
    [
        new(ReviewCause.NewPlacement, ReviewInterval.OfDays(42), "First review of a new placement: six weeks after it starts, set locally"),
        new(ReviewCause.EarlyDays, ReviewInterval.OfMonths(3), "Three months after the start, as in NHS continuing care"),
        new(ReviewCause.Placement, ReviewInterval.OfMonths(12), "Every placement: yearly after the last review"),
        new(ReviewCause.CareProgrammeApproach, ReviewInterval.OfMonths(12), "Care programme approach: at least yearly (2008 policy)"),
        new(ReviewCause.Section117, ReviewInterval.OfMonths(12), "Section 117 after-care: yearly, set locally"),
    ];

    /// <summary>The next review, by the earliest of the rules that apply; never before the placement started.</summary>
    /// <param name="rules">One per cause; those of care clusters are published and not among them.</param>
    public static ReviewDue NextDue(ReviewBasis basis, IEnumerable<ReviewRule> rules)
    {
        var due = rules.Select(rule => (On: DueBy(rule, basis), rule.Cause)).Append((ClusterDue(basis), ReviewCause.CareCluster));
        var (on, cause) = due.Where(d => d.Item1 is not null).OrderBy(d => d.Item1).ThenBy(d => d.Item2).First();
        return new ReviewDue(Later(basis.StartedOn, on), cause);
    }

    public static ReviewUrgency Urgency(DateOnly dueOn, DateOnly today) => (today.DayNumber - dueOn.DayNumber) switch
    {
        > SeverelyAfterDays => ReviewUrgency.SeverelyOverdue,
        > 0 => ReviewUrgency.Overdue,
        >= -DueWithinDays => ReviewUrgency.Due,
        _ => ReviewUrgency.NotDue,
    };

    private static DateOnly? DueBy(ReviewRule rule, ReviewBasis basis)
    {
        var after = rule.Interval.From(basis.StartedOn);
        return rule.Cause switch
        {
            ReviewCause.NewPlacement => basis.LastReviewedOn is null ? after : null,
            ReviewCause.EarlyDays => basis.LastReviewedOn is null || basis.LastReviewedOn < after ? after : null,
            ReviewCause.Placement => rule.Interval.From(basis.LastReviewedOn ?? basis.StartedOn),
            ReviewCause.CareProgrammeApproach => basis.CpaSince is { } cpa ? rule.Interval.From(Later(cpa, basis.LastReviewedOn)) : null,
            ReviewCause.Section117 => basis.IsSection117 ? rule.Interval.From(basis.LastReviewedOn ?? basis.StartedOn) : null,
            _ => null,
        };
    }

    /// <summary>A review looks at the cluster too: its time runs from then, if that is later than the assessment.</summary>
    private static DateOnly? ClusterDue(ReviewBasis basis) =>
        basis.ClusterAssessedOn is { } assessed ? CareClusters.ReviewDue(basis.Cluster, Later(assessed, basis.LastReviewedOn)) : null;

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
