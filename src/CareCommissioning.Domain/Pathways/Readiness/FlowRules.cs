using static CareCommissioning.Domain.Pathways.Readiness.ReadinessCheck;

namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>Whether people can travel through the map at all.</summary>
internal static class FlowRules
{
    public static IEnumerable<Finding> Ends(PathwayMap map)
    {
        if (map.Entries.Count == 0)
        {
            yield return Error("no-entry", null, "Nobody enters: add an entry that says where people come from.");
        }

        if (map.Exits.Count == 0)
        {
            yield return Error("no-exit", null, "Nobody leaves: add an exit for each outcome.");
        }
    }

    public static IEnumerable<Finding> Unreachable(PathwayMap map)
    {
        var reached = Reach.From(map, map.Entries.Select(entry => entry.Id));
        return map.Entries.Count == 0
            ? []
            : map.Nodes.Where(node => !reached.Contains(node.Id)).Select(node => Error("unreachable", node, $"No way from an entry leads to “{node.Name}”: connect it, or take it off the map.", Finding.Lines));
    }

    /// <summary>Boxes from which no exit can be reached: dead ends, and rings that nobody leaves.</summary>
    public static IEnumerable<Finding> DeadEnds(PathwayMap map)
    {
        var leads = Reach.To(map, map.Exits.Select(exit => exit.Id));
        return map.Nodes.Where(node => !leads.Contains(node.Id)).Select(node => map.From(node.Id).Any()
            ? Error("no-way-out", node, $"From “{node.Name}” no way leads to an exit: people go round in a ring or end in a dead end.", Finding.Lines)
            : Error("dead-end", node, $"“{node.Name}” is a dead end: say where people go from there.", Finding.Lines));
    }

    public static IEnumerable<Finding> Shares(PathwayMap map)
    {
        foreach (var node in map.Nodes.Where(node => map.From(node.Id).Any()))
        {
            var moves = map.From(node.Id).ToList();
            var sum = moves.Sum(move => move.Share ?? 0);
            if (moves.Exists(move => move.Share is null))
            {
                yield return Warning("share-unsaid", node, $"Not every move from “{node.Name}” has a share: figures take what is left over in equal parts.", Finding.Lines);
            }
            else if (sum != 100)
            {
                yield return Error("shares", node, $"The shares of the moves from “{node.Name}” are {sum:0.##} % together: they must be 100 %.", Finding.Lines);
            }
        }
    }

    /// <summary>At least two real options, or why not (S2-029).</summary>
    public static IEnumerable<Finding> Choices(PathwayMap map)
    {
        foreach (var choice in map.ChoicePoints)
        {
            var options = map.From(choice.Id).ToList();
            if (options.Count < 2 && string.IsNullOrWhiteSpace(choice.Exception))
            {
                yield return Error("one-option", choice, $"“{choice.Name}” has {(options.Count == 0 ? "no option" : "only one option")}: add another, or say why there is none.", Finding.Lines);
            }

            if (options.Exists(option => string.IsNullOrWhiteSpace(option.Criteria)))
            {
                yield return Warning("option-unnamed", choice, $"An option of “{choice.Name}” has no name: say who goes this way.", Finding.Lines);
            }

            if (string.IsNullOrWhiteSpace(choice.WhoDecides) || string.IsNullOrWhiteSpace(choice.InformationGiven))
            {
                yield return Warning("choice-unsaid", choice, $"“{choice.Name}” does not say who decides and what the person is told first.");
            }
        }
    }
}
