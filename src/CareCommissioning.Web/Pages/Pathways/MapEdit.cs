using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>What one person does to a map, whether by a form or on the canvas: the map as it is then, and what was done in the words of the history.</summary>
/// <param name="Map">Or why the map refuses it.</param>
/// <param name="Summary">"Added the step Acute ward"; says nothing that matters where it is refused.</param>
public sealed record MapEdit(Outcome<PathwayMap> Map, string Summary)
{
    private static readonly MapEdit NotThere = new(PathwayRefusals.NotOnTheMap, "");

    /// <summary>Adds an element, or puts it in the place of the one with its id.</summary>
    public static MapEdit Put(PathwayMap map, MapElement element)
    {
        var put = map.Put(element);
        return new(put, $"{(map.Find(element.Id) is null ? "Added" : "Changed")} the {PathwayWords.KindOf(element)} {(put.Value ?? map).NameOf(element)}");
    }

    /// <summary>Adds an element and, where people come from a box, the move from there.</summary>
    /// <param name="from">Null for one that is connected later; an entry and a stage are led to by nothing.</param>
    /// <param name="moveId">Id of the move.</param>
    public static MapEdit Add(PathwayMap map, MapElement element, Guid? from, Guid moveId)
    {
        var edit = Put(map, element);
        return edit.Map.Value is { } added && from is { } box && element is MapNode and not Entry
            ? new(added.Put(new Move { Id = moveId, From = box, To = element.Id }), $"{edit.Summary}, after {added.Node(box)?.Name}")
            : edit;
    }

    public static MapEdit Remove(PathwayMap map, Guid id) =>
        map.Find(id) is { } it ? new(map.Remove(id), $"Took the {PathwayWords.KindOf(it)} {map.NameOf(it)} off the map") : NotThere;

    /// <param name="place">In the row of stages, 0 for the first.</param>
    public static MapEdit PlaceStage(PathwayMap map, Guid id, int place) => new(map.PlaceStage(id, place), $"Put the stage {NameOf(map, id)} elsewhere");

    /// <param name="below">The box that it shall stand below; null for the top of the stage.</param>
    public static MapEdit PlaceNode(PathwayMap map, Guid id, Guid stage, Guid? below)
    {
        if (map.Node(id) is not { } node)
        {
            return NotThere;
        }

        var stands = MapLayout.Of(map).Boxes.Where(box => box.Node.StageId == stage).Select(box => box.Node.Id).ToList();
        var what = $"the {PathwayWords.KindOf(node)} {node.Name}";
        return new(map.PlaceNode(id, stage, stands, below), node.StageId == stage ? $"Put {what} elsewhere in its stage" : $"Moved {what} to {NameOf(map, stage)}");
    }

    /// <param name="was">What the person saw it called; refused where it is called otherwise by now.</param>
    public static MapEdit Rename(PathwayMap map, Guid id, string name, string? was) => map.Find(id) switch
    {
        null or Move => NotThere,
        var it when map.NameOf(it) != was => new(PathwayRefusals.SaidOtherwiseSince, ""),
        Stage stage => new(map.Put(stage with { Name = name }), $"Renamed the stage {stage.Name} to {name}"),
        var it => new(map.Put((MapNode)it with { Name = name }), $"Renamed the {PathwayWords.KindOf(it)} {map.NameOf(it)} to {name}"),
    };

    /// <param name="share">In per cent; null where nobody knows.</param>
    /// <param name="was">What the person saw it to be; refused where it is another by now.</param>
    public static MapEdit SetShare(PathwayMap map, Guid id, decimal? share, decimal? was) => map.Find(id) switch
    {
        Move move when move.Share != was => new(PathwayRefusals.SaidOtherwiseSince, ""),
        Move move => new(map.Put(move with { Share = share }), $"Set the share of the move {map.NameOf(move)} to {share.Percent("not said")}"),
        _ => NotThere,
    };

    /// <summary>Lets the boxes of all stages find their places.</summary>
    public static MapEdit Tidy(PathwayMap map) => new(map.Tidied(), "Let all boxes find their places");

    private static string? NameOf(PathwayMap map, Guid id) => map.Find(id) is { } element ? map.NameOf(element) : null;
}
