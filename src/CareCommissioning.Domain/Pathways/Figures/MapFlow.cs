namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>People who go along a move in a year.</summary>
public sealed record MoveFlow(Move Move, double PerYear);

/// <summary>People a year through each box and along each move, once everything has settled (rules E12). Boxes that nobody can come to have none.</summary>
public sealed class MapFlow
{
    private const double WeeksPerYear = 365.25 / 7;

    private readonly PathwayMap _map;
    private readonly Dictionary<Guid, double> _boxes;

    private MapFlow(PathwayMap map, string? noFlow, double entering, Dictionary<Guid, double> boxes, IReadOnlyList<(Move Move, double Share)> shares)
    {
        (_map, NoFlow, EnteringPerYear, _boxes) = (map, noFlow, entering, boxes);
        Moves = [.. shares.Select(pair => new MoveFlow(pair.Move, At(pair.Move.From) * pair.Share))];
        Assumed = [.. map.Nodes.Where(node => At(node.Id) > 0 && map.From(node.Id).Any(move => move.Share is null))];
    }

    /// <summary>Null when a flow settles; otherwise why none does.</summary>
    public string? NoFlow { get; }

    /// <summary>People who enter in a year.</summary>
    public double EnteringPerYear { get; }

    /// <summary>Every move of the map, with 0 where nobody goes.</summary>
    public IReadOnlyList<MoveFlow> Moves { get; }

    /// <summary>Boxes that people pass and whose moves do not all say their share: what the others leave over was taken in equal parts.</summary>
    public IReadOnlyList<MapNode> Assumed { get; }

    /// <summary>People who come to a box in a year; 0 where nobody does.</summary>
    public double At(Guid node) => _boxes.GetValueOrDefault(node);

    /// <summary>Works a map out.</summary>
    public static MapFlow Of(PathwayMap map)
    {
        var nodes = map.Nodes.ToList();
        var index = nodes.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var moves = FlowShares.Of(map);
        var entering = nodes.Select(node => node is Entry entry ? (double)(entry.PerWeek ?? 0) * WeeksPerYear : 0).ToArray();
        var reached = Reached(nodes, moves);
        var shares = nodes.Select(_ => new double[nodes.Count]).ToArray();
        foreach (var (move, share) in moves.Where(pair => reached.Contains(pair.Move.From)))
        {
            shares[index[move.From]][index[move.To]] += share;
        }

        var tooMuch = nodes.Find(node => shares[index[node.Id]].Sum() > 1.0001);
        var flow = tooMuch is null ? FlowEquations.Solve(entering, shares) : null;
        var why = tooMuch is null ? "People go round in a ring that nobody leaves" : $"More than 100 % leave “{tooMuch.Name}”";
        return new MapFlow(map, flow is null ? why : null, entering.Sum(), flow is null ? [] : nodes.ToDictionary(node => node.Id, node => flow[index[node.Id]]), moves);
    }

    /// <summary>People a year along each move, of those whose last step was one of some: carried through choice points on the way.</summary>
    /// <param name="last">Whether a step is one of them.</param>
    public IEnumerable<MoveFlow> From(Func<Step, bool> last)
    {
        var steps = _map.Steps.Where(last).Select(step => step.Id).ToHashSet();
        var choices = _map.ChoicePoints.Select((choice, i) => (choice.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var entering = new double[choices.Count];
        var shares = entering.Select(_ => new double[choices.Count]).ToArray();
        foreach (var move in Moves.Where(move => choices.ContainsKey(move.Move.To)))
        {
            if (steps.Contains(move.Move.From))
            {
                entering[choices[move.Move.To]] += move.PerYear;
            }
            else if (choices.TryGetValue(move.Move.From, out var from) && At(move.Move.From) > 0)
            {
                shares[from][choices[move.Move.To]] += move.PerYear / At(move.Move.From);
            }
        }

        var atChoices = FlowEquations.Solve(entering, shares);
        return Moves.Select(move => move with
        {
            PerYear = steps.Contains(move.Move.From) ? move.PerYear
                : atChoices is not null && choices.TryGetValue(move.Move.From, out var choice) && At(move.Move.From) > 0 ? move.PerYear * atChoices[choice] / At(move.Move.From)
                : 0,
        });
    }

    /// <summary>Boxes to which somebody can come: a ring that nobody enters takes no part.</summary>
    private static HashSet<Guid> Reached(List<MapNode> nodes, IReadOnlyList<(Move Move, double Share)> moves)
    {
        var next = moves.Where(pair => pair.Share > 0).ToLookup(pair => pair.Move.From, pair => pair.Move.To);
        var seen = new HashSet<Guid>();
        var waiting = new Queue<Guid>(nodes.OfType<Entry>().Where(entry => entry.PerWeek > 0).Select(entry => entry.Id));
        while (waiting.TryDequeue(out var node))
        {
            if (seen.Add(node))
            {
                next[node].ToList().ForEach(waiting.Enqueue);
            }
        }

        return seen;
    }
}
