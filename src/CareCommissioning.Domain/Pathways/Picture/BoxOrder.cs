namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>In which order boxes stand beneath each other, so that few lines cross.</summary>
internal static class BoxOrder
{
    private const int Sweeps = 8;

    /// <summary>A column for each stage: entries first, then by where the boxes they are connected with stand.</summary>
    /// <remarks>Barycentre heuristic of Sugiyama, Tagawa and Toda (1981), swept forth and back; ties keep the map's order.</remarks>
    public static List<List<MapNode>> Of(PathwayMap map)
    {
        var byStage = map.Nodes.ToLookup(node => node.StageId);
        var columns = map.Stages.Select(stage => byStage[stage.Id].ToList()).ToList();
        var neighbours = map.Moves.SelectMany(move => new[] { (Of: move.From, Other: move.To), (Of: move.To, Other: move.From) }).ToLookup(pair => pair.Of, pair => pair.Other);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var place = Places(columns);
            foreach (var column in sweep % 2 == 0 ? Enumerable.Range(0, columns.Count) : Enumerable.Range(0, columns.Count).Reverse())
            {
                columns[column] =
                [
                    .. columns[column]
                        .OrderBy(node => node switch { Entry => 0, Exit => 2, _ => 1 })
                        .ThenBy(node => neighbours[node.Id].Where(other => place[other].Column != column).Select(other => place[other].Height).DefaultIfEmpty(place[node.Id].Height).Average()),
                ];
                Note(place, columns, column);
            }
        }

        return columns;
    }

    private static Dictionary<Guid, (int Column, double Height)> Places(List<List<MapNode>> columns)
    {
        var place = new Dictionary<Guid, (int Column, double Height)>();
        for (var column = 0; column < columns.Count; column++)
        {
            Note(place, columns, column);
        }

        return place;
    }

    /// <summary>Heights are counted from the middle, so that short and long columns compare.</summary>
    private static void Note(Dictionary<Guid, (int Column, double Height)> place, List<List<MapNode>> columns, int column)
    {
        for (var row = 0; row < columns[column].Count; row++)
        {
            place[columns[column][row].Id] = (column, row);
        }
    }
}
