namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Gives every line that turns between two columns an upright track, so that no two lie on each other and few cross.</summary>
internal static class Tracks
{
    /// <summary>Between two upright parts on the same track, from end to end.</summary>
    private const int Apart = 6;

    public static void Choose(LayoutGraph graph)
    {
        foreach (var hops in graph.Spaces)
        {
            var tracks = new List<List<LayoutHop>>();
            var loops = hops.Where(hop => hop.IsLoop).OrderBy(hop => hop.Bottom - hop.Top).ThenBy(hop => hop.Top);
            var falling = hops.Where(hop => !hop.IsLoop && hop.Start.Y < hop.End.Y).OrderByDescending(hop => hop.Start.Y);
            var rising = hops.Where(hop => !hop.IsLoop && hop.Start.Y > hop.End.Y).OrderBy(hop => hop.Start.Y);
            Put(loops, tracks);
            Put(falling, tracks);
            Put(rising, tracks);
        }
    }

    /// <summary>Lines that fall do not cross each other when a lower one turns left of a higher one; so each goes right of those before it that it runs beside.</summary>
    private static void Put(IEnumerable<LayoutHop> hops, List<List<LayoutHop>> tracks)
    {
        var before = new List<LayoutHop>();
        foreach (var hop in hops)
        {
            var track = before.Where(other => AreBeside(hop, other)).Select(other => other.Track + 1).DefaultIfEmpty(0).Max();
            while (track < tracks.Count && tracks[track].Exists(other => AreBeside(hop, other)))
            {
                track++;
            }

            if (track == tracks.Count)
            {
                tracks.Add([]);
            }

            hop.Track = track;
            tracks[track].Add(hop);
            before.Add(hop);
        }
    }

    private static bool AreBeside(LayoutHop one, LayoutHop other) => one.Top < other.Bottom + Apart && other.Top < one.Bottom + Apart;
}
