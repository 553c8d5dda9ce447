namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>The share of each move, also where nobody has said.</summary>
internal static class FlowShares
{
    /// <summary>Shares 0–1. What is not said is what the others leave over, in equal parts.</summary>
    public static IReadOnlyList<(Move Move, double Share)> Of(PathwayMap map)
    {
        var shares = new List<(Move, double)>();
        foreach (var leaving in map.Moves.GroupBy(move => move.From))
        {
            var left = Math.Max(0, 100 - leaving.Sum(move => move.Share ?? 0));
            var unsaid = leaving.Count(move => move.Share is null);
            shares.AddRange(leaving.Select(move => (move, (double)(move.Share ?? (left / unsaid)) / 100)));
        }

        return shares;
    }
}
