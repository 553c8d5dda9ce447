namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Chooses who stands above whom in each column, so that few lines cross: barycentre sweeps, then exchanges of neighbours.</summary>
internal static class ColumnOrder
{
    private const int Sweeps = 8;
    private const int Exchanges = 4;

    public static void Choose(LayoutGraph graph)
    {
        foreach (var column in graph.Columns)
        {
            KeepRows(column);
            Number(column);
        }

        var best = graph.Columns.Select(column => column.ToList()).ToArray();
        var least = long.MaxValue;
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            Sweep(graph);
            var cost = Cost(graph);
            if (cost < least)
            {
                (least, best) = (cost, [.. graph.Columns.Select(column => column.ToList())]);
            }
        }

        for (var place = 0; place < best.Length; place++)
        {
            graph.Columns[place] = best[place];
            Number(best[place]);
        }

        var (passes, isChanged) = (0, true);
        while (isChanged && passes++ < Exchanges)
        {
            isChanged = false;
            foreach (var column in graph.Columns)
            {
                isChanged |= ExchangeNeighbours(column);
            }
        }
    }

    private static void Sweep(LayoutGraph graph)
    {
        foreach (var column in graph.Columns)
        {
            Sort(column, item => item.LeftEnds);
        }

        foreach (var column in graph.Columns.Reverse())
        {
            Sort(column, item => item.RightEnds);
        }
    }

    /// <summary>Sorts a column by where its items' neighbours on one side stand, as a share of the neighbours' column.</summary>
    private static void Sort(List<LayoutItem> column, Func<LayoutItem, List<LayoutEnd>> ends)
    {
        var size = column.ToDictionary(item => item, item =>
        {
            var neighbours = ends(item).Where(end => !end.Hop.IsLoop).Select(end => (double)end.Other.Item.Order).ToList();
            return neighbours.Count == 0 ? (double?)null : neighbours.Average();
        });
        var furthest = Math.Max(1, column.SelectMany(ends).Where(end => !end.Hop.IsLoop).Select(end => end.Other.Item.Order).DefaultIfEmpty(1).Max());
        var scale = Math.Max(1.0, column.Count - 1) / furthest;
        var sorted = column.OrderBy(item => size[item] * scale ?? item.Order).ThenBy(item => item.Order).ToList();
        column.Clear();
        column.AddRange(sorted);
        KeepRows(column);
        Number(column);
    }

    /// <summary>Gives the places that boxes put by hand have among them to those same boxes, in their order.</summary>
    private static void KeepRows(List<LayoutItem> column)
    {
        var places = Enumerable.Range(0, column.Count).Where(place => column[place].Row is not null).ToList();
        var inOrder = places.Select(place => column[place]).OrderBy(item => item.Row).ToList();
        foreach (var (place, item) in places.Zip(inOrder))
        {
            column[place] = item;
        }
    }

    private static void Number(List<LayoutItem> column)
    {
        for (var place = 0; place < column.Count; place++)
        {
            column[place].Order = place;
        }
    }

    /// <summary>Crossings between columns, and how far apart within a column its connected boxes stand.</summary>
    private static long Cost(LayoutGraph graph) =>
        graph.Spaces.Sum(hops => Crossings([.. hops.Where(hop => !hop.IsLoop)]) + hops.Where(hop => hop.IsLoop).Sum(hop => Math.Abs(hop.Start.Item.Order - hop.End.Item.Order)));

    /// <summary>Pairs of hops that change sides, counted with a tree of sums (Barth, Jünger and Mutzel 2002).</summary>
    private static long Crossings(IReadOnlyList<LayoutHop> hops)
    {
        var sums = new int[hops.Select(hop => hop.End.Item.Order).DefaultIfEmpty(0).Max() + 2];
        long crossings = 0;
        var seen = 0;
        foreach (var end in hops.OrderBy(hop => hop.Start.Item.Order).ThenBy(hop => hop.End.Item.Order).Select(hop => hop.End.Item.Order + 1))
        {
            var notBelow = 0;
            for (var node = end; node > 0; node -= node & -node)
            {
                notBelow += sums[node];
            }

            crossings += seen++ - notBelow;
            for (var node = end; node < sums.Length; node += node & -node)
            {
                sums[node]++;
            }
        }

        return crossings;
    }

    /// <summary>Exchanges each item with the one below it where that leaves fewer crossings.</summary>
    /// <returns>Whether any was.</returns>
    private static bool ExchangeNeighbours(List<LayoutItem> column)
    {
        var isChanged = false;
        for (var place = 0; place + 1 < column.Count; place++)
        {
            var (upper, lower) = (column[place], column[place + 1]);
            if ((upper.Row is null || lower.Row is null) && Gain(upper, lower) > 0)
            {
                (column[place], column[place + 1]) = (lower, upper);
                (upper.Order, lower.Order) = (place + 1, place);
                isChanged = true;
            }
        }

        return isChanged;
    }

    private static int Gain(LayoutItem upper, LayoutItem lower) =>
        CrossingsSaved(upper.LeftEnds, lower.LeftEnds) + CrossingsSaved(upper.RightEnds, lower.RightEnds) + LoopsShortened(upper, lower) - LoopsShortened(lower, upper);

    private static int CrossingsSaved(List<LayoutEnd> upper, List<LayoutEnd> lower)
    {
        var saved = 0;
        foreach (var one in upper.Where(end => !end.Hop.IsLoop))
        {
            saved += lower.Where(end => !end.Hop.IsLoop).Sum(other => Math.Sign(one.Other.Item.Order - other.Other.Item.Order));
        }

        return saved;
    }

    /// <summary>By how much an item's loops to others but its neighbour shorten when it moves down; for the lower one, lengthen when it moves up.</summary>
    private static int LoopsShortened(LayoutItem item, LayoutItem neighbour) =>
        item.RightEnds.Where(end => end.Hop.IsLoop && end.Other.Item != neighbour && end.Other.Item != item).Sum(end => Math.Sign(end.Other.Item.Order - item.Order));
}

/// <summary>Sorts the lines on each side of a box so that they do not cross at once, and spreads them about its middle.</summary>
internal static class PortOffsets
{
    public static void Set(LayoutGraph graph)
    {
        foreach (var item in graph.Columns.SelectMany(column => column))
        {
            Sort(item.LeftEnds, item);
            Sort(item.RightEnds, item);
        }
    }

    private static void Sort(List<LayoutEnd> ends, LayoutItem item)
    {
        var sorted = ends.Select((end, place) => (end, place)).OrderBy(it => Group(it.end, item))
            .ThenBy(it => it.end.Hop.IsLoop ? -it.end.Other.Item.Order : it.end.Other.Item.Order).ThenBy(it => it.place).Select(it => it.end).ToList();
        ends.Clear();
        ends.AddRange(sorted);
        for (var place = 0; place < ends.Count; place++)
        {
            ends[place].Offset = ((2 * place) - (ends.Count - 1)) * BoxSizes.LineSpacing / 2;
        }
    }

    /// <summary>Loops to boxes above start at the top, the nearest first; loops to boxes below at the foot, the nearest last.</summary>
    private static int Group(LayoutEnd end, LayoutItem item) => !end.Hop.IsLoop ? 1 : end.Other.Item.Order < item.Order ? 0 : 2;
}
