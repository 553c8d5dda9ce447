using CareCommissioning.Domain.Pathways.Figures;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>A bar in a picture of bands.</summary>
/// <param name="Column">0 for the leftmost.</param>
/// <param name="Value">0 or more; what its bands on either side sum to at most.</param>
public sealed record BandBar(Guid Id, string Name, int Column, double Value);

/// <summary>A band between two bars, as wide as its value.</summary>
public sealed record Band(Guid From, Guid To, double Value);

/// <summary>What a picture of bands (a Sankey diagram) shows.</summary>
/// <param name="Left">Moves that lead back and so cannot be drawn from left to right: they are told beside the picture.</param>
public sealed record BandPlan(IReadOnlyList<BandBar> Bars, IReadOnlyList<Band> Bands, IReadOnlyList<MoveFlow> Left)
{
    private static readonly Guid[] Funders = [.. Enumerable.Range(1, 5).Select(n => new Guid(n, 0, 0, new byte[8]))];

    /// <summary>People a year through the boxes of a map, each as far right as its longest way from an entry.</summary>
    public static BandPlan Of(PathwayMap map, MapFlow flow)
    {
        var moves = flow.Moves.Where(move => move.PerYear > 0).ToList();
        var back = BackwardMoves(map, moves);
        var onwards = moves.Where(move => !back.Contains(move.Move.Id)).ToList();
        var columns = Columns(map, onwards);
        return new BandPlan(
            [.. map.Nodes.Where(node => flow.At(node.Id) > 0).Select(node => new BandBar(node.Id, node.Name, columns[node.Id], flow.At(node.Id)))],
            [.. onwards.Select(move => new Band(move.Move.From, move.Move.To, move.PerYear))],
            [.. moves.Where(move => back.Contains(move.Move.Id))]);
    }

    /// <summary>Pounds a year from who pays, through who answers for a step, to the step (S2-044). All bands of each column sum to <see cref="PathwayFigures.TotalCost"/>.</summary>
    /// <param name="nameOf">Name of an organisation.</param>
    public static BandPlan OfMoney(PathwayFigures figures, Func<Guid, string> nameOf)
    {
        var paid = figures.Steps.Where(step => step.CostPerYear > 0).ToList();
        var byPayer = paid.SelectMany(step => step.ByPayer.Select(sum => (Funder: Funders[Array.IndexOf(PayerSums.Names, sum.Payer)], sum.Payer, Organisation: step.Step.Accountable ?? Guid.Empty, sum.Cost))).ToList();
        return new BandPlan(
            [
                .. byPayer.GroupBy(part => (part.Funder, part.Payer)).Select(group => new BandBar(group.Key.Funder, group.Key.Payer, 0, (double)group.Sum(part => part.Cost))),
                .. paid.GroupBy(step => step.Step.Accountable ?? Guid.Empty).Select(group => new BandBar(group.Key, group.Key == Guid.Empty ? "Nobody answers yet" : nameOf(group.Key), 1, (double)group.Sum(step => step.CostPerYear!.Value))),
                .. paid.Select(step => new BandBar(step.Step.Id, step.Step.Name, 2, (double)step.CostPerYear!.Value)),
            ],
            [
                .. byPayer.GroupBy(part => (part.Funder, part.Organisation)).Select(group => new Band(group.Key.Funder, group.Key.Organisation, (double)group.Sum(part => part.Cost))),
                .. paid.Select(step => new Band(step.Step.Accountable ?? Guid.Empty, step.Step.Id, (double)step.CostPerYear!.Value)),
            ],
            []);
    }

    /// <summary>Moves that close a ring, found by walking from the entries.</summary>
    private static HashSet<Guid> BackwardMoves(PathwayMap map, List<MoveFlow> moves)
    {
        var leaving = moves.ToLookup(move => move.Move.From, move => move.Move);
        var (done, onTheWay, back) = (new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var start in map.Entries.Cast<MapNode>().Concat(map.Nodes))
        {
            Walk(start.Id);
        }

        return back;

        void Walk(Guid node)
        {
            if (!done.Add(node))
            {
                return;
            }

            onTheWay.Add(node);
            foreach (var move in leaving[node])
            {
                if (onTheWay.Contains(move.To))
                {
                    back.Add(move.Id);
                }
                else
                {
                    Walk(move.To);
                }
            }

            onTheWay.Remove(node);
        }
    }

    /// <summary>The longest way from any start, counted in moves; exits stand together at the right.</summary>
    private static Dictionary<Guid, int> Columns(PathwayMap map, List<MoveFlow> onwards)
    {
        var arriving = onwards.ToLookup(move => move.Move.To, move => move.Move.From);
        var columns = new Dictionary<Guid, int>();
        var last = map.Nodes.Select(node => Of(node.Id)).DefaultIfEmpty().Max();
        foreach (var exit in map.Exits)
        {
            columns[exit.Id] = last;
        }

        return columns;

        int Of(Guid node)
        {
            if (!columns.TryGetValue(node, out var column))
            {
                column = arriving[node].Select(from => Of(from) + 1).DefaultIfEmpty().Max();
                columns[node] = column;
            }

            return column;
        }
    }
}
