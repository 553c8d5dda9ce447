using System.Globalization;

namespace CareCommissioning.Web.Components.Binding;

/// <summary>The three boxes of a date, by the names they are posted under.</summary>
internal static class DateParts
{
    public const string Day = "Day";
    public const string Month = "Month";
    public const string Year = "Year";

    public static readonly IReadOnlyList<string> Names = [Day, Month, Year];

    /// <summary>What stands in one box for a date; a day or month without a leading zero.</summary>
    public static string Text(DateOnly date, string part)
    {
        var number = part switch { Day => date.Day, Month => date.Month, _ => date.Year };
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
