namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>A stage's column: a band from top to bottom, with its name at the head.</summary>
/// <param name="Stage">With an empty id where boxes stand in no stage of the map; such boxes get a last column without a name.</param>
/// <param name="Lines">The name, wrapped to <paramref name="Header"/>.</param>
public sealed record StageColumn(Stage Stage, MapRect Band, MapRect Header, IReadOnlyList<string> Lines);

/// <summary>A box with the lines of text that stand in it.</summary>
/// <param name="Text">The part of <paramref name="Bounds"/> that every line and the note stay within.</param>
/// <param name="Note">In small text below the name: a step's setting, an entry's people a week.</param>
public sealed record NodeBox(MapNode Node, MapRect Bounds, MapRect Text, IReadOnlyList<string> Lines, string? Note);

/// <summary>A move's share beside the box it leaves.</summary>
public sealed record ShareLabel(string Text, MapRect Bounds);

/// <summary>A move's way from box to box.</summary>
/// <param name="Points">At least two; each part between two is level or upright. The last is where the arrowhead points.</param>
/// <param name="GoesBack">It leads to an earlier stage.</param>
public sealed record MoveLine(Move Move, IReadOnlyList<MapPoint> Points, ShareLabel? Label, bool GoesBack);

/// <summary>Where everything on a map stands when it is drawn: a function of the map alone, the same each time.</summary>
/// <remarks>
/// Layered drawing after Sugiyama, Tagawa and Toda (1981), where the stages give the layers. A move across several stages
/// gets a narrow place of its own in each column it passes, so no line can run through a box; between two columns every
/// line turns on a track of its own. Leaves out moves with an end that is not on the map.
/// </remarks>
/// <param name="Width">Of all there is, with its margin.</param>
/// <param name="Height">Of all there is, with its margin; the legend is not counted.</param>
public sealed record MapLayout(int Width, int Height, IReadOnlyList<StageColumn> Columns, IReadOnlyList<NodeBox> Boxes, IReadOnlyList<MoveLine> Lines)
{
    /// <summary>Width of every box.</summary>
    public const int BoxWidth = 150;

    /// <summary>How far the pointed sides of a choice point's shape reach in at its corners.</summary>
    public const int PointedSide = 14;

    /// <summary>Least width of a picture, for its legend and for a map without stages.</summary>
    public const int MinWidth = 360;

    internal const int Margin = 20;

    public static MapLayout Of(PathwayMap map)
    {
        var graph = LayoutGraph.Of(map);
        ColumnOrder.Choose(graph);
        PortOffsets.Set(graph);
        ColumnHeights.Choose(graph);
        var header = graph.Stages.Select(stage => stage.Lines.Count).DefaultIfEmpty(0).Max() * TextFit.HeaderLine;
        ColumnHeights.Settle(graph, Margin + header + 46);
        PortPlaces.Choose(graph);
        Tracks.Choose(graph);
        return LayoutPlaces.Of(graph, header);
    }
}
