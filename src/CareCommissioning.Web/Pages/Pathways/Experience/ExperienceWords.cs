using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Web.Pages.Pathways.Experience;

/// <summary>Lived experience in words.</summary>
public static class ExperienceWords
{
    public static string Name(this ExperienceTheme theme) => theme switch
    {
        ExperienceTheme.GettingIn => "Getting in",
        ExperienceTheme.BeingHeard => "Being heard",
        ExperienceTheme.SamePeople => "The same people",
        ExperienceTheme.Family => "Family and friends",
        ExperienceTheme.HomeAndWork => "Home, money and work",
        _ => theme.ToString(),
    };

    /// <summary>1 "Easy" to 5 "A nightmare".</summary>
    public static string Difficulty(int difficulty) => difficulty switch
    {
        1 => "1: easy",
        2 => "2: a little hard",
        3 => "3: hard",
        4 => "4: very hard",
        _ => "5: a nightmare",
    };
}
