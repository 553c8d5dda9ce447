namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Chooses how far down each item stands, in the order it has, so that lines run as level as can be.</summary>
/// <remarks>
/// Each column in turn takes the heights nearest to its wishes (least squares, weighted) that keep items apart:
/// an isotonic regression by pooling adjacent violators (Ayer and others, 1955).
/// </remarks>
internal static class ColumnHeights
{
    private const int Rounds = 6;
    private const int BetweenBoxes = 30;
    private const int BetweenBoxAndLine = 10;

    /// <summary>A line that passes is worth more than a box: its bends are what is seen.</summary>
    private const double WeightOfPassing = 4;

    /// <summary>Of an item whose only wish is to stay.</summary>
    private const double WeightOfStaying = 0.2;

    public static void Choose(LayoutGraph graph)
    {
        foreach (var column in graph.Columns)
        {
            var stacked = Distances(column);
            foreach (var (item, place) in column.Select((item, place) => (item, place)))
            {
                item.Wish = stacked[place] - (stacked[^1] / 2.0);
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var column in graph.Columns)
            {
                Place(column, item => item.LeftEnds);
            }

            foreach (var column in graph.Columns.Reverse())
            {
                Place(column, item => item.RightEnds);
            }
        }

        foreach (var column in graph.Columns)
        {
            Place(column, item => item.LeftEnds.Concat(item.RightEnds));
        }
    }

    /// <summary>Turns wishes into whole pixels, with the uppermost edge of all at <paramref name="top"/>.</summary>
    public static void Settle(LayoutGraph graph, int top)
    {
        foreach (var column in graph.Columns)
        {
            var distances = Distances(column);
            for (var place = 0; place < column.Count; place++)
            {
                var wish = (int)Math.Round(column[place].Wish, MidpointRounding.AwayFromZero);
                column[place].Y = place == 0 ? wish : Math.Max(wish, column[place - 1].Y + distances[place] - distances[place - 1]);
            }
        }

        var items = graph.Columns.SelectMany(column => column).ToList();
        var down = top - items.Select(item => item.Top).DefaultIfEmpty(top).Min();
        items.ForEach(item => item.Y += down);
    }

    /// <summary>From the first item's middle to each item's, when they stand as close as they may.</summary>
    private static int[] Distances(List<LayoutItem> column)
    {
        var distances = new int[column.Count];
        for (var place = 1; place < column.Count; place++)
        {
            var (upper, lower) = (column[place - 1], column[place]);
            var between = (upper.Passes, lower.Passes) switch
            {
                (false, false) => BetweenBoxes,
                (true, true) => 0,
                _ => BetweenBoxAndLine,
            };
            distances[place] = distances[place - 1] + ((upper.Height + lower.Height) / 2) + between;
        }

        return distances;
    }

    private static void Place(List<LayoutItem> column, Func<LayoutItem, IEnumerable<LayoutEnd>> ends)
    {
        var distances = Distances(column);
        var pools = new Stack<(double Mean, double Weight, int Count)>();
        for (var place = 0; place < column.Count; place++)
        {
            var (wish, weight) = Wish(column[place], ends(column[place]));
            var pool = (Mean: wish - distances[place], Weight: weight, Count: 1);
            while (pools.TryPeek(out var above) && above.Mean >= pool.Mean)
            {
                pools.Pop();
                var both = above.Weight + pool.Weight;
                pool = (((above.Mean * above.Weight) + (pool.Mean * pool.Weight)) / both, both, above.Count + pool.Count);
            }

            pools.Push(pool);
        }

        var item = column.Count;
        foreach (var pool in pools)
        {
            for (var left = pool.Count; left > 0; left--)
            {
                item--;
                column[item].Wish = pool.Mean + distances[item];
            }
        }
    }

    private static (double Wish, double Weight) Wish(LayoutItem item, IEnumerable<LayoutEnd> ends)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var end in ends.Where(end => !end.Hop.IsLoop))
        {
            var worth = item.Passes || end.Other.Item.Passes ? WeightOfPassing : 1;
            sum += worth * (end.Other.Item.Wish + end.Other.Offset - end.Offset);
            weight += worth;
        }

        return weight > 0 ? (sum / weight, weight) : (item.Wish, WeightOfStaying);
    }
}
