using CareCommissioning.Domain.Pathways.Figures;
using static CareCommissioning.Domain.Pathways.Readiness.ReadinessCheck;

namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>Whether the map is what people need: more than medicine, housing and work early on, the community after hospital, somebody at night.</summary>
internal static class CareRules
{
    private const int EarlyStages = 2;

    /// <summary>Each stage with steps has psychological, self-management and social parts (S0-015).</summary>
    public static IEnumerable<Finding> Components(PathwayMap map) =>
        from stage in map.Stages
        let steps = map.Steps.Where(step => step.StageId == stage.Id).ToList()
        where steps.Count > 0
        let missing = new[] { (CareComponent.Psychological, "psychological"), (CareComponent.SelfManagement, "self-management"), (CareComponent.Social, "social") }
            .Where(part => !steps.Exists(step => step.Components.Contains(part.Item1))).Select(part => part.Item2).ToList()
        where missing.Count > 0
        select Warning("components", stage, $"The stage “{stage.Name}” has no {string.Join(" and no ", missing)} part.", Finding.Lines);

    /// <summary>Housing, employment and social connection are front-end issues (S2-007 to S2-009).</summary>
    public static IEnumerable<Finding> EarlyOn(PathwayMap map)
    {
        var early = map.Stages.Take(EarlyStages).Select(stage => stage.Id).ToHashSet();
        var steps = map.Steps.Where(step => early.Contains(step.StageId)).ToList();
        foreach (var (setting, words) in new[] { (Setting.Housing, "housing"), (Setting.Employment, "employment"), (Setting.Social, "social connection") })
        {
            if (map.Steps.Count > 0 && !steps.Exists(step => step.Setting == setting))
            {
                yield return Warning($"early-{setting}", null, $"Nothing in the first {EarlyStages} stages helps with {words}.");
            }
        }
    }

    /// <summary>From each hospital step a way leads on into the community (S2-064).</summary>
    public static IEnumerable<Finding> AfterDischarge(PathwayMap map) =>
        from step in map.Steps
        where step.Setting == Setting.Inpatient
        let onwards = Reach.From(map, map.From(step.Id).Select(move => move.To))
        where !map.Steps.Any(other => onwards.Contains(other.Id) && other.Setting is not (null or Setting.Inpatient or Setting.Residential))
        select Warning("after-discharge", step, $"After “{step.Name}” no way leads into the community.", Finding.Lines);

    public static IEnumerable<Finding> OutOfHours(PathwayMap map)
    {
        var reached = Reach.From(map, map.Entries.Select(entry => entry.Id));
        var steps = map.Steps.Where(step => reached.Contains(step.Id)).ToList();
        if (steps.Count > 0 && !steps.Exists(step => step.Hours == OpeningHours.RoundTheClock && step.Setting is not (Setting.Inpatient or Setting.Residential or Setting.Housing)))
        {
            yield return Warning("out-of-hours", null, "At night and at weekends there is nobody outside hospital: no step in the community takes people day and night.");
        }
    }

    /// <summary>Where another organisation takes over, it is said how, and what is sent along (S2-059).</summary>
    public static IEnumerable<Finding> HandOffs(PathwayMap map) =>
        from move in map.Moves
        where PathwayFigures.Changes(map, move) && (string.IsNullOrWhiteSpace(move.HandOff) || string.IsNullOrWhiteSpace(move.Information))
        select Warning("hand-off", move, $"From “{map.Node(move.From)!.Name}” to “{map.Node(move.To)!.Name}” another organisation takes over: say how it is handed over and what is sent along.");
}
