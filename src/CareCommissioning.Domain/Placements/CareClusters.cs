namespace CareCommissioning.Domain.Placements;

/// <summary>Mental health care clusters 0 to 21 and the longest time between reviews of each (rules E5; Monitor and NHS England, Mental Health Clustering Booklet 2014/15, names and periods only).</summary>
public static class CareClusters
{
    public const int Highest = 21;

    /// <summary>A number that was never given a meaning.</summary>
    public const int Blank = 9;

    private static readonly ReviewInterval HalfYear = ReviewInterval.OfMonths(6);
    private static readonly ReviewInterval Year = ReviewInterval.OfMonths(12);

    private static readonly ReviewInterval?[] Intervals =
    [
        HalfYear, ReviewInterval.OfDays(84), ReviewInterval.OfDays(105), HalfYear, HalfYear, HalfYear, HalfYear, Year, Year, null, Year,
        Year, Year, Year, ReviewInterval.OfDays(28), ReviewInterval.OfDays(28), HalfYear, HalfYear, Year, HalfYear, HalfYear, HalfYear,
    ];

    public static bool IsCluster(int number) => number is >= 0 and <= Highest and not Blank;

    /// <summary>Longest time between reviews of a cluster; null where there is no such cluster.</summary>
    public static ReviewInterval? Interval(int number) => IsCluster(number) ? Intervals[number] : null;

    /// <summary>The day by which the cluster is reviewed; null without a cluster.</summary>
    /// <param name="lookedAtOn">The day it was assessed or last reviewed.</param>
    public static DateOnly? ReviewDue(int? cluster, DateOnly? lookedAtOn) =>
        cluster is { } number && lookedAtOn is { } day ? Interval(number)?.From(day) : null;
}
