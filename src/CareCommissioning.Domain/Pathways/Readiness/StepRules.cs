using static CareCommissioning.Domain.Pathways.Readiness.ReadinessCheck;

namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>Whether each step says what must be known of it.</summary>
internal static class StepRules
{
    /// <summary>Exactly one organisation answers for each step (S2-041).</summary>
    public static IEnumerable<Finding> Accountable(PathwayMap map) =>
        map.Steps.Where(step => step.Accountable is null).Select(step => Error("accountable", step, $"Nobody answers for “{step.Name}”: name one accountable organisation.", "who"));

    public static IEnumerable<Finding> Evidence(PathwayMap map, DateOnly today)
    {
        foreach (var step in map.Steps)
        {
            if (step.Evidence.Count == 0)
            {
                yield return Warning("evidence", step, $"“{step.Name}” has no evidence.", "evidence");
            }
            else if (step.Evidence.All(evidence => evidence.ReviewOn < today))
            {
                yield return Warning("evidence-overdue", step, $"All evidence for “{step.Name}” should have been looked at again.", "evidence");
            }
        }
    }

    public static IEnumerable<Finding> Unsaid(PathwayMap map) => map.Steps.SelectMany(step => new (string Rule, bool IsSaid, string Message, string? Part)[]
    {
        ("setting", step.Setting is not null, "does not say where it happens", null),
        ("component", step.Components.Count > 0, "does not say what it is made of", null),
        ("hours", step.Hours is not null, "does not say when it takes people", null),
        ("capacity", step.Capacity is not null, "has no capacity", "capacity"),
        ("stay", step.StayDays is not null, "does not say how long people stay", "capacity"),
        ("cost", step.UnitCost is not null, "has no cost", "cost"),
        ("payers", step.UnitCost is null || step.Payers is not null, "does not say who pays", "cost"),
    }.Where(fact => !fact.IsSaid).Select(fact => Warning(fact.Rule, step, $"“{step.Name}” {fact.Message}.", fact.Part)));
}
