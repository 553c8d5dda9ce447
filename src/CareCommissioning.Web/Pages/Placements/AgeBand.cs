namespace CareCommissioning.Web.Pages.Placements;

/// <summary>A person's age as commissioners see it: ten years wide, so that it tells nobody apart.</summary>
public static class AgeBand
{
    private const int Adult = 18;
    private const int Width = 10;
    private const int Oldest = 85;

    /// <summary>"Under 18", "18 to 24", "25 to 34" … "85 and over", from the year of birth.</summary>
    public static string Of(int birthYear, DateOnly today) => (today.Year - birthYear) switch
    {
        < Adult => "Under 18",
        < 25 => "18 to 24",
        >= Oldest => "85 and over",
        var age => $"{((age - 5) / Width * Width) + 5} to {((age - 5) / Width * Width) + 14}",
    };
}
