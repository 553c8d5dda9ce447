using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Components;

namespace CareCommissioning.Web.Pages.Pathways.Benefits;

/// <summary>Benefits in words.</summary>
public static class BenefitWords
{
    public static string Name(this BenefitType type) => type switch
    {
        BenefitType.HealthOutcome => "Health",
        BenefitType.CashReleasing => "Money released",
        BenefitType.NonCashReleasing => "Money’s worth, not released",
        _ => type.ToString(),
    };

    public static TagColour Colour(this BenefitState state) => state switch
    {
        BenefitState.Approved => TagColour.Blue,
        BenefitState.Achieved => TagColour.Green,
        BenefitState.Withdrawn => TagColour.White,
        _ => TagColour.Grey,
    };

    /// <summary>"45 %", "120 %: beyond the target", "−10 %: worse than the baseline"; a dash while nothing is known.</summary>
    public static string Realised(Measure measure) => measure.Latest is not { } latest || measure.Realised(latest.Value) is not { } realised ? "–" : realised switch
    {
        < 0 => $"{realised:P0}: worse than the baseline",
        > 1 => $"{realised:P0}: beyond the target",
        _ => $"{realised:P0}",
    };

    /// <summary>"45 days".</summary>
    public static string Value(this Measure measure, decimal? value) => value is { } known ? $"{known:#,##0.##} {measure.Unit}" : "–";
}
