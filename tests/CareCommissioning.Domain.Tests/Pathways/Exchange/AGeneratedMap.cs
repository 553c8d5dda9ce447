using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>Maps of every shape, the same for the same seed: all members filled now and then, with texts that are hard to write down.</summary>
internal sealed class AGeneratedMap
{
    private static readonly string[] Words =
    [
        "Home treatment", "Crisis team & ward", "<b>GP</b>", "\"Recovery\" college", "Łódź — ärztlich", "精神科", "🙂 café", "Two  spaces", " edges ", "line\none", "tab\tbed", "bell\u0007", "]]>", "&amp;", "'quoted'", "per cent %", "ﷺ",
    ];

    private ulong _state;

    private AGeneratedMap(int seed) => _state = (ulong)seed;

    public static PathwayMap Of(int seed) => new AGeneratedMap(seed).Map();

    // SplitMix64.
    private int Upto(int below)
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
        }
    }

    private PathwayMap Map()
    {
        var map = PathwayMap.Empty;
        for (var stage = Upto(6); stage > 0; stage--)
        {
            map = With(map, new Stage { Id = Id(), Name = $"{Name()} {stage}" });
        }

        for (var node = map.Stages.Count == 0 ? 0 : Upto(25); node > 0; node--)
        {
            map = With(map, Node(map, map.Stages[Upto(map.Stages.Count)].Id, $"{Name()} {node}"));
        }

        var nodes = map.Nodes.ToList();
        for (var move = nodes.Count == 0 ? 0 : Upto(60); move > 0; move--)
        {
            map = map.Put(Move(nodes[Upto(nodes.Count)].Id, nodes[Upto(nodes.Count)].Id)).Value ?? map;
        }

        return map with { Acceptances = Many(() => new Acceptance(Name(), Name(), Name(), new DateTimeOffset(2026, 3, 1 + Upto(28), 9, 30, 0, TimeSpan.Zero))) };
    }

    private static PathwayMap With(PathwayMap map, MapElement element) => map.Put(element).Value!;

    private MapNode Node(PathwayMap map, Guid stage, string name) => Upto(6) switch
    {
        0 => new Entry { Id = Id(), StageId = stage, Name = name, Description = Text(), PerWeek = Number() },
        1 => new Exit { Id = Id(), StageId = stage, Name = name, Description = Text(), ContinuesIn = Upto(2) == 0 ? Id() : null },
        2 => new ChoicePoint { Id = Id(), StageId = stage, Name = name, Description = Text(), WhoDecides = Text(), Criteria = Text(), InformationGiven = Text(), Exception = Text() },
        _ => Step(map, stage, name),
    };

    private Step Step(PathwayMap map, Guid stage, string name) => new()
    {
        Id = Id(),
        StageId = stage,
        Name = name,
        Description = Text(),
        Setting = Upto(2) == 0 ? (Setting)Upto(8) : null,
        Components = Many(() => (CareComponent)Upto(5)),
        Accountable = Upto(2) == 0 ? Id() : null,
        Responsible = Many(Id),
        Services = Many(Id),
        Hours = Upto(2) == 0 ? (OpeningHours)Upto(3) : null,
        CapacityUnit = Upto(2) == 0 ? (CapacityUnit)Upto(3) : null,
        Capacity = Number(),
        StayDays = Number(),
        StayDistribution = (StayDistribution)Upto(3),
        StayCv = Number(),
        Contacts = Number(),
        UnitCost = Number(),
        CostBasis = Upto(2) == 0 ? (CostBasis)Upto(4) : null,
        PriceYear = Upto(2) == 0 ? 2025 : null,
        Payers = Upto(2) == 0 ? new(33.3m, 33.3m, 33.4m, 0) : null,
        Staff = Many(() => new StaffRole(Name(), 1.5m)),
        Gatekeeping = Text(),
        PatientInformation = Text(),
        Evidence = Many(() => new Evidence(Id(), Name(), (EvidenceType)Upto(7), (EvidenceStrength)Upto(3), new(2027, 1, 1 + Upto(28)), "https://example.org/a?b=1&c=2", Text())),
        AlternativeTo = map.Steps.Count > 0 && Upto(3) == 0 ? map.Steps[Upto(map.Steps.Count)].Id : null,
        Diverts = Upto(3) == 0 ? Upto(101) : null,
    };

    private Move Move(Guid from, Guid to) => new()
    {
        Id = Id(),
        From = from,
        To = to,
        Share = Upto(3) == 0 ? null : Upto(1001) / 10m,
        Criteria = Text(),
        WaitingStandardDays = Upto(2) == 0 ? Upto(90) : null,
        HandOff = Text(),
        AssessesAgain = Upto(2) == 0,
        InformationTimely = Upto(2) == 0 ? Upto(101) : null,
        GainsIncome = Upto(2) == 0 ? Id() : null,
        Uptake = Upto(2) == 0 ? Upto(500) : null,
        Providers = Many(Id),
    };

    private Guid Id() => new(Upto(int.MaxValue), 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte)Upto(256));

    private string Name() => Words[Upto(Words.Length)];

    private string? Text() => Upto(2) == 0 ? null : string.Join("\r\n", Name(), Name(), Name());

    private decimal? Number() => Upto(3) switch
    {
        0 => null,
        1 => Upto(3),
        _ => Upto(1_000_000) / 1000m,
    };

    private IReadOnlyList<T> Many<T>(Func<T> one) => [.. Enumerable.Range(0, Upto(3)).Select(_ => one())];
}
