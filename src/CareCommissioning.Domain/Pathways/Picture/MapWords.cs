namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>What a setting is called, on the picture as in sentences, and the colour of its bar.</summary>
public static class MapWords
{
    /// <summary>"At home", with a capital.</summary>
    public static string Of(Setting setting) => setting switch
    {
        Setting.Primary => "Primary care",
        Setting.Community => "Community",
        Setting.Home => "At home",
        Setting.Inpatient => "Inpatient",
        Setting.Residential => "Residential",
        Setting.Housing => "Housing",
        Setting.Employment => "Employment",
        _ => "Social",
    };

    /// <summary>"1 box", "12 boxes".</summary>
    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary>At least 3:1 on white; the word beside it says the same.</summary>
    public static string Colour(Setting? setting) => setting switch
    {
        Setting.Primary => "#1d70b8",
        Setting.Community => "#00703c",
        Setting.Home => "#85994b",
        Setting.Inpatient => "#942514",
        Setting.Residential => "#b5600d",
        Setting.Housing => "#4c2c92",
        Setting.Employment => "#0f7a78",
        Setting.Social => "#c2185b",
        _ => "#505a5f",
    };
}
