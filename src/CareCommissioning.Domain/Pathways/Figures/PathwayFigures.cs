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

    private const double WeeksPerYear = 365.25 / 7;

    /// <summary>Null when a flow settles; otherwise why none does.</summary>
    public string? NoFlow { get; private init; }

    /// <summary>People who enter in a year.</summary>
    public double EnteringPerYear { get; private init; }

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

    /// <summary>Expected moves from one accountable organisation to another, for each person who enters (S2-004).</summary>
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
        var nodes = map.Nodes.ToList();
        var index = nodes.Select((node, i) => (node.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var moves = FlowShares.Of(map);
        var shares = nodes.Select(_ => new double[nodes.Count]).ToArray();
        foreach (var (move, share) in moves)
        {
            shares[index[move.From]][index[move.To]] += share;
        }

        var entering = nodes.Select(node => node is Entry entry ? (double)(entry.PerWeek ?? 0) * WeeksPerYear : 0).ToArray();
        var tooMuch = nodes.FirstOrDefault(node => shares[index[node.Id]].Sum() > 1.0001);
        var flow = tooMuch is null ? FlowEquations.Solve(entering, shares) : null;
        var steps = map.Steps.Select(step => StepWorking.Of(step, flow?[index[step.Id]] ?? 0, flow is not null)).ToList();
        return Summed(map, steps, today) with
        {
            NoFlow = flow is not null ? null : tooMuch is not null ? $"More than 100 % leave “{tooMuch.Name}”" : "People go round in a ring that nobody leaves",
            EnteringPerYear = entering.Sum(),
            HandOffs = Expected(moves, flow, index, entering.Sum(), move => Changes(map, move)),
            Reassessments = Expected(moves, flow, index, entering.Sum(), move => move.AssessesAgain),
        };
    }

    /// <summary>True when another organisation takes over.</summary>
    public static bool Changes(PathwayMap map, Move move) =>
        map.Node(move.From) is Step { Accountable: { } one } && map.Node(move.To) is Step { Accountable: { } other } && one != other;

    private static double? Expected(IReadOnlyList<(Move Move, double Share)> moves, double[]? flow, Dictionary<Guid, int> index, double entering, Func<Move, bool> counts) =>
        flow is null || entering <= 0 ? null : moves.Where(pair => counts(pair.Move)).Sum(pair => flow[index[pair.Move.From]] * pair.Share) / entering;

    private static PathwayFigures Summed(PathwayMap map, List<StepFigures> steps, DateOnly today)
    {
        var total = steps.Sum(step => step.CostPerYear ?? 0);
        var community = steps.Where(step => step.Step.Setting is not (null or Setting.Inpatient or Setting.Residential)).Sum(step => step.CostPerYear ?? 0);
        return new PathwayFigures
        {
            Steps = steps,
            ByPayer = PayerSums.Of(steps),
            BySetting = [.. Enum.GetValues<Setting>().Select(setting => Mix(setting.ToString(), steps.Where(step => step.Step.Setting == setting), _ => 1)).Where(mix => mix.Steps > 0)],
            ByComponent = [.. Enum.GetValues<CareComponent>().Select(component => Mix(component.ToString(), steps.Where(step => step.Step.Components.Contains(component)), step => step.Components.Count)).Where(mix => mix.Steps > 0)],
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
