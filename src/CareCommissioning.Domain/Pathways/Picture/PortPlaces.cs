namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Chooses the height at which each line meets each item: level with its other end where it can be, never level with another line's.</summary>
internal static class PortPlaces
{
    /// <summary>How near two lines may come that meet the same space from its two sides.</summary>
    private const int Apart = 3;

    private const int BetweenPassing = 8;

    /// <summary>How far a passing line at the head or foot of its column may leave its gap.</summary>
    private const int Leeway = 30;

    public static void Choose(LayoutGraph graph)
    {
        var ceiling = graph.Columns.SelectMany(column => column).Select(item => item.Top).DefaultIfEmpty(0).Min();
        for (var space = 1; space < graph.Spaces.Length; space++)
        {
            var ends = graph.Columns[space - 1].SelectMany(item => item.RightEnds).ToList();
            ends.ForEach(end => end.Y = end.Item.Y + end.Offset);
            if (space < graph.Columns.Length)
            {
                var taken = ends.ToLookup(end => end.Y, end => end.Hop);
                MeetLeftSides(graph.Columns[space], ceiling, taken);
            }
        }
    }

    private static void MeetLeftSides(List<LayoutItem> column, int ceiling, ILookup<int, LayoutHop> taken)
    {
        for (var place = 0; place < column.Count; place++)
        {
            var item = column[place];
            if (item.Passes)
            {
                var (highest, lowest) = RangeOfPassing(column, place, ceiling);
                item.Y = Choose(item.LeftEnds[0], item.Y, highest, lowest, taken);
                item.LeftEnds[0].Y = item.Y;
            }
            else
            {
                MeetBox(item, taken);
            }
        }
    }

    private static void MeetBox(LayoutItem box, ILookup<int, LayoutHop> taken)
    {
        var highest = box.Top + BoxSizes.Padding;
        for (var place = 0; place < box.LeftEnds.Count; place++)
        {
            var lowest = box.Bottom - BoxSizes.Padding - ((box.LeftEnds.Count - 1 - place) * BoxSizes.LeastLineSpacing);
            var end = box.LeftEnds[place];
            end.Y = Choose(end, box.Y + end.Offset, highest, lowest, taken);
            highest = end.Y + BoxSizes.LeastLineSpacing;
        }
    }

    private static (int Highest, int Lowest) RangeOfPassing(List<LayoutItem> column, int place, int ceiling)
    {
        var item = column[place];
        var highest = place == 0 ? Math.Max(ceiling + (LayoutItem.GapHeight / 2), item.Y - Leeway)
            : column[place - 1].Passes ? column[place - 1].Y + BetweenPassing
            : column[place - 1].Bottom + BoxSizes.Padding;
        var lowest = place == column.Count - 1 ? item.Y + Leeway
            : column[place + 1].Passes ? column[place + 1].Y - BetweenPassing
            : column[place + 1].Top - BoxSizes.Padding - 2;
        return (highest, lowest);
    }

    private static int Choose(LayoutEnd end, int usual, int highest, int lowest, ILookup<int, LayoutHop> taken)
    {
        var straight = end.Other.Y;
        var wish = straight >= highest && straight <= lowest ? straight : Math.Clamp(usual, highest, lowest);
        return Free(end.Hop, wish, highest, lowest, taken, Apart) ?? Free(end.Hop, wish, highest, lowest, taken, 1) ?? wish;
    }

    private static int? Free(LayoutHop hop, int wish, int highest, int lowest, ILookup<int, LayoutHop> taken, int apart)
    {
        for (var step = 0; step <= lowest - highest; step++)
        {
            foreach (var y in (int[])[wish + step, wish - step])
            {
                if (y >= highest && y <= lowest && !Enumerable.Range(y - apart + 1, (2 * apart) - 1).Any(near => taken[near].Any(other => other != hop)))
                {
                    return y;
                }
            }
        }

        return null;
    }
}
