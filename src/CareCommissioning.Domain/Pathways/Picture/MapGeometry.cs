namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>A place on the picture. Whole SVG user units (CSS pixels at full size), so that what touches can be told exactly from what overlaps.</summary>
/// <param name="X">From the left edge.</param>
/// <param name="Y">From the top edge, downwards.</param>
public readonly record struct MapPoint(int X, int Y);

/// <summary>An upright rectangle in the same units as <see cref="MapPoint"/>.</summary>
public readonly record struct MapRect(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public int CentreX => X + (Width / 2);

    public int CentreY => Y + (Height / 2);

    /// <summary>Whether they share more than an edge.</summary>
    public bool Overlaps(MapRect other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>Whether the other lies within, edges included.</summary>
    public bool Contains(MapRect other) => X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;

    /// <summary>Whether a level or upright line between two points runs through the inside; running along an edge does not count.</summary>
    public bool IsCrossedBy(MapPoint from, MapPoint to) =>
        Math.Max(from.X, to.X) > X && Math.Min(from.X, to.X) < Right && Math.Max(from.Y, to.Y) > Y && Math.Min(from.Y, to.Y) < Bottom;
}
