namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>On which side of health and social care an organisation stands.</summary>
public enum Side
{
    Health,
    Council,
    Other,
}

/// <summary>How far health and social care are one on a map: what both do, and what both pay for (S2-003).</summary>
/// <param name="DoneTogether">Steps for which organisations of both sides are accountable or responsible.</param>
/// <param name="PaidTogether">Steps that both NHS and council pay for, be it out of a pooled budget.</param>
/// <param name="Steps">All steps.</param>
/// <param name="CostPaidTogether">Pounds a year of <paramref name="PaidTogether"/>.</param>
/// <param name="Cost">Pounds a year of all steps.</param>
public sealed record JointWorking(IReadOnlyList<Step> DoneTogether, IReadOnlyList<Step> PaidTogether, int Steps, decimal CostPaidTogether, decimal Cost)
{
    /// <summary>Part of the cost that is paid for together, 0 to 1; null while nothing is spent.</summary>
    public decimal? ShareOfCost => Cost > 0 ? CostPaidTogether / Cost : null;

    /// <param name="figures">Of the map.</param>
    /// <param name="sides">Of the organisations that the map speaks of; one that is not among them counts for neither side.</param>
    public static JointWorking Of(PathwayFigures figures, IReadOnlyDictionary<Guid, Side> sides)
    {
        var together = figures.Steps.Where(step => IsPaidTogether(step.Step)).ToList();
        return new(
            [.. figures.Steps.Select(step => step.Step).Where(step => IsDoneTogether(step, sides))],
            [.. together.Select(step => step.Step)],
            figures.Steps.Count,
            together.Sum(step => step.CostPerYear ?? 0),
            figures.TotalCost);
    }

    private static bool IsDoneTogether(Step step, IReadOnlyDictionary<Guid, Side> sides)
    {
        var doing = (step.Accountable is { } accountable ? step.Responsible.Append(accountable) : step.Responsible).Select(id => sides.GetValueOrDefault(id, Side.Other)).ToHashSet();
        return doing.Contains(Side.Health) && doing.Contains(Side.Council);
    }

    private static bool IsPaidTogether(Step step) => step.Payers is { Pooled: > 0 } or { Nhs: > 0, Council: > 0 };
}
