using System.Globalization;
using System.Text.Json;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>Reads the loosely typed options of the kit's macros: a text may be a string or an object with text or html.</summary>
internal static class OptionReading
{
    /// <summary>The option at a path such as "fieldset.legend"; null when absent, null or false.</summary>
    public static JsonElement? At(this JsonElement options, string path)
    {
        var found = options;
        foreach (var step in path.Split('.'))
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(step, out found))
            {
                return null;
            }
        }

        return found.ValueKind is JsonValueKind.Null or JsonValueKind.False or JsonValueKind.Undefined ? null : found;
    }

    public static string? Text(this JsonElement options, string path) => options.At(path) is { } found ? AsText(found) : null;

    public static bool On(this JsonElement options, string path) => options.At(path) is not null;

    /// <summary>The option was given and is false.</summary>
    public static bool Off(this JsonElement options, string name) => options.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.False;

    public static bool? Maybe(this JsonElement options, string name) => options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var found) ? found.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    } : null;

    public static int? Number(this JsonElement options, string path) =>
        options.Text(path) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Content given as a string, as { text } or as { html }.</summary>
    public static object? Words(this JsonElement options, string path) => options.At(path) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? found.GetString()
        : found.Text("html") is { } html ? new Html(html)
        : found.Text("text");

    /// <summary>The component's own content, in text or html.</summary>
    public static object? Content(this JsonElement options) => options.Text("html") is { } html ? new Html(html) : options.Text("text");

    /// <summary>The elements of a list that are not left empty.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement options, string path) => options.At(path) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Where(item => item.ValueKind is not (JsonValueKind.Null or JsonValueKind.False) && !(item.ValueKind == JsonValueKind.String && item.GetString()!.Length == 0))
        : [];

    public static T Enum<T>(this JsonElement options, string path, T otherwise)
        where T : struct, Enum => options.Text(path) is { } text && System.Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : otherwise;

    private static string AsText(JsonElement found) => found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();
}
