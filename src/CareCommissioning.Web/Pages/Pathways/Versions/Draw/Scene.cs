using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Draw;

/// <summary>A stage on the canvas.</summary>
/// <param name="Label">As it is read out.</param>
public sealed record SceneStage(Guid Id, string Name, string Label, MapRect Band);

/// <summary>A box on the canvas.</summary>
/// <param name="Kind">Name of an <see cref="ElementKind"/>.</param>
/// <param name="Word">What a box of this kind is called.</param>
/// <param name="Label">As it is read out: what it is, where it stands, what leads there and away.</param>
public sealed record SceneBox(Guid Id, string Kind, string Word, string Name, Guid Stage, string Label, MapRect Bounds);

/// <summary>A move on the canvas.</summary>
/// <param name="Share">In per cent; null while nobody has said.</param>
/// <param name="Points">x and y of each turn.</param>
public sealed record SceneMove(Guid Id, Guid From, Guid To, decimal? Share, string Label, IEnumerable<int[]> Points);

/// <summary>A change that a person may undo or redo.</summary>
public sealed record SceneChange(int Number, string What)
{
    public static SceneChange? Of(PathwayChange? change) => change is null ? null : new(change.Number, change.What);
}

/// <summary>A change that was made since the person last looked.</summary>
/// <param name="Mine">This person made it.</param>
public sealed record SceneNews(string Who, string What, bool Mine);

/// <summary>All that the canvas draws and says: the same picture as everywhere, where each thing stands in it, and what changed.</summary>
/// <param name="Changes">Number of the last change.</param>
/// <param name="Token">By which the next form of this person is known to be theirs.</param>
/// <param name="Mark">The same for the same account, whenever it signs in: what one person did is never sent as another who signed in since.</param>
/// <param name="Boxes">In the order in which they are read: stage by stage, from top to bottom.</param>
/// <param name="ToMend">Findings that stop an agreement.</param>
/// <param name="News">Oldest first.</param>
public sealed record Scene(
    int Changes,
    string Token,
    string Mark,
    string Picture,
    int Width,
    int Height,
    IReadOnlyList<SceneStage> Stages,
    IReadOnlyList<SceneBox> Boxes,
    IReadOnlyList<SceneMove> Moves,
    bool IsPutByHand,
    int ToMend,
    SceneChange? Undo,
    SceneChange? Redo,
    IReadOnlyList<SceneNews> News);

/// <summary>What stands where, and how it is read out.</summary>
/// <param name="marks">Short text at a box that is to be mended.</param>
public sealed class Scenery(PathwayMap map, MapLayout layout, IReadOnlyDictionary<Guid, string> marks)
{
    private readonly Dictionary<Guid, string> _names = map.Nodes.ToDictionary(node => node.Id, node => node.Name);
    private readonly Dictionary<Guid, string> _stages = map.Stages.ToDictionary(stage => stage.Id, stage => stage.Name);
    private readonly ILookup<Guid, Move> _from = map.Moves.ToLookup(move => move.From);
    private readonly ILookup<Guid, Move> _to = map.Moves.ToLookup(move => move.To);

    public IReadOnlyList<SceneStage> Stages =>
        [.. layout.Columns.Select((column, place) => new SceneStage(column.Stage.Id, column.Stage.Name, $"Stage {place + 1} of {layout.Columns.Count}: {column.Stage.Name}, {MapWords.Count(map.In(column.Stage.Id).Count(), "box", "boxes")}", column.Band))];

    public IReadOnlyList<SceneBox> Boxes =>
        [.. layout.Boxes.Select(box => new SceneBox(box.Node.Id, MapDifference.KindOf(box.Node).ToString(), box.Node.Kind, box.Node.Name, box.Node.StageId, Label(box), box.Bounds))];

    public IReadOnlyList<SceneMove> Moves =>
        [.. layout.Lines.Select(line => new SceneMove(line.Move.Id, line.Move.From, line.Move.To, line.Move.Share, Label(line.Move), line.Points.Select(point => new[] { point.X, point.Y })))];

    private string Label(NodeBox box)
    {
        var to = _from[box.Node.Id].Select(move => $"{_names.GetValueOrDefault(move.To)} {move.Share.Percent()}").ToList();
        var from = _to[box.Node.Id].Select(move => _names.GetValueOrDefault(move.From)).ToList();
        string?[] parts =
        [
            $"{box.Node.Kind}: {box.Node.Name}{(box.Note is null ? "" : $", {box.Note}")}",
            marks.GetValueOrDefault(box.Node.Id),
            _stages.TryGetValue(box.Node.StageId, out var stage) ? $"In {stage}" : null,
            from.Count > 0 ? $"People come from {string.Join(", ", from)}" : box.Node is Entry ? null : "Nothing leads here",
            to.Count > 0 ? $"They go on to {string.Join(", ", to)}" : box.Node is Exit ? null : "Nothing leads on",
        ];
        return string.Join(". ", parts.Where(part => part is not null));
    }

    private string Label(Move move) =>
        $"{_names.GetValueOrDefault(move.From)} to {_names.GetValueOrDefault(move.To)}, {move.Share.Percent()}{(move.Criteria is { Length: > 0 } who ? $", {who}" : "")}";
}
