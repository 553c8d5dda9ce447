using System.Text.Json;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>One example that the kit publishes for a component: the options of its macro, and the HTML they must give.</summary>
public sealed record KitFixture(string Component, string Name, JsonElement Options, string Html)
{
    private static readonly string Folder = Path.Combine(
        RepositoryRoot(), "src", "CareCommissioning.Web", "node_modules", "nhsuk-frontend", "dist", "nhsuk", "components");

    public static IReadOnlyList<KitFixture> Of(string component)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        return [.. file.RootElement.GetProperty("fixtures").EnumerateArray().Select(fixture => new KitFixture(
            component,
            fixture.GetProperty("name").GetString()!,
            fixture.TryGetProperty("context", out var context) ? context.Clone() : default,
            fixture.GetProperty("html").GetString()!))];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CareCommissioning.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
