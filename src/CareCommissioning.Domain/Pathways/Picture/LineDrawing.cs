namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Turns lanes and tracks into corners.</summary>
internal sealed class LineDrawing(IReadOnlyDictionary<Guid, PlacedBox> boxes, double[] columnX, double[] rowY, double width, double height)
{
    /// <summary>Room for a share between a box and the first track beside it.</summary>
    private const double LabelRoom = 38;

    public PlacedMove Line(Route route)
    {
        var from = boxes[route.Move.From];
        var to = boxes[route.Move.To];
        var start = new Point(from.Right, Spread(from, route.Leaves));
        var end = new Point(to.X, Spread(to, route.Enters));
        var first = VerticalAt(route.FirstLane, route.FirstTrack);
        List<Point> corners = [start, new(first, start.Y)];
        if (!route.IsNext)
        {
            var cross = HorizontalAt(route.CrossLane, route.CrossTrack);
            var last = VerticalAt(route.LastLane, route.LastTrack);
            corners.AddRange([new(first, cross), new(last, cross), new(last, end.Y)]);
        }
        else
        {
            corners.Add(new(first, end.Y));
        }

        corners.Add(end);
        var label = route.Move.Share is { } share ? $"{share:0.#} %" : null;
        return new PlacedMove(route.Move, Straight(corners), label, new Point(start.X + (LabelRoom / 2), start.Y));
    }

    /// <summary>Lines leave and enter a box spread over its side.</summary>
    private static double Spread(PlacedBox box, (int Index, int Count) line) => box.Y + (box.Height * (line.Index + 1) / (line.Count + 1));

    /// <summary>Tracks stand at the right of their lane, near the boxes they lead to; before them is room for shares.</summary>
    private double VerticalAt(int lane, int track) =>
        lane < columnX.Length
            ? columnX[lane] - ((track + 1.5) * MapLayout.Track)
            : width - 16 - ((track + 1) * MapLayout.Track);

    private double HorizontalAt(int lane, int track) =>
        lane < rowY.Length - 1 ? rowY[lane] - 8 - (track * MapLayout.Track) : height - 24 - (track * MapLayout.Track);

    /// <summary>Without corners that are none.</summary>
    private static List<Point> Straight(List<Point> corners)
    {
        var kept = new List<Point> { corners[0] };
        for (var i = 1; i < corners.Count; i++)
        {
            var goesOn = i < corners.Count - 1 && (InLine(kept[^1].X, corners[i].X, corners[i + 1].X) || InLine(kept[^1].Y, corners[i].Y, corners[i + 1].Y));
            if (!goesOn && corners[i] != kept[^1])
            {
                kept.Add(corners[i]);
            }
        }

        return kept;
    }

    private static bool InLine(double one, double two, double three) => Math.Abs(one - two) < 0.01 && Math.Abs(two - three) < 0.01;
}
