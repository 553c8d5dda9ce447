using CareCommissioning.Domain.Common;

namespace CareCommissioning.Web.Components.Words;

/// <summary>Days and moments as people in England write them.</summary>
public static class DayWords
{
    /// <summary>"14 March 2026".</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy");

    /// <summary>"14 March 2026", or a word for a day that is not set.</summary>
    public static string InWords(this DateOnly? day, string otherwise = "–") => day?.InWords() ?? otherwise;

    /// <summary>"14 March 2026, 15:04", in London.</summary>
    public static string InWords(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, London.Zone).ToString("d MMMM yyyy, HH:mm");

    /// <summary>The last day of what ends. An end is kept as the first day after it (<see cref="Domain.Common.Period"/>); people read and write the last day.</summary>
    public static DateOnly LastDay(this DateOnly end) => end.AddDays(-1);

    /// <summary>"31 March 2026" for an end on 1 April, or a word for what has no end.</summary>
    public static string LastDayInWords(this DateOnly? end, string otherwise) => end?.LastDay().InWords() ?? otherwise;

    /// <summary>The end of what somebody said the last day of.</summary>
    public static DateOnly EndAfter(this DateOnly lastDay) => lastDay.AddDays(1);

    /// <summary>Today in London, wherever the server stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => London.DayOf(clock.GetUtcNow());

    /// <summary>The moment at which <paramref name="day"/> begins in London, as UTC.</summary>
    public static DateTimeOffset BeginsAt(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
