using System.Text.Json.Serialization;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Pathways;

/// <summary>That a finding of the readiness check was looked at and accepted, with the reason.</summary>
/// <param name="Finding">Key of the finding, which goes away with it.</param>
public sealed record Acceptance(string Finding, string Reason, string By, DateTimeOffset At);

/// <summary>
/// A whole map as one value: stages in their order, boxes in the order in which they stand in their stage, and the moves between them.
/// Every change gives another map; figures, findings, pictures and exports are functions of it.
/// </summary>
/// <remarks>It is stored, exported and copied as one document (decision 15).</remarks>
public sealed record PathwayMap
{
    public const int MaxStages = 20;
    public const int MaxNodes = 400;
    public const int MaxMoves = 1500;
    public const int MaxNameLength = 120;
    public const int MaxTextLength = 4000;

    public static readonly PathwayMap Empty = new();

    public IReadOnlyList<Stage> Stages { get; init; } = [];

    public IReadOnlyList<Entry> Entries { get; init; } = [];

    public IReadOnlyList<Step> Steps { get; init; } = [];

    public IReadOnlyList<ChoicePoint> ChoicePoints { get; init; } = [];

    public IReadOnlyList<Exit> Exits { get; init; } = [];

    public IReadOnlyList<Move> Moves { get; init; } = [];

    public IReadOnlyList<Acceptance> Acceptances { get; init; } = [];

    /// <summary>Every box, of whatever kind.</summary>
    [JsonIgnore]
    public IEnumerable<MapNode> Nodes => [.. Entries, .. Steps, .. ChoicePoints, .. Exits];

    /// <summary>Everything that has an id, in the order in which it is listed.</summary>
    [JsonIgnore]
    public IEnumerable<MapElement> Elements => [.. Stages, .. Nodes, .. Moves];

    /// <summary>Every organisation that the map speaks of, once.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Organisations =>
        Steps.SelectMany(step => step.Responsible.Concat(step.Consulted).Concat(step.Informed).Append(step.Accountable ?? Guid.Empty))
            .Concat(Moves.SelectMany(move => move.Providers.Append(move.GainsIncome ?? Guid.Empty).Append(move.LosesIncome ?? Guid.Empty)))
            .Where(id => id != Guid.Empty).Distinct();

    public MapElement? Find(Guid id) => Elements.FirstOrDefault(element => element.Id == id);

    public MapNode? Node(Guid id) => Nodes.FirstOrDefault(node => node.Id == id);

    /// <summary>Boxes of a stage: entries first, then steps and choice points, then exits.</summary>
    public IEnumerable<MapNode> In(Guid stage) => Nodes.Where(node => node.StageId == stage);

    public IEnumerable<Move> From(Guid node) => Moves.Where(move => move.From == node);

    public IEnumerable<Move> To(Guid node) => Moves.Where(move => move.To == node);

    /// <summary>What <see cref="Remove"/> takes away, or changes, along with a box: its moves, and steps that are offered instead of it.</summary>
    public IEnumerable<Guid> ReferringTo(Guid node) =>
        Moves.Where(move => move.From == node || move.To == node).Select(move => move.Id).Concat(Steps.Where(step => step.AlternativeTo == node).Select(step => step.Id));

    /// <summary>Adds an element, or puts it in the place of the one with its id.</summary>
    /// <returns><see cref="PathwayRefusals"/> when it would not fit this map.</returns>
    public Outcome<PathwayMap> Put(MapElement element)
    {
        var map = element switch
        {
            Stage stage => this with { Stages = With(Stages, stage) },
            Entry entry => this with { Entries = With(Entries, entry) },
            Step step => this with { Steps = With(Steps, step) },
            ChoicePoint choice => this with { ChoicePoints = With(ChoicePoints, choice) },
            Exit exit => this with { Exits = With(Exits, exit) },
            Move move => this with { Moves = With(Moves, move) },
            _ => throw new ArgumentException("No such kind of element.", nameof(element)),
        };
        return map.Refusal(element) is { } refusal ? refusal : map;
    }

    /// <summary>Takes an element away: a box with its moves; a stage only when nothing stands in it.</summary>
    public Outcome<PathwayMap> Remove(Guid id)
    {
        if (Find(id) is not { } element)
        {
            return PathwayRefusals.NotOnTheMap;
        }

        if (element is Stage && In(id).Any())
        {
            return PathwayRefusals.StageNotEmpty;
        }

        return this with
        {
            Stages = Without(Stages, id),
            Entries = Without(Entries, id),
            Steps = [.. Without(Steps, id).Select(step => step.AlternativeTo == id ? step with { AlternativeTo = null, Diverts = null } : step)],
            ChoicePoints = Without(ChoicePoints, id),
            Exits = Without(Exits, id),
            Moves = [.. Moves.Where(move => move.Id != id && move.From != id && move.To != id)],
        };
    }

    /// <summary>Puts a stage at another place in the row.</summary>
    /// <param name="place">0 for the first; beyond the last is the last.</param>
    public Outcome<PathwayMap> PlaceStage(Guid id, int place)
    {
        if (Stages.FirstOrDefault(stage => stage.Id == id) is not { } moved)
        {
            return PathwayRefusals.NotOnTheMap;
        }

        var others = Stages.Where(stage => stage.Id != id).ToList();
        others.Insert(Math.Clamp(place, 0, others.Count), moved);
        return this with { Stages = others };
    }

    /// <summary>Puts a box at another place: into a stage, below one of the boxes that stand there. The stage keeps the order in which its boxes stand then.</summary>
    /// <param name="stands">The stage's boxes from top to bottom as they are drawn now; see <see cref="Picture.MapLayout"/>.</param>
    /// <param name="below">Null for the top; the foot where it is not among <paramref name="stands"/>.</param>
    public Outcome<PathwayMap> PlaceNode(Guid id, Guid stage, IReadOnlyList<Guid> stands, Guid? below)
    {
        if (Node(id) is not { } node)
        {
            return PathwayRefusals.NotOnTheMap;
        }

        if (Stages.FirstOrDefault(it => it.Id == stage) is not { } target)
        {
            return PathwayRefusals.NoSuchStage;
        }

        var moved = Put(node with { StageId = stage });
        if (moved.Value is not { } map)
        {
            return moved;
        }

        var order = stands.Where(box => box != id).ToList();
        order.Insert(below switch
        {
            null => 0,
            { } above when order.IndexOf(above) is var place and >= 0 => place + 1,
            _ => order.Count,
        }, id);
        return node.StageId == stage && order.SequenceEqual(stands) ? this : map.Put(target with { ByHand = order });
    }

    /// <summary>Lets the boxes of every stage find their places again.</summary>
    public PathwayMap Tidied() => this with { Stages = [.. Stages.Select(stage => stage.ByHand is null ? stage : stage with { ByHand = null })] };

    private static List<T> With<T>(IReadOnlyList<T> list, T element)
        where T : MapElement
    {
        var others = list.ToList();
        var place = others.FindIndex(other => other.Id == element.Id);
        if (place < 0)
        {
            others.Add(element);
        }
        else
        {
            others[place] = element;
        }

        return others;
    }

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> list, Guid id)
        where T : MapElement =>
        [.. list.Where(element => element.Id != id)];

    private Refusal? Refusal(MapElement element) => element switch
    {
        _ when Stages.Count > MaxStages || Nodes.Count() > MaxNodes || Moves.Count > MaxMoves => PathwayRefusals.TooLarge,
        Stage stage when Stages.Any(other => other.Id != stage.Id && other.Name.Equals(stage.Name, StringComparison.OrdinalIgnoreCase)) => PathwayRefusals.NameTaken,
        MapNode node when Stages.All(stage => stage.Id != node.StageId) => PathwayRefusals.NoSuchStage,
        MapNode node when In(node.StageId).Any(other => other.Id != node.Id && other.Name.Equals(node.Name, StringComparison.OrdinalIgnoreCase)) => PathwayRefusals.NameTaken,
        Step { Payers: { } payers } when !payers.IsWhole() => PathwayRefusals.PayersNotWhole,
        Step { AlternativeTo: { } other } step when other == step.Id || Steps.All(it => it.Id != other) => PathwayRefusals.NoSuchStep,
        Move move => Refusal(move),
        _ => null,
    };

    private Refusal? Refusal(Move move) => (Node(move.From), Node(move.To)) switch
    {
        (null, _) or (_, null) => PathwayRefusals.NotOnTheMap,
        _ when move.From == move.To => PathwayRefusals.MovesToItself,
        (Exit, _) => PathwayRefusals.LeadsFromAnExit,
        (_, Entry) => PathwayRefusals.LeadsToAnEntry,
        _ when Moves.Any(other => other.Id != move.Id && other.From == move.From && other.To == move.To) => PathwayRefusals.AlreadyConnected,
        _ => null,
    };
}
