using System.Text.Json;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Pathways;

/// <summary>What kind of element a change touched.</summary>
public enum ElementKind
{
    Stage,
    Entry,
    Step,
    ChoicePoint,
    Exit,
    Move,

    /// <summary>The order of the stages: a list of their ids, and no element.</summary>
    Order,
}

/// <summary>One element before and after a change.</summary>
/// <param name="Before">Null when it was added.</param>
/// <param name="After">Null when it was taken away.</param>
public sealed record ElementChange(ElementKind Kind, Guid Id, JsonElement? Before, JsonElement? After);

/// <summary>What makes one map another: for a version's history, for undoing, and for the difference between two versions.</summary>
public static class MapDifference
{
    /// <summary>Every element that was added, changed or taken away.</summary>
    public static IReadOnlyList<ElementChange> Between(PathwayMap before, PathwayMap after)
    {
        var was = before.Elements.ToDictionary(element => element.Id);
        var isNow = after.Elements.ToDictionary(element => element.Id);
        return
        [
            .. before.Elements.Where(element => !isNow.ContainsKey(element.Id)).Select(element => new ElementChange(KindOf(element), element.Id, MapDocument.Write(element), null)),
            .. after.Elements.Where(element => was.TryGetValue(element.Id, out var old) && IsAnother(old, element))
                .Select(element => new ElementChange(KindOf(element), element.Id, MapDocument.Write(was[element.Id]), MapDocument.Write(element))),
            .. after.Elements.Where(element => !was.ContainsKey(element.Id)).Select(element => new ElementChange(KindOf(element), element.Id, null, MapDocument.Write(element))),
            .. OrderChange(before, after),
        ];
    }

    /// <summary>The map without a change, where nothing of what it touched was changed again.</summary>
    /// <returns><see cref="PathwayRefusals.ChangedSince"/> also where something else leads to what it added, or names it, by now.</returns>
    public static Outcome<PathwayMap> Undo(this PathwayMap map, IReadOnlyList<ElementChange> changes)
    {
        var order = changes.FirstOrDefault(change => change.Kind == ElementKind.Order);
        changes = [.. changes.Where(change => change.Kind != ElementKind.Order)];
        if (changes.Any(change => map.Find(change.Id) is var now && (now is null ? change.After is not null : change.After is not { } after || !Same(MapDocument.Write(now), after))))
        {
            return PathwayRefusals.ChangedSince;
        }

        var touched = changes.Select(change => change.Id).ToHashSet();

        // Moves go first and come back last: they need the boxes at their ends, and boxes their stage.
        foreach (var added in changes.Where(change => change.Before is null).OrderByDescending(change => change.Kind).Select(change => change.Id).ToList())
        {
            if (map.Find(added) is null)
            {
                continue;
            }

            // What others built on it since would go with it, and nobody would have taken that away.
            if (map.ReferringTo(added).Any(id => !touched.Contains(id)))
            {
                return PathwayRefusals.ChangedSince;
            }

            var removed = map.Remove(added);
            if (removed.Value is null)
            {
                return removed;
            }

            map = removed.Value;
        }

        foreach (var change in changes.Where(change => change.Before is not null).OrderBy(change => change.Kind))
        {
            var put = map.Put(Read(change.Kind, change.Before!.Value));
            if (put.Value is null)
            {
                return put;
            }

            map = put.Value;
        }

        return order is null ? map : map with { Stages = InOrder(map.Stages, Ids(order.Before)) };
    }

    public static ElementKind KindOf(MapElement element) => element switch
    {
        Stage => ElementKind.Stage,
        Entry => ElementKind.Entry,
        Step => ElementKind.Step,
        ChoicePoint => ElementKind.ChoicePoint,
        Exit => ElementKind.Exit,
        _ => ElementKind.Move,
    };

    /// <summary>Where stages that stand in both maps stand in another order.</summary>
    private static IEnumerable<ElementChange> OrderChange(PathwayMap before, PathwayMap after)
    {
        var was = before.Stages.Select(stage => stage.Id).Intersect(after.Stages.Select(stage => stage.Id)).ToList();
        var isNow = after.Stages.Select(stage => stage.Id).Where(was.Contains).ToList();
        return was.SequenceEqual(isNow) ? [] : [new ElementChange(ElementKind.Order, Guid.Empty, Json(before.Stages), Json(after.Stages))];
    }

    /// <summary>Elements never change in place: the same object says the same, and only others are read.</summary>
    private static bool IsAnother(MapElement old, MapElement element) => !ReferenceEquals(old, element) && MapDocument.Fingerprint(old) != MapDocument.Fingerprint(element);

    private static JsonElement Json(IEnumerable<Stage> stages) => JsonSerializer.SerializeToElement(stages.Select(stage => stage.Id).ToList(), MapDocument.Options);

    private static List<Guid> Ids(JsonElement? order) => order?.Deserialize<List<Guid>>(MapDocument.Options) ?? [];

    /// <summary>Stages that the order names as it says; others after them as they stood.</summary>
    private static List<Stage> InOrder(IReadOnlyList<Stage> stages, List<Guid> order) =>
        [.. stages.OrderBy(stage => order.IndexOf(stage.Id) is var place and >= 0 ? place : int.MaxValue)];

    private static bool Same(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other);

    private static MapElement Read(ElementKind kind, JsonElement json) => kind switch
    {
        ElementKind.Stage => json.Deserialize<Stage>(MapDocument.Options)!,
        ElementKind.Entry => json.Deserialize<Entry>(MapDocument.Options)!,
        ElementKind.Step => json.Deserialize<Step>(MapDocument.Options)!,
        ElementKind.ChoicePoint => json.Deserialize<ChoicePoint>(MapDocument.Options)!,
        ElementKind.Exit => json.Deserialize<Exit>(MapDocument.Options)!,
        _ => json.Deserialize<Move>(MapDocument.Options)!,
    };
}
