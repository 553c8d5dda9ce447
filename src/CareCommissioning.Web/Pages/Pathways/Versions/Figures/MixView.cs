namespace CareCommissioning.Web.Pages.Pathways.Versions.Figures;

/// <summary>Spending divided up.</summary>
/// <param name="Parts">Name, steps where that makes sense, pounds a year.</param>
public sealed record MixView(string Caption, IReadOnlyList<(string Name, int? Steps, decimal Cost)> Parts, decimal Total);
