namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>An example of the kit that we do not follow, and why. They stand in Exclusions.txt, one a line: component | example | reason.</summary>
public sealed record Exclusion(string Component, string Fixture, string Reason)
{
    public static readonly IReadOnlyList<Exclusion> All =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Components", "Fixtures", "Exclusions.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | "))
            .Select(cells => new Exclusion(cells[0], cells[1], cells[2])),
    ];

    public static IReadOnlyDictionary<string, string> Of(string component) =>
        All.Where(exclusion => exclusion.Component == component).ToDictionary(exclusion => exclusion.Fixture, exclusion => exclusion.Reason, StringComparer.Ordinal);
}
