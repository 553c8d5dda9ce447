using static CareCommissioning.Domain.Pathways.Readiness.ReadinessCheck;

namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>How alike two maps are in one respect.</summary>
/// <param name="Shared">What both have.</param>
/// <param name="All">What either has.</param>
public sealed record Likeness(string Respect, int Shared, int All)
{
    /// <summary>Shared ÷ all, 0–1; 1 where neither has anything.</summary>
    public double Share => All == 0 ? 1 : (double)Shared / All;
}

/// <summary>Whether a future map is the old one under a new name (S3-060). The formula is ours: the mean of six Jaccard similarities.</summary>
public static class Novelty
{
    /// <summary>From here on the future looks like the past.</summary>
    public const double TooAlike = 0.8;

    /// <summary>Respect by respect: what happens (each step by setting, parts and hours, whatever it is called), who lets people in, who works there, the ways between, and the outcomes.</summary>
    public static IReadOnlyList<Likeness> Compare(PathwayMap one, PathwayMap other) =>
    [
        Of("Steps, whatever they are called", one, other, map => map.Steps.Select(step => $"{step.Id} {step.Setting} {step.Hours} {string.Join('+', step.Components)}")),
        Of("Settings", one, other, map => map.Steps.Select(step => $"{step.Setting}").Distinct()),
        Of("Who lets people in", one, other, map => map.Steps.Where(step => step.Gatekeeping is not null).Select(step => $"{step.Setting} {Plain(step.Gatekeeping!)}")),
        Of("Staff", one, other, map => map.Steps.SelectMany(step => step.Staff.Select(staff => $"{step.Setting} {Plain(staff.Role)} {staff.Wte:0.##}"))),
        Of("Ways between", one, other, map => map.Moves.Select(move => $"{move.From} {move.To} {move.Share:0.##}")),
        Of("Outcomes", one, other, map => map.Exits.Select(exit => Plain(exit.Name))),
    ];

    /// <summary>Mean over the respects in which either says anything; 0–1.</summary>
    public static double Overall(IReadOnlyList<Likeness> compared) => compared.Where(likeness => likeness.All > 0).Select(likeness => likeness.Share).DefaultIfEmpty(1).Average();

    internal static IEnumerable<Finding> Findings(PathwayMap current, PathwayMap future)
    {
        var compared = Compare(current, future);
        var overall = Overall(compared);
        if (overall >= TooAlike && current.Steps.Count > 0)
        {
            var working = string.Join("; ", compared.Where(likeness => likeness.All > 0).Select(likeness => $"{likeness.Respect.ToLowerInvariant()} {likeness.Shared} of {likeness.All}"));
            yield return Warning("novelty", null, $"This future is {overall:P0} like today ({working}): is it the old service under a new name?");
        }
    }

    private static Likeness Of(string respect, PathwayMap one, PathwayMap other, Func<PathwayMap, IEnumerable<string>> things)
    {
        var (first, second) = (Counted(things(one)), Counted(things(other)));
        var keys = first.Keys.Union(second.Keys).ToList();
        return new Likeness(
            respect,
            keys.Sum(key => Math.Min(first.GetValueOrDefault(key), second.GetValueOrDefault(key))),
            keys.Sum(key => Math.Max(first.GetValueOrDefault(key), second.GetValueOrDefault(key))));
    }

    private static Dictionary<string, int> Counted(IEnumerable<string> things) => things.GroupBy(thing => thing).ToDictionary(group => group.Key, group => group.Count());

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
