namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>People who pass from one organisation to another, or from one setting to another (S2-004, S2-016).</summary>
/// <param name="PerYear">People a year.</param>
/// <param name="MeanWaitDays">Mean of the longest accepted waits, in days, over those for whom one is named; null where none is.</param>
public sealed record Boundary<T>(T From, T To, double PerYear, double? MeanWaitDays);

/// <summary>A move for which a longest wait is accepted (S2-037).</summary>
/// <param name="LatePerYear">People a year who wait longer; null where nobody has said how many are seen in time.</param>
public sealed record WaitingStandard(Move Move, double PerYear, double? LatePerYear);

/// <summary>A move with which something must be sent along (S2-059).</summary>
/// <param name="LatePerYear">Times a year it comes too late; null where nobody has said.</param>
public sealed record InformationFlow(Move Move, double PerYear, double? LatePerYear);

/// <summary>What a step saves of the one it stands in for (S0-016).</summary>
/// <param name="AvoidedPerYear">People a year who would otherwise go there: people who come × share that is diverted.</param>
/// <param name="DaysReleased">Days a year: avoided × mean days there; null where those are not said.</param>
/// <param name="CostReleased">Pounds a year: avoided × cost of one person there; null where that is not said.</param>
public sealed record Substitution(Step Step, Step InsteadOf, double AvoidedPerYear, double? DaysReleased, decimal? CostReleased);

/// <summary>What follows from the flow for moves: boundaries, waits, information, and what is avoided.</summary>
internal static class MoveFigures
{
    /// <summary>Expected moves from one accountable organisation to another, those through choice points too.</summary>
    public static IReadOnlyList<Boundary<Guid>> Organisations(PathwayMap map, MapFlow flow) =>
        Boundaries(map, flow, step => step.Accountable);

    public static IReadOnlyList<Boundary<Setting>> Settings(PathwayMap map, MapFlow flow) =>
        Boundaries(map, flow, step => step.Setting);

    public static IReadOnlyList<WaitingStandard> Waits(MapFlow flow) =>
        [.. flow.Moves.Where(move => move.Move.WaitingStandardDays is not null).Select(move => new WaitingStandard(move.Move, move.PerYear, Late(move, move.Move.WithinStandard)))];

    public static IReadOnlyList<InformationFlow> Information(MapFlow flow) =>
        [.. flow.Moves.Where(move => move.Move.Information is not null).Select(move => new InformationFlow(move.Move, move.PerYear, Late(move, move.Move.InformationTimely)))];

    public static IReadOnlyList<Substitution> Substitutions(PathwayMap map, MapFlow flow) =>
    [
        .. from step in map.Steps
           where step is { AlternativeTo: not null, Diverts: not null }
           let other = map.Steps.First(it => it.Id == step.AlternativeTo)
           let avoided = flow.At(step.Id) * (double)step.Diverts! / 100
           select new Substitution(step, other, avoided, avoided * (double?)other.StayDays, other.CostOfOne() is { } cost ? decimal.Round((decimal)avoided * cost, 2) : null),
    ];

    /// <summary>Of those who leave a hospital step, the part whose next step is outside hospital and homes, 0–1; null where nobody leaves one (S2-064).</summary>
    public static double? CommunityReach(PathwayMap map, MapFlow flow)
    {
        var onwards = flow.From(step => step.Setting == Setting.Inpatient).Where(move => map.Node(move.Move.To) is not ChoicePoint && map.Node(move.Move.To) is not Step { Setting: Setting.Inpatient }).ToList();
        var all = onwards.Sum(move => move.PerYear);
        return all > 0 ? onwards.Where(move => map.Node(move.Move.To) is Step { Setting: not (null or Setting.Residential) }).Sum(move => move.PerYear) / all : null;
    }

    private static List<Boundary<T>> Boundaries<T>(PathwayMap map, MapFlow flow, Func<Step, T?> side)
        where T : struct
    {
        var steps = map.Steps.ToDictionary(step => step.Id);
        var crossed = map.Steps.Select(side).OfType<T>().Distinct()
            .SelectMany(from => flow.From(step => Equals(side(step), from)).Select(move => (From: from, Move: move)))
            .Where(pair => pair.Move.PerYear > 0 && steps.TryGetValue(pair.Move.Move.To, out var to) && side(to) is { } other && !Equals(other, pair.From))
            .GroupBy(pair => (pair.From, To: side(steps[pair.Move.Move.To])!.Value));
        return [.. crossed.Select(group => new Boundary<T>(group.Key.From, group.Key.To, group.Sum(pair => pair.Move.PerYear), MeanWait([.. group.Select(pair => pair.Move)]))).OrderByDescending(boundary => boundary.PerYear)];
    }

    private static double? MeanWait(List<MoveFlow> moves)
    {
        var named = moves.Where(move => move.Move.WaitingStandardDays is not null).ToList();
        var people = named.Sum(move => move.PerYear);
        return people > 0 ? named.Sum(move => move.PerYear * move.Move.WaitingStandardDays!.Value) / people : null;
    }

    private static double? Late(MoveFlow move, decimal? inTime) => inTime is { } share ? move.PerYear * (1 - ((double)share / 100)) : null;
}
