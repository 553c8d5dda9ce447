using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <summary>Who pays a part of a placement. The order breaks ties when pennies are shared out.</summary>
public enum Funder
{
    Nhs,
    Council,
    Pooled,
    Other,

    /// <summary>The person's own contribution.</summary>
    Person,
}

/// <summary>Shares of a fee in per cent with two decimals, which sum to exactly 100.00 (rules E9).</summary>
public sealed record FundingShares
{
    public const decimal Whole = 100m;

    private FundingShares()
    {
    }

    public decimal Nhs { get; private init; }

    public decimal Council { get; private init; }

    public decimal Pooled { get; private init; }

    public decimal Other { get; private init; }

    public decimal Person { get; private init; }

    public decimal Of(Funder funder) => funder switch
    {
        Funder.Nhs => Nhs,
        Funder.Council => Council,
        Funder.Pooled => Pooled,
        Funder.Other => Other,
        _ => Person,
    };

    public static Outcome<FundingShares> Of(decimal nhs, decimal council, decimal pooled = 0, decimal other = 0, decimal person = 0)
    {
        decimal[] shares = [nhs, council, pooled, other, person];
        if (Array.Exists(shares, s => s is < 0 or > Whole || decimal.Round(s, 2) != s))
        {
            return PlacementRefusals.ShareOutOfRange;
        }

        if (shares.Sum() != Whole)
        {
            return PlacementRefusals.SharesDoNotSum(shares.Sum());
        }

        return new FundingShares { Nhs = nhs, Council = council, Pooled = pooled, Other = other, Person = person };
    }

    /// <summary>Shares an amount out in whole pennies that sum to it: each gets its share rounded down, and what is left goes by penny to the largest remainders, ties to the earlier <see cref="Funder"/>.</summary>
    /// <param name="amount">Pounds with two decimals, ≥ 0.</param>
    /// <remarks>Largest remainder (Hamilton); rules E9: 1000.01 at 33.33/33.33/33.34 gives 333.30/333.30/333.41.</remarks>
    public IReadOnlyDictionary<Funder, decimal> Split(decimal amount)
    {
        var exact = Enum.GetValues<Funder>().ToDictionary(f => f, f => amount * Of(f) / Whole);
        var parts = exact.ToDictionary(e => e.Key, e => Math.Floor(e.Value * 100) / 100);
        var pennies = (int)((amount - parts.Values.Sum()) * 100);
        foreach (var (funder, _) in exact.OrderByDescending(e => e.Value - parts[e.Key]).ThenBy(e => e.Key).Take(pennies))
        {
            parts[funder] += 0.01m;
        }

        return parts;
    }
}
