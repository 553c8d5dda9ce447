namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Gives lines that run in one lane tracks of their own, where they would lie on each other.</summary>
internal static class Tracks
{
    /// <returns>For each vertical lane, how many tracks it has.</returns>
    public static IReadOnlyList<int> Vertical(IReadOnlyList<Route> routes, int lanes)
    {
        var runs = new List<Run>();
        foreach (var route in routes)
        {
            if (route.IsNext)
            {
                runs.Add(new Run(route.FirstLane, Box(route.From.Row), Box(route.To.Row), track => (route.FirstTrack, route.LastTrack) = (track, track)));
            }
            else
            {
                runs.Add(new Run(route.FirstLane, Box(route.From.Row), Lane(route.CrossLane), track => route.FirstTrack = track));
                runs.Add(new Run(route.LastLane, Lane(route.CrossLane), Box(route.To.Row), track => route.LastTrack = track));
            }
        }

        Fan(routes);
        return Assign(runs, lanes);

        // Rows and the lanes between them in one order: lane 0, row 0, lane 1, row 1 …
        static int Box(int row) => (2 * row) + 1;
        static int Lane(int lane) => 2 * lane;
    }

    /// <returns>For each horizontal lane, how many tracks it has.</returns>
    public static IReadOnlyList<int> Horizontal(IReadOnlyList<Route> routes, int lanes) =>
        Assign([.. routes.Where(route => !route.IsNext).Select(route => new Run(route.CrossLane, route.FirstLane, route.LastLane, track => route.CrossTrack = track))], lanes);

    /// <summary>In which order lines leave and enter a box: those that go up above those that go down.</summary>
    private static void Fan(IReadOnlyList<Route> routes)
    {
        foreach (var leaving in routes.GroupBy(route => route.Move.From))
        {
            var ordered = leaving.OrderBy(route => route.To.Row).ThenBy(route => route.To.Column).ToList();
            ordered.ForEach(route => route.Leaves = (ordered.IndexOf(route), ordered.Count));
        }

        foreach (var entering in routes.GroupBy(route => route.Move.To))
        {
            var ordered = entering.OrderBy(route => route.From.Row).ThenBy(route => route.From.Column).ToList();
            ordered.ForEach(route => route.Enters = (ordered.IndexOf(route), ordered.Count));
        }
    }

    /// <summary>First track in which a run meets no other; touching ends count as meeting.</summary>
    private static int[] Assign(List<Run> runs, int lanes)
    {
        var counts = new int[lanes];
        foreach (var lane in runs.GroupBy(run => run.Lane))
        {
            var tracks = new List<List<Run>>();
            foreach (var run in lane.OrderBy(run => run.Last - run.First).ThenBy(run => run.First))
            {
                var track = tracks.FindIndex(taken => taken.TrueForAll(other => other.Last < run.First || run.Last < other.First));
                if (track < 0)
                {
                    track = tracks.Count;
                    tracks.Add([]);
                }

                tracks[track].Add(run);
                run.Take(track);
            }

            counts[lane.Key] = tracks.Count;
        }

        return counts;
    }

    /// <summary>A straight part of a line within a lane.</summary>
    private sealed class Run(int lane, int one, int other, Action<int> take)
    {
        public int Lane { get; } = lane;

        public int First { get; } = Math.Min(one, other);

        public int Last { get; } = Math.Max(one, other);

        public Action<int> Take { get; } = take;
    }
}
