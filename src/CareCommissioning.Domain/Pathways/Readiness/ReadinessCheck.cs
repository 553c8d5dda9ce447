namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>Looks a map over before it is agreed: what stops it, and what should at least be known.</summary>
public static class ReadinessCheck
{
    private static readonly IReadOnlyList<Func<PathwayMap, DateOnly, IEnumerable<Finding>>> Rules =
    [
        (map, _) => FlowRules.Ends(map),
        (map, _) => FlowRules.Unreachable(map),
        (map, _) => FlowRules.DeadEnds(map),
        (map, _) => FlowRules.Shares(map),
        (map, _) => FlowRules.Choices(map),
        (map, _) => StepRules.Accountable(map),
        StepRules.Evidence,
        (map, _) => StepRules.Unsaid(map),
        (map, _) => CareRules.Components(map),
        (map, _) => CareRules.EarlyOn(map),
        (map, _) => CareRules.AfterDischarge(map),
        (map, _) => CareRules.OutOfHours(map),
        (map, _) => CareRules.HandOffs(map),
    ];

    /// <summary>All findings, errors first, in the order of the rules.</summary>
    /// <param name="current">The map of today, where <paramref name="map"/> shows the future: tells whether it is the old one under a new name (S3-060).</param>
    public static IReadOnlyList<Finding> Of(PathwayMap map, PathwayMap? current, DateOnly today)
    {
        var accepted = map.Acceptances.ToLookup(acceptance => acceptance.Finding);
        var novelty = current is null ? [] : Novelty.Findings(current, map);
        return
        [
            .. Rules.SelectMany(rule => rule(map, today)).Concat(novelty)
                .Select(finding => finding.Severity == Severity.Warning ? finding with { Accepted = accepted[finding.Key].LastOrDefault() } : finding)
                .OrderBy(finding => finding.Severity),
        ];
    }

    internal static Finding Error(string rule, MapElement? element, string message, string? part = null) => Make(Severity.Error, rule, element, message, part);

    internal static Finding Warning(string rule, MapElement? element, string message, string? part = null) => Make(Severity.Warning, rule, element, message, part);

    private static Finding Make(Severity severity, string rule, MapElement? element, string message, string? part) =>
        new(element is null ? rule : $"{rule}:{element.Id}", severity, element?.Id, part, message);
}
