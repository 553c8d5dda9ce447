namespace CareCommissioning.Domain.Common;

/// <summary>The calendar the product lives by: a day begins at midnight in London, wherever the server stands.</summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today, in London.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day in London on which <paramref name="at"/> falls.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London).DateTime);

    /// <summary>The same moment as London's clocks show it.</summary>
    public static DateTimeOffset ToLondon(this DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, London);
}
