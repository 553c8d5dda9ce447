namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>How full a step is (rules E12): above 95 % red, from 85 % amber, from 60 % green, below low.</summary>
public enum Fullness
{
    Low,
    Green,
    Amber,
    Red,
}

/// <summary>What follows for one step from the map.</summary>
/// <param name="FlowPerYear">People who come to it in a year.</param>
/// <param name="Load">Places taken on average: people a year × days ÷ 365; for appointments, appointments a week. Null while something is missing.</param>
/// <param name="Needed">Places or appointments for the wanted occupancy.</param>
/// <param name="Utilisation">Load ÷ capacity, 0 and more.</param>
/// <param name="WaitChance">Chance of having to wait for a place (Erlang C), 0–1; null for appointments.</param>
/// <param name="CostPerYear">Pounds; null while something is missing.</param>
/// <param name="Working">How the figures came about, a line each.</param>
public sealed record StepFigures(Step Step, double FlowPerYear, double? Load, int? Needed, double? Utilisation, double? WaitChance, decimal? CostPerYear, IReadOnlyList<string> Working)
{
    /// <summary>Who pays it, pounds a year that sum to <see cref="CostPerYear"/>; what no payer is named for is apart.</summary>
    public IReadOnlyList<(string Payer, decimal Cost)> ByPayer => PayerSums.Of([this]);

    /// <summary>What is there less what is needed; negative where it is too little.</summary>
    public decimal? Gap => Needed is { } needed && Step.Capacity is { } capacity ? capacity - needed : null;

    public Fullness? Fullness => Utilisation switch
    {
        null => null,
        > 0.95 => Figures.Fullness.Red,
        >= 0.85 => Figures.Fullness.Amber,
        >= 0.60 => Figures.Fullness.Green,
        _ => Figures.Fullness.Low,
    };
}

/// <summary>A part of a whole, such as a setting's share of spending.</summary>
/// <param name="Cost">Pounds a year.</param>
public sealed record MixShare(string Name, int Steps, decimal Cost);

/// <summary>Figures of a whole map, each with its working (S0-041, S0-049). Illustrative as far as the map's own figures are.</summary>
public sealed record PathwayFigures
{
    /// <summary>Occupancy that planners aim at (rules E12).</summary>
    public const double TargetOccupancy = 0.85;

    /// <summary>On which all of it rests.</summary>
    public MapFlow Flow { get; private init; } = MapFlow.Of(PathwayMap.Empty);

    /// <summary>Null when a flow settles; otherwise why none does.</summary>
    public string? NoFlow => Flow.NoFlow;

    /// <summary>People who enter in a year.</summary>
    public double EnteringPerYear => Flow.EnteringPerYear;

    public IReadOnlyList<StepFigures> Steps { get; private init; } = [];

    /// <summary>Pounds a year over all steps that have a cost.</summary>
    public decimal TotalCost => Steps.Sum(step => step.CostPerYear ?? 0);

    /// <summary>Pounds for each person who enters; null while nobody does.</summary>
    public decimal? CostPerPerson => EnteringPerYear > 0 ? decimal.Round(TotalCost / (decimal)EnteringPerYear, 2) : null;

    /// <summary>Who pays, pounds a year; what no payer is named for is apart, and all sum to <see cref="TotalCost"/>.</summary>
    public IReadOnlyList<(string Payer, decimal Cost)> ByPayer { get; private init; } = [];

    public IReadOnlyList<MixShare> BySetting { get; private init; } = [];

    public IReadOnlyList<MixShare> ByComponent { get; private init; } = [];

    /// <summary>Part of spending outside hospital and homes, 0–1 (S0-042); null while nothing is spent.</summary>
    public decimal? CommunityShare { get; private init; }

    /// <summary>Steps with evidence that is not overdue, of all steps (S0-039).</summary>
    public (int Covered, int All) Evidence { get; private init; }

    /// <summary>Community steps: places outside hospital and homes where something is done (S0-042).</summary>
    public int CommunitySteps { get; private init; }

    /// <summary>Between which accountable organisations people pass, the most first.</summary>
    public IReadOnlyList<Boundary<Guid>> Organisations { get; private init; } = [];

    public IReadOnlyList<Boundary<Setting>> Settings { get; private init; } = [];

    public IReadOnlyList<WaitingStandard> Waits { get; private init; } = [];

    public IReadOnlyList<InformationFlow> Information { get; private init; } = [];

    public IReadOnlyList<Substitution> Substitutions { get; private init; } = [];

    /// <summary>Of those who leave a hospital step, the part whose next step is in the community, 0–1 (S2-064).</summary>
    public double? CommunityReach { get; private init; }

    /// <summary>Expected moves from one accountable organisation to another, for each person who enters; carried through choice points (S2-004).</summary>
    public double? HandOffs { get; private init; }

    /// <summary>Expected times a person tells their story again.</summary>
    public double? Reassessments { get; private init; }

    /// <summary>Steps that lack capacity or cost, by name (S2-051).</summary>
    public IReadOnlyList<string> NotPlanned { get; private init; } = [];

    /// <summary>100 for a way without hand-offs and repeated assessments, less with each: 100 ÷ (1 + hand-offs + reassessments). The formula is ours (S0-048 names no other).</summary>
    public double? Navigability => HandOffs is { } handOffs && Reassessments is { } again ? 100 / (1 + handOffs + again) : null;

    /// <summary>Works a map out.</summary>
    /// <param name="today">Evidence to be looked at before it is overdue.</param>
    public static PathwayFigures Of(PathwayMap map, DateOnly today)
    {
        var flow = MapFlow.Of(map);
        var organisations = MoveFigures.Organisations(map, flow);
        return Summed(map, [.. map.Steps.Select(step => StepWorking.Of(step, flow.At(step.Id), flow.NoFlow is null))], today) with
        {
            Flow = flow,
            Organisations = organisations,
            Settings = MoveFigures.Settings(map, flow),
            Waits = MoveFigures.Waits(flow),
            Information = MoveFigures.Information(flow),
            Substitutions = MoveFigures.Substitutions(map, flow),
            CommunityReach = MoveFigures.CommunityReach(map, flow),
            HandOffs = ForEach(flow, organisations.Sum(boundary => boundary.PerYear)),
            Reassessments = ForEach(flow, flow.Moves.Where(move => move.Move.AssessesAgain).Sum(move => move.PerYear)),
        };
    }

    /// <summary>True when a move leads straight to a step for which another organisation answers.</summary>
    public static bool Changes(PathwayMap map, Move move) =>
        map.Node(move.From) is Step { Accountable: { } one } && map.Node(move.To) is Step { Accountable: { } other } && one != other;

    private static double? ForEach(MapFlow flow, double people) => flow.NoFlow is not null || flow.EnteringPerYear <= 0 ? null : people / flow.EnteringPerYear;

    private static PathwayFigures Summed(PathwayMap map, List<StepFigures> steps, DateOnly today)
    {
        var total = steps.Sum(step => step.CostPerYear ?? 0);
        var outside = steps.Where(step => step.Step.Setting is not (null or Setting.Inpatient or Setting.Residential)).ToList();
        var community = outside.Sum(step => step.CostPerYear ?? 0);
        return new PathwayFigures
        {
            Steps = steps,
            ByPayer = PayerSums.Of(steps),
            BySetting = [.. Enum.GetValues<Setting>().Select(setting => Mix(setting.ToString(), steps.Where(step => step.Step.Setting == setting), _ => 1)).Where(mix => mix.Steps > 0)],
            ByComponent = [.. Enum.GetValues<CareComponent>().Select(component => Mix(component.ToString(), steps.Where(step => step.Step.Components.Contains(component)), step => step.Components.Count)).Where(mix => mix.Steps > 0)],
            CommunitySteps = outside.Count,
            CommunityShare = total > 0 ? community / total : null,
            Evidence = (map.Steps.Count(step => step.Evidence.Any(evidence => evidence.ReviewOn >= today)), map.Steps.Count),
            NotPlanned = [.. map.Steps.Where(step => step.Capacity is null || step.UnitCost is null).Select(step => step.Name)],
        };
    }

    private static MixShare Mix(string name, IEnumerable<StepFigures> steps, Func<Step, int> dividedBy)
    {
        var counted = steps.ToList();
        return new MixShare(name, counted.Count, counted.Sum(step => decimal.Round((step.CostPerYear ?? 0) / dividedBy(step.Step), 2)));
    }
}
