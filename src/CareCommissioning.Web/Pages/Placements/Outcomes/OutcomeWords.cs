using CareCommissioning.Domain.Placements;

namespace CareCommissioning.Web.Pages.Placements.Outcomes;

/// <summary>Outcomes in words.</summary>
public static class OutcomeWords
{
    /// <summary>"62% of 48"; "Fewer than 5 people" where it is not told.</summary>
    public static string Share(decimal? share, int? of) => share is { } part ? $"{part:P0} of {of:N0}" : TooFew;

    /// <summary>"+6.4 points, 31 followed".</summary>
    public static string Gain(this PlacementOutcomes sums) => sums.Gained is { } gained ? $"{gained:+0.0;−0.0;0.0} points, {sums.Followed:N0} followed" : TooFew;

    /// <summary>"£420 a point"; nothing was gained, or too few are followed.</summary>
    public static string CostWords(this PlacementOutcomes sums) => sums switch
    {
        { CostOfAPoint: { } cost } => $"£{cost:N0} a point",
        { Gained: not null } => "Nothing gained",
        _ => TooFew,
    };

    public static string Mean(decimal? mean) => mean is { } value ? $"{value:0.0}" : TooFew;

    public const string TooFew = "Fewer than 5 people";
}
