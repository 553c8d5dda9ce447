namespace CareCommissioning.Domain.Placements;

/// <summary>How long one partnership lets pass before a review, where it differs from the default (rules E11: set locally).</summary>
public sealed class ReviewSetting
{
    /// <summary>Longest interval, months.</summary>
    public const int MostMonths = 24;

    /// <summary>Longest interval, days beside the months.</summary>
    public const int MostDays = 366;

    public ReviewSetting(Guid partnershipId, ReviewCause cause, ReviewInterval interval)
    {
        (PartnershipId, Cause) = (partnershipId, cause);
        Set(interval);
    }

    private ReviewSetting()
    {
    }

    public Guid PartnershipId { get; private set; }

    public ReviewCause Cause { get; private set; }

    public int Months { get; private set; }

    public int Days { get; private set; }

    public uint Version { get; private set; }

    public ReviewInterval Interval => new(Months, Days);

    /// <summary>The defaults with a partnership's own intervals in their place.</summary>
    public static IReadOnlyList<ReviewRule> Over(IReadOnlyCollection<ReviewSetting> own) =>
        [.. ReviewRules.Defaults.Select(rule => own.FirstOrDefault(s => s.Cause == rule.Cause) is { } setting ? rule with { Interval = setting.Interval } : rule)];

    /// <exception cref="ArgumentOutOfRangeException">Nothing, or more than a rule may let pass.</exception>
    public void Set(ReviewInterval interval)
    {
        if (interval is { Months: < 0 or > MostMonths } or { Days: < 0 or > MostDays } or { Months: 0, Days: 0 })
        {
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "Nothing, or more than a rule may let pass.");
        }

        (Months, Days) = (interval.Months, interval.Days);
    }
}
