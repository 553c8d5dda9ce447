using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Web.Pages.Pathways.Packages;

/// <summary>Care packages in words.</summary>
public static class PackageWords
{
    /// <summary>"contacts a week"; in what a step is counted by its price.</summary>
    public static string Units(this Step? step) => step?.CostBasis switch
    {
        CostBasis.Contact => "contacts a week",
        CostBasis.Day => "days a week",
        CostBasis.Week => "1 for the whole week",
        CostBasis.Episode => "1 while the stay lasts",
        _ => "a week; it has no price yet",
    };

    /// <summary>"1 contact a week", "5 days a week", "the whole week".</summary>
    public static string Amount(this Step? step, decimal perWeek) => (step?.CostBasis, perWeek) switch
    {
        (CostBasis.Contact, 1) => "1 contact a week",
        (CostBasis.Day, 1) => "1 day a week",
        (CostBasis.Week, 1) => "The whole week",
        (CostBasis.Episode, 1) => "While the stay lasts",
        (CostBasis.Contact or CostBasis.Day, _) => $"{perWeek:0.##} {step.Units()}",
        _ => $"{perWeek:0.##} a week",
    };
}
