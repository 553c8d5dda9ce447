using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <summary>National measure AMH06: of people on the care programme approach for at least 12 months, those whose latest review fell into the last 12 months (rules E2).</summary>
/// <param name="PeriodEnd">Last day of the period measured.</param>
public sealed record CpaMeasure(DateOnly PeriodEnd)
{
    /// <summary>First day of the 12 months that end with <see cref="PeriodEnd"/>.</summary>
    public DateOnly WindowFrom { get; } = PeriodEnd.AddDays(1).AddYears(-1);

    /// <summary>In the denominator: on it at the end of the period, and since before the window.</summary>
    /// <param name="cpa">Days on the care programme approach.</param>
    public bool Counts(Period cpa) => cpa.From < WindowFrom && cpa.Contains(PeriodEnd);

    /// <summary>In the numerator too.</summary>
    public bool IsReviewed(Period cpa, DateOnly? lastReviewedOn) => Counts(cpa) && lastReviewedOn >= WindowFrom && lastReviewedOn <= PeriodEnd;
}
