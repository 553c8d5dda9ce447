namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>How long people stay, as BPSim says it.</summary>
/// <param name="MeanDays">Mean, in days.</param>
/// <param name="Spread">Standard deviation in days, of a lognormal stay.</param>
internal sealed record BpsimStay(StayDistribution Shape, double MeanDays, double? Spread);

/// <summary>The figures of one element that BPSim 1.0 can say, in its units: days, pounds, 0 to 1.</summary>
internal sealed record BpsimValues
{
    public const int WeeksInScenario = 52;
    public const double DaysInWeek = 7;

    /// <summary>Share of those who leave by this way, 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Mean time between two arrivals, in days.</summary>
    public double? IntervalDays { get; init; }

    /// <summary>Arrivals in the scenario's 52 weeks.</summary>
    public double? TriggerCount { get; init; }

    public BpsimStay? Stay { get; init; }

    public double? Quantity { get; init; }

    /// <summary>Pounds each time.</summary>
    public double? FixedCost { get; init; }

    /// <summary>Pounds a day.</summary>
    public double? DayCost { get; init; }

    /// <summary>What is written for an element, and what is expected back when nobody changed it.</summary>
    public static BpsimValues Of(MapElement element) => element switch
    {
        Entry entry => Of(entry),
        Step step => Of(step),
        Move move => new() { Probability = move.Share is { } share ? Math.Clamp((double)share / 100, 0, 1) : null },
        _ => new(),
    };

    /// <summary>The entry with what BPSim says otherwise.</summary>
    public Entry ApplyTo(Entry entry)
    {
        var written = Of(entry);
        if (Differs(IntervalDays, written.IntervalDays) && IntervalDays > 0)
        {
            return entry with { PerWeek = Figure(DaysInWeek / IntervalDays) ?? entry.PerWeek };
        }

        return IntervalDays is null && Differs(TriggerCount, written.TriggerCount) ? entry with { PerWeek = Figure(TriggerCount / WeeksInScenario) ?? entry.PerWeek } : entry;
    }

    /// <summary>The step with what BPSim says otherwise.</summary>
    public Step ApplyTo(Step step)
    {
        var written = Of(step);
        if (Stay is not null && (written.Stay is null || Stay.Shape != written.Stay.Shape || Differs(Stay.MeanDays, written.Stay.MeanDays) || Differs(Stay.Spread, written.Stay.Spread)) && Figure(Stay.MeanDays) is { } days)
        {
            step = step with { StayDays = days, StayDistribution = Stay.Shape, StayCv = Stay.MeanDays > 0 ? Figure(Stay.Spread / Stay.MeanDays) : null };
        }

        if (Differs(Quantity, written.Quantity))
        {
            step = step with { Capacity = Figure(Quantity) ?? step.Capacity };
        }

        if (Differs(FixedCost, written.FixedCost) && Figure(FixedCost) is { } each)
        {
            return step with { UnitCost = each, CostBasis = CostBasis.Episode };
        }

        return Differs(DayCost, written.DayCost) && Figure(DayCost) is { } daily ? step with { UnitCost = daily, CostBasis = CostBasis.Day } : step;
    }

    /// <summary>A figure a map can hold: 0 to a thousand million, six decimals.</summary>
    public static decimal? Figure(double? value) => value is >= 0 and < 1e9 ? Math.Round((decimal)value.Value, 6) : null;

    public static bool Differs(double? read, double? written) => read is { } one && (written is not { } other || Math.Abs(one - other) > 1e-6 * Math.Max(1e-3, Math.Abs(other)));

    private static BpsimValues Of(Entry entry) => new()
    {
        IntervalDays = entry.PerWeek > 0 ? DaysInWeek / (double)entry.PerWeek.Value : null,
        TriggerCount = entry.PerWeek is { } people ? Math.Round((double)people * WeeksInScenario) : null,
    };

    private static BpsimValues Of(Step step)
    {
        var cost = (double?)step.UnitCost;
        return new()
        {
            Stay = step.StayDays is { } days ? StayOf(step, (double)days) : null,
            Quantity = (double?)step.Capacity,
            FixedCost = step.CostBasis switch
            {
                CostBasis.Episode => cost,
                CostBasis.Contact => cost * (double?)step.Contacts,
                _ => null,
            },
            DayCost = step.CostBasis switch
            {
                CostBasis.Day => cost,
                CostBasis.Week => cost / DaysInWeek,
                _ => null,
            },
        };
    }

    private static BpsimStay StayOf(Step step, double days) => step switch
    {
        { StayDistribution: StayDistribution.Exponential } => new(StayDistribution.Exponential, days, null),
        { StayDistribution: StayDistribution.Lognormal, StayCv: { } cv } => new(StayDistribution.Lognormal, days, days * (double)cv),
        _ => new(StayDistribution.Fixed, days, null),
    };
}
