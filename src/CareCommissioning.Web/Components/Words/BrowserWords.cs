namespace CareCommissioning.Web.Components.Words;

/// <summary>A browser as people know it. What browsers say of themselves is long and mostly about others.</summary>
public static class BrowserWords
{
    // The first that fits: Edge and Opera also call themselves Chrome, and Chrome also Safari.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Microsoft Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Mac OS X", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux")];

    /// <param name="userAgent">The header of that name; null or empty when there was none.</param>
    public static string Of(string? userAgent)
    {
        var browser = Named(Browsers, userAgent) ?? "Another browser";
        return Named(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Named((string Mark, string Name)[] among, string? userAgent) =>
        among.FirstOrDefault(one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
