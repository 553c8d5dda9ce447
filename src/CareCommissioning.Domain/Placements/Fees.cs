namespace CareCommissioning.Domain.Placements;

/// <summary>What a weekly fee comes to over other times (rules E9). A week is seven days and a year 365: no fee is rounded before it is shown.</summary>
public static class Fees
{
    /// <summary>Highest weekly fee that is believed, pounds.</summary>
    public const decimal Highest = 20_000m;

    private const decimal DaysAWeek = 7m;
    private const decimal DaysAYear = 365m;
    private const decimal MonthsAYear = 12m;

    /// <summary>Pounds a year: weekly × 365/7.</summary>
    public static decimal Annual(decimal weekly) => weekly * DaysAYear / DaysAWeek;

    /// <summary>Pounds a month: a twelfth of a year.</summary>
    public static decimal Monthly(decimal weekly) => Annual(weekly) / MonthsAYear;

    /// <summary>Pounds a day: weekly ÷ 7.</summary>
    public static decimal Daily(decimal weekly) => weekly / DaysAWeek;

    /// <summary>Pounds to the penny, halves up, as it is shown.</summary>
    public static decimal ToThePenny(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>Cost of the days that fall both into the terms and between two days: Σ weekly/7 × days.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">First day after the last: the day of leaving is not charged.</param>
    public static decimal Cost(IEnumerable<PlacementTerms> terms, DateOnly from, DateOnly to) =>
        terms.Sum(t => t.WeeklyFee * Days(t, from, to)) / DaysAWeek;

    private static int Days(PlacementTerms terms, DateOnly from, DateOnly to)
    {
        var first = terms.ValidFrom > from ? terms.ValidFrom : from;
        var end = terms.ValidTo < to ? terms.ValidTo.Value : to;
        return Math.Max(0, end.DayNumber - first.DayNumber);
    }
}
