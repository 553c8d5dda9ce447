using System.Text.Json;
using System.Text.Json.Nodes;
using CareCommissioning.Testing;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>One example that the kit publishes for a component: the options of its macro, and the HTML they must give.</summary>
public sealed record KitFixture(string Component, string Name, JsonElement Options, string Html)
{
    private static readonly string Folder = Repository.PathOf(
        "src", "CareCommissioning.Web", "node_modules", "nhsuk-frontend", "dist", "nhsuk", "components");

    public static IReadOnlyList<KitFixture> Of(string component)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        return [.. file.RootElement.GetProperty("fixtures").EnumerateArray().Select(fixture => new KitFixture(
            component,
            fixture.GetProperty("name").GetString()!,
            OptionsOf(fixture),
            fixture.GetProperty("html").GetString()!))];
    }

    /// <summary>What a template calls the macro around is the html option by another way.</summary>
    private static JsonElement OptionsOf(JsonElement fixture)
    {
        var options = fixture.TryGetProperty("context", out var context) ? JsonNode.Parse(context.GetRawText())!.AsObject() : [];
        if (fixture.TryGetProperty("callBlock", out var block))
        {
            options["html"] = block.ValueKind == JsonValueKind.Array ? string.Concat(block.EnumerateArray().Select(line => line.GetString())) : block.GetString();
        }

        return JsonSerializer.SerializeToElement(options);
    }
}
