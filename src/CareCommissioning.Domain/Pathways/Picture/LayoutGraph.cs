using System.Globalization;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>A place in a column: a box, or the narrow gap where a move passes the column.</summary>
internal sealed class LayoutItem(int column, MapNode? node)
{
    /// <summary>Height of the gap where a move passes.</summary>
    public const int GapHeight = 14;

    public int Column { get; } = column;

    /// <summary>Null where a move passes.</summary>
    public MapNode? Node { get; } = node;

    public IReadOnlyList<string> Lines { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>Place among the boxes of its column that somebody put by hand; null for others.</summary>
    public int? Row { get; set; }

    /// <summary>Place in its column, 0 at the top.</summary>
    public int Order { get; set; }

    /// <summary>Always even.</summary>
    public int Height { get; set; } = GapHeight;

    /// <summary>Where its middle should be, while heights are still weighed.</summary>
    public double Wish { get; set; }

    /// <summary>Where its middle is.</summary>
    public int Y { get; set; }

    public int Top => Y - (Height / 2);

    public int Bottom => Y + (Height / 2);

    public List<LayoutEnd> LeftEnds { get; } = [];

    public List<LayoutEnd> RightEnds { get; } = [];

    public bool Passes => Node is null;
}

/// <summary>Where a hop meets an item.</summary>
internal sealed class LayoutEnd(LayoutItem item, LayoutHop hop)
{
    public LayoutItem Item { get; } = item;

    public LayoutHop Hop { get; } = hop;

    public LayoutEnd Other => ReferenceEquals(Hop.Start, this) ? Hop.End : Hop.Start;

    /// <summary>From the item's middle, downwards.</summary>
    public int Offset { get; set; }

    public int Y { get; set; }
}

/// <summary>The part of a move between two neighbouring columns, left to right; or a loop between two boxes of one column, in the space to its right.</summary>
internal sealed class LayoutHop
{
    public LayoutHop(LayoutItem start, LayoutItem end)
    {
        (Start, End) = (new(start, this), new(end, this));
        start.RightEnds.Add(Start);
        (IsLoop ? end.RightEnds : end.LeftEnds).Add(End);
    }

    public LayoutEnd Start { get; }

    public LayoutEnd End { get; }

    public bool IsLoop => Start.Item.Column == End.Item.Column;

    /// <summary>The space it runs in: 1 is between the first column and the second.</summary>
    public int Space => Start.Item.Column + 1;

    /// <summary>Which upright line of the space it turns on, 0 for the leftmost; -1 when it runs straight.</summary>
    public int Track { get; set; } = -1;

    public int Top => Math.Min(Start.Y, End.Y);

    public int Bottom => Math.Max(Start.Y, End.Y);
}

/// <summary>A move as the hops it is drawn with, from left to right even where it goes back.</summary>
internal sealed record LayoutRoute(Move Move, IReadOnlyList<LayoutHop> Hops, bool GoesBack)
{
    /// <summary>Where it leaves its box: its share stands there.</summary>
    public LayoutEnd Source => GoesBack ? Hops[^1].End : Hops[0].Start;

    public string? Share => Move.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share:0.##}%") : null;
}

/// <summary>The map as columns of items and the hops between them: what the steps of the layout work on.</summary>
internal sealed class LayoutGraph
{
    public required IReadOnlyList<(Stage Stage, IReadOnlyList<string> Lines)> Stages { get; init; }

    public required List<LayoutItem>[] Columns { get; init; }

    public required IReadOnlyList<LayoutRoute> Routes { get; init; }

    /// <summary>By the space they run in; index 0 is empty, the last is right of the last column.</summary>
    public required IReadOnlyList<LayoutHop>[] Spaces { get; init; }

    public static LayoutGraph Of(PathwayMap map)
    {
        var stages = map.Stages.ToList();
        var known = stages.Select(stage => stage.Id).ToHashSet();
        if (map.Nodes.Any(node => !known.Contains(node.StageId)))
        {
            stages.Add(new Stage { Id = Guid.Empty, Name = "" });
        }

        var columns = stages.Select(_ => new List<LayoutItem>()).ToArray();
        var boxes = new Dictionary<Guid, LayoutItem>();
        var rows = stages.SelectMany(stage => (stage.ByHand ?? []).Distinct().Select((id, row) => (id, stage.Id, row))).ToDictionary(put => (put.id, put.Id), put => put.row);
        foreach (var node in map.Nodes.Where(node => !boxes.ContainsKey(node.Id)))
        {
            var column = stages.FindIndex(stage => stage.Id == node.StageId);
            var item = BoxSizes.Item(column < 0 ? stages.Count - 1 : column, node);
            item.Row = rows.TryGetValue((node.Id, node.StageId), out var row) ? row : null;
            boxes.Add(node.Id, item);
            columns[item.Column].Add(item);
        }

        var routes = map.Moves.Where(move => boxes.ContainsKey(move.From) && boxes.ContainsKey(move.To))
            .Select(move => Route(move, boxes[move.From], boxes[move.To], columns)).ToList();
        var hops = routes.SelectMany(route => route.Hops).ToLookup(hop => hop.Space);
        BoxSizes.MakeRoomForLines(boxes.Values);
        return new()
        {
            Stages = [.. stages.Select(stage => (stage, TextFit.Wrap(stage.Name, MapLayout.BoxWidth, TextFit.HeaderSize, bold: true)))],
            Columns = columns,
            Routes = routes,
            Spaces = [.. Enumerable.Range(0, stages.Count + 1).Select(space => (IReadOnlyList<LayoutHop>)[.. hops[space]])],
        };
    }

    private static LayoutRoute Route(Move move, LayoutItem from, LayoutItem to, List<LayoutItem>[] columns)
    {
        var goesBack = to.Column < from.Column;
        var (left, right) = goesBack ? (to, from) : (from, to);
        if (left.Column == right.Column)
        {
            return new(move, [new LayoutHop(left, right)], GoesBack: false);
        }

        var hops = new List<LayoutHop>();
        for (var column = left.Column + 1; column < right.Column; column++)
        {
            var passing = new LayoutItem(column, node: null);
            columns[column].Add(passing);
            hops.Add(new(left, passing));
            left = passing;
        }

        hops.Add(new(left, right));
        return new(move, hops, goesBack);
    }
}
