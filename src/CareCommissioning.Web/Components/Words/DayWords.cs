namespace CareCommissioning.Web.Components.Words;

/// <summary>Days and moments as people in England write them.</summary>
public static class DayWords
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>"14 March 2026".</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy");

    /// <summary>"14 March 2026", or a word for a day that is not set.</summary>
    public static string InWords(this DateOnly? day, string otherwise = "–") => day?.InWords() ?? otherwise;

    /// <summary>"14 March 2026, 15:04", in London.</summary>
    public static string InWords(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, London).ToString("d MMMM yyyy, HH:mm");

    /// <summary>Today in London, wherever the server stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);

    /// <summary>The moment at which <paramref name="day"/> begins in London, as UTC.</summary>
    public static DateTimeOffset BeginsAt(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
