using CareCommissioning.Domain.Pathways.Figures;

namespace CareCommissioning.Domain.Pathways;

/// <summary>What happened to an element from one version to another.</summary>
public enum Happened
{
    Added,
    Removed,
    Changed,
}

/// <summary>One element that differs.</summary>
/// <param name="Was">Null when it was added.</param>
/// <param name="IsNow">Null when it was removed.</param>
/// <param name="Fields">Names of what differs in it, as the document names them; empty for what was added or removed.</param>
public sealed record Difference(Happened Happened, ElementKind Kind, MapElement? Was, MapElement? IsNow, IReadOnlyList<string> Fields)
{
    public MapElement Element => IsNow ?? Was!;
}

/// <summary>Two versions of a pathway side by side: elements, capacity and cost (S0-051).</summary>
/// <param name="Elements">Stages first, then boxes, then moves.</param>
/// <param name="CostBefore">Pounds a year.</param>
public sealed record VersionDifference(IReadOnlyList<Difference> Elements, decimal CostBefore, decimal CostAfter, IReadOnlyList<(string Unit, decimal Before, decimal After)> Capacity)
{
    /// <summary>What leads from <paramref name="before"/> to <paramref name="after"/>.</summary>
    /// <param name="today">For figures that follow from the maps.</param>
    public static VersionDifference Of(PathwayMap before, PathwayMap after, DateOnly today)
    {
        var elements = MapDifference.Between(before, after).Where(change => change.Kind != ElementKind.Order)
            .Select(change => new Difference(
                change.Before is null ? Happened.Added : change.After is null ? Happened.Removed : Happened.Changed,
                change.Kind,
                before.Find(change.Id),
                after.Find(change.Id),
                Fields(change)))
            .Where(difference => !IsOfThePictureAlone(difference)).OrderBy(difference => difference.Kind).ThenBy(difference => difference.Happened);
        var capacity = Enum.GetValues<CapacityUnit>().Select(unit => (unit.ToString(), Sum(before, unit), Sum(after, unit))).Where(sum => sum.Item2 != 0 || sum.Item3 != 0);
        return new VersionDifference([.. elements], PathwayFigures.Of(before, today).TotalCost, PathwayFigures.Of(after, today).TotalCost, [.. capacity]);
    }

    /// <summary>Where boxes stand in the picture is nothing that partners agree on.</summary>
    private static bool IsOfThePictureAlone(Difference difference) => difference.Happened == Happened.Changed && difference.Fields is ["byHand"];

    private static decimal Sum(PathwayMap map, CapacityUnit unit) => map.Steps.Where(step => step.CapacityUnit == unit).Sum(step => step.Capacity ?? 0);

    private static List<string> Fields(ElementChange change)
    {
        if (change.Before is not { } before || change.After is not { } after)
        {
            return [];
        }

        var was = before.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        var isNow = after.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        return [.. was.Keys.Union(isNow.Keys).Where(name => !was.TryGetValue(name, out var one) || !isNow.TryGetValue(name, out var other) || !System.Text.Json.JsonElement.DeepEquals(one, other))];
    }
}
