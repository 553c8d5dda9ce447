using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Domain.Tests.Pathways;

/// <summary>Maps in short lines; the same name has the same id.</summary>
internal static class AMap
{
    /// <summary>Two stages; people come in, pass a ward and a team, and leave.</summary>
    public static PathwayMap Small() => PathwayMap.Empty
        .With(new Stage { Id = Id("first"), Name = "First" })
        .With(new Stage { Id = Id("then"), Name = "Then" })
        .With(new Entry { Id = Id("in"), StageId = Id("first"), Name = "In", PerWeek = 4 })
        .With(Step("ward", "first") with { Setting = Setting.Inpatient })
        .With(Step("team", "then") with { Setting = Setting.Community })
        .With(new Exit { Id = Id("out"), StageId = Id("then"), Name = "Out" })
        .With(Move("in", "ward", 100))
        .With(Move("ward", "team", 100))
        .With(Move("team", "out", 100));

    public static Step Step(string name, string stage) => new() { Id = Id(name), StageId = Id(stage), Name = name };

    public static Move Move(string from, string to, decimal? share) => new() { Id = Id($"{from}>{to}"), From = Id(from), To = Id(to), Share = share };

    public static PathwayMap With(this PathwayMap map, MapElement element) => map.Put(element).Value.ShouldNotBeNull();

    public static PathwayMap Without(this PathwayMap map, Guid id) => map.Remove(id).Value.ShouldNotBeNull();

    public static Step StepOf(this PathwayMap map, string name) => map.Steps.Single(step => step.Id == Id(name));

    public static Guid Id(string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16).CopyTo(bytes);
        return new Guid(bytes);
    }

    /// <summary>A map of any shape, the same for the same seed: up to 60 boxes in up to 7 stages with short, long and hostile names.</summary>
    public static PathwayMap Any(uint seed)
    {
        var dice = new Dice(seed);
        string[] names = ["A", "Crisis resolution and home treatment team", new('W', 120), "عربي نص طويل جدا", "😀😀😀 <script>&\"'", "Community mental health team of the whole of the north and south of the city, days and nights"];
        var map = PathwayMap.Empty;
        var stages = 1 + dice.Next(7);
        for (var i = 0; i < stages; i++)
        {
            map = map.With(new Stage { Id = Id($"s{i}"), Name = $"{names[dice.Next(names.Length)].EnumerateRunes().First()} stage {i}" });
        }

        var count = dice.Next(61);
        for (var i = 0; i < count; i++)
        {
            var (id, stage, name) = (Id($"n{i}"), Id($"s{dice.Next(stages)}"), $"{i} {names[dice.Next(names.Length)]}");
            name = name.Length <= PathwayMap.MaxNameLength ? name : name[..(PathwayMap.MaxNameLength - 1)];
            map = map.With((i % 6) switch
            {
                0 => new Entry { Id = id, StageId = stage, Name = name, PerWeek = dice.Next(10) },
                1 => new Exit { Id = id, StageId = stage, Name = name },
                2 => new ChoicePoint { Id = id, StageId = stage, Name = name },
                _ => new Step { Id = id, StageId = stage, Name = name, Setting = Setting.Home },
            });
        }

        for (var i = 0; i < count * 2; i++)
        {
            map = map.Put(Move($"n{dice.Next(count)}", $"n{dice.Next(count)}", dice.Next(2) == 0 ? null : dice.Next(101))) is { Value: { } connected } ? connected : map;
        }

        return dice.Next(2) == 0 ? map : map with { Stages = [.. map.Stages.Select(stage => dice.Next(2) == 0 ? stage : stage with { ByHand = [.. map.In(stage.Id).Select(node => node.Id).Reverse()] })] };
    }

    /// <summary>Numbers by chance, the same on every machine (xorshift32).</summary>
    private sealed class Dice(uint seed)
    {
        private uint _state = unchecked(seed * 2654435761u) | 1u;

        public int Next(int below)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)(_state % (uint)below);
        }
    }
}
