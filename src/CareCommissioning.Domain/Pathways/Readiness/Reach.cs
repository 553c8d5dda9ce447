namespace CareCommissioning.Domain.Pathways.Readiness;

/// <summary>What can be reached from where, along the moves of a map.</summary>
internal static class Reach
{
    /// <summary>Everything that can be reached from some boxes, themselves included.</summary>
    public static HashSet<Guid> From(PathwayMap map, IEnumerable<Guid> starts) => Walk(starts, map.Moves.ToLookup(move => move.From, move => move.To));

    /// <summary>Everything from which some boxes can be reached, themselves included.</summary>
    public static HashSet<Guid> To(PathwayMap map, IEnumerable<Guid> ends) => Walk(ends, map.Moves.ToLookup(move => move.To, move => move.From));

    private static HashSet<Guid> Walk(IEnumerable<Guid> starts, ILookup<Guid, Guid> next)
    {
        var seen = new HashSet<Guid>();
        var waiting = new Queue<Guid>(starts);
        while (waiting.TryDequeue(out var node))
        {
            if (seen.Add(node))
            {
                foreach (var other in next[node])
                {
                    waiting.Enqueue(other);
                }
            }
        }

        return seen;
    }
}
