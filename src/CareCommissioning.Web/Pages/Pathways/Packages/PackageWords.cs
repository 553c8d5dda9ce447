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
}
