namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Where a box stands, in picture units (CSS pixels at 100 %).</summary>
/// <param name="Lines">Its name, broken so that no line leaves the box.</param>
public sealed record PlacedBox(MapNode Node, int Column, int Row, double X, double Y, double Width, double Height, IReadOnlyList<string> Lines)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleY => Y + (Height / 2);
}

/// <summary>The column of a stage with its heading.</summary>
public sealed record PlacedStage(Stage Stage, double X, double Width, IReadOnlyList<string> Lines);

/// <summary>A corner of a line.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>A move as drawn: a line of corners from one box to another, and where its share stands.</summary>
/// <param name="Label">"70 %"; null when nobody has said.</param>
/// <param name="LabelAt">Middle of the label.</param>
public sealed record PlacedMove(Move Move, IReadOnlyList<Point> Corners, string? Label, Point LabelAt);

/// <summary>
/// A map laid out: a column for each stage, boxes beneath each other in it, lines in the lanes between. No box touches another, no line crosses a box
/// (lines run in the lanes between columns and between rows only), and each line has a track of its own.
/// </summary>
public sealed record MapLayout(double Width, double Height, double HeadHeight, IReadOnlyList<PlacedStage> Stages, IReadOnlyList<PlacedBox> Boxes, IReadOnlyList<PlacedMove> Moves)
{
    /// <summary>Width of a box.</summary>
    public const double BoxWidth = 152;

    /// <summary>Space between two lines that run side by side.</summary>
    public const double Track = 9;

    /// <summary>Height of a line of text in a box.</summary>
    public const double LineHeight = 15;

    /// <summary>Characters of the widest letters that fit into a line.</summary>
    internal const int LineLength = 19;

    /// <summary>Lays a map out. The same map gives the same picture.</summary>
    public static MapLayout Of(PathwayMap map) => new LayoutWork(map).Finish();
}
