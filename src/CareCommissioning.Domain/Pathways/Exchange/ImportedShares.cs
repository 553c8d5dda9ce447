using System.Xml.Linq;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Shares of moves from a file's probabilities, which tools write as 0 to 1 or as 0 to 100.</summary>
internal static class ImportedShares
{
    private const decimal PerCentAbove = 1.5m;
    private const decimal MostRounding = 2;
    private const int Places = 6;

    /// <summary>A share in per cent for every flow of which one is known.</summary>
    public static Dictionary<XElement, decimal?> Of(IReadOnlyList<BpmnFlow> flows, BpsimReader figures, ImportReport report)
    {
        var shares = new Dictionary<XElement, decimal?>();
        foreach (var group in flows.GroupBy(flow => flow.From).Select(group => group.ToList()))
        {
            var own = group.Select(flow => OwnJson.Of(flow.Xml) as Move).ToList();
            var read = group.Select(flow => figures.Probability(flow.Xml.Said("id"))).ToList();
            var unchanged = group.Select((_, place) => read[place] is null || (own[place] is { } move && !BpsimValues.Differs((double?)read[place], BpsimValues.Of(move).Probability))).All(same => same);
            var made = unchanged ? [.. own.Select(move => move?.Share)] : InPerCent(read);
            foreach (var (place, flow) in group.Index())
            {
                shares[flow.Xml] = made[place];
            }

            if (!unchanged && read.OfType<decimal>().Sum() > PerCentAbove)
            {
                group.ForEach(flow => report.Note(flow.Xml, "Its probability was read as per cent"));
            }
        }

        return shares;
    }

    /// <summary>Per cent, exactly 100 together where they were meant to be.</summary>
    public static IReadOnlyList<decimal?> InPerCent(IReadOnlyList<decimal?> given)
    {
        var known = given.OfType<decimal>().ToList();
        var factor = known.Sum() > PerCentAbove ? 1 : 100;
        var shares = given.Select(share => share is { } known ? Math.Round(Math.Clamp(known * factor, 0, 100), Places) : (decimal?)null).ToList();
        var missing = 100 - shares.OfType<decimal>().Sum();
        if (missing == 0 || known.Count < given.Count || Math.Abs(missing) > Rounding(known, factor))
        {
            return shares;
        }

        var largest = shares.IndexOf(shares.Max());
        shares[largest] += missing;
        return shares;
    }

    // Each figure may be off by half of its last place; together by so much, and never by more than two per cent.
    private static decimal Rounding(List<decimal> figures, int factor)
    {
        var place = 1m;
        for (var places = figures.Max(figure => figure.Scale); places > 0; places--)
        {
            place /= 10;
        }

        return Math.Min(MostRounding, Math.Max(figures.Count * place * factor / 2, 0.0001m));
    }
}
