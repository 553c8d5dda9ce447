using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing;

namespace CareCommissioning.Domain.Tests.Pathways.Picture;

/// <summary>Maps for drawing, as many as there are numbers, with names that are hard to draw.</summary>
internal static class SketchedMap
{
    private static readonly string[] Names =
    [
        "GP", "Acute ward", "Single point of access", "Early intervention in psychosis team", "Crisis resolution and home treatment", "Who can see the person this week?",
        "Pneumonoultramicroscopicsilicovolcanoconiosis", "مركز الصحة النفسية المجتمعية", "👩‍👩‍👧‍👦 Family support 🏡🏡🏡🏡🏡🏡🏡🏡🏡", "", "Z̸̡̛͓a̵͎͝l̴̰͝g̶̣͝o̷̫͝", "精神科病棟への入院および退院後の地域支援",
        "</text><script>alert(1)</script>", "Tab\tand\u0001 control \uD800 characters\r\n]]>", new string('W', PathwayMap.MaxNameLength), string.Join(' ', Enumerable.Repeat("assessment", 11)),
        .. HostileText.All.Select(text => text[..Math.Min(text.Length, PathwayMap.MaxNameLength)]),
    ];

    /// <summary>A map that the number alone decides.</summary>
    /// <param name="mostBoxes">Of all kinds together.</param>
    public static PathwayMap Of(int seed, int mostBoxes = 60)
    {
        var draws = new Draws(seed);
        var stages = Enumerable.Range(0, draws.Below(9)).Select(n => new Stage { Id = Id(1, n), Name = $"{draws.OneOf(Names)} {n}" }).ToList();
        var count = stages.Count == 0 ? 0 : draws.Below(mostBoxes + 1);
        var nodes = Enumerable.Range(0, count).Select(n => Node(draws, n, draws.OneOf(stages).Id)).ToList();
        var moves = Enumerable.Range(0, count < 2 ? 0 : draws.Below(count * 3)).Select(n => new Move
        {
            Id = Id(3, n),
            From = draws.OneOf(nodes).Id,
            To = draws.OneOf(nodes).Id,
            Share = draws.Below(3) == 0 ? null : draws.Below(10_001) / 100m,
        });
        var byHand = stages.Select(stage => draws.Below(3) == 0 ? stage with { ByHand = [.. Enumerable.Range(0, draws.Below(12)).Select(_ => Id(2, draws.Below(count + 3)))] } : stage);
        return Map([.. byHand], nodes, moves.DistinctBy(move => (move.From, move.To)));
    }

    /// <summary>Exactly so many boxes and moves, over eight stages.</summary>
    public static PathwayMap OfSize(int boxes, int moves)
    {
        var draws = new Draws(boxes);
        var stages = Enumerable.Range(0, 8).Select(n => new Stage { Id = Id(1, n), Name = $"Stage {n}" }).ToList();
        var nodes = Enumerable.Range(0, boxes).Select(n => Node(draws, n, stages[n % 8].Id)).ToList();
        return Map(stages, nodes, Enumerable.Range(0, moves).Select(n => new Move { Id = Id(3, n), From = draws.OneOf(nodes).Id, To = draws.OneOf(nodes).Id, Share = 12.5m }));
    }

    public static Guid Id(int kind, int number) => new(kind, 0, 0, BitConverter.GetBytes((long)number));

    private static MapNode Node(Draws draws, int number, Guid stage)
    {
        var (id, name) = (Id(2, number), draws.OneOf(Names));
        return draws.Below(8) switch
        {
            0 => new Entry { Id = id, StageId = stage, Name = name, PerWeek = draws.Below(40) },
            1 => new Exit { Id = id, StageId = stage, Name = name },
            2 => new ChoicePoint { Id = id, StageId = stage, Name = name },
            _ => new Step { Id = id, StageId = stage, Name = name, Setting = draws.Below(4) == 0 ? null : (Setting)draws.Below(8) },
        };
    }

    private static PathwayMap Map(IReadOnlyList<Stage> stages, IReadOnlyList<MapNode> nodes, IEnumerable<Move> moves) => new()
    {
        Stages = stages,
        Entries = [.. nodes.OfType<Entry>()],
        Steps = [.. nodes.OfType<Step>()],
        ChoicePoints = [.. nodes.OfType<ChoicePoint>()],
        Exits = [.. nodes.OfType<Exit>()],
        Moves = [.. moves],
    };

    /// <summary>Numbers that look drawn by lot and are the same each time (SplitMix64; Steele, Lea and Flood 2014).</summary>
    private sealed class Draws(int seed)
    {
        private ulong _state = (ulong)(uint)seed;

        public int Below(int limit)
        {
            unchecked
            {
                _state += 0x9E3779B97F4A7C15;
                var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
            }
        }

        public T OneOf<T>(IReadOnlyList<T> list) => list[Below(list.Count)];
    }
}
