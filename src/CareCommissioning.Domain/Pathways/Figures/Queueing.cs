namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>Closed formulas about people who arrive by chance at places that are all alike: the first answer about capacity (rules E12).</summary>
public static class Queueing
{
    /// <summary>Probability that all places are taken where nobody waits (Erlang B): the share turned away.</summary>
    /// <param name="offeredLoad">a = λ·s, arrivals per day × mean stay in days; erlangs, ≥ 0.</param>
    /// <param name="places">c, beds or people looked after at a time; ≥ 0.</param>
    /// <remarks>By the recursion B₀ = 1, Bᵢ = aBᵢ₋₁ / (i + aBᵢ₋₁), which does not overflow. Source: Erlang 1917; Cooper, Introduction to Queueing Theory, 2nd ed., §3.3.</remarks>
    public static double Refused(double offeredLoad, int places)
    {
        var blocked = 1.0;
        for (var i = 1; i <= places; i++)
        {
            blocked = offeredLoad * blocked / (i + (offeredLoad * blocked));
        }

        return blocked;
    }

    /// <summary>Probability that somebody who arrives must wait (Erlang C).</summary>
    /// <param name="offeredLoad">Erlangs, ≥ 0.</param>
    /// <param name="places">c; where <paramref name="offeredLoad"/> ≥ c the queue never settles and everybody waits: 1.</param>
    /// <remarks>C = B / (1 − (a/c)(1 − B)). Source: Cooper, §3.4.</remarks>
    public static double Waits(double offeredLoad, int places)
    {
        if (offeredLoad >= places)
        {
            return 1;
        }

        var refused = Refused(offeredLoad, places);
        return refused / (1 - (offeredLoad / places * (1 - refused)));
    }

    /// <summary>Places for a wanted occupancy: ⌈a/u⌉.</summary>
    /// <param name="occupancy">u, above 0 and at most 1.</param>
    public static int PlacesFor(double offeredLoad, double occupancy) => (int)Math.Ceiling((offeredLoad / occupancy) - 1e-9);
}
