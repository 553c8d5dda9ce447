using System.Text.Json;
using System.Text.RegularExpressions;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Something wrong in a document.</summary>
/// <param name="Path">JSON pointer (RFC 6901) to where it is; empty for the whole.</param>
/// <param name="Message">Plain English.</param>
public sealed record DocumentFault(string Path, string Message);

/// <summary>Reads one element of a map from JSON that a stranger may have made.</summary>
internal static partial class ElementJson
{
    public static readonly JsonSerializerOptions Options = new(MapDocument.Options)
    {
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>An element of a kind, or what is wrong with it.</summary>
    public static (T? Value, IReadOnlyList<DocumentFault> Faults) Read<T>(JsonElement json, string pointer)
        where T : class
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, [new(pointer, "Is not an object")]);
        }

        if (HollowLists(json, pointer).ToList() is { Count: > 0 } hollow)
        {
            return (null, hollow);
        }

        try
        {
            var value = json.Deserialize<T>(Options)!;
            var faults = ElementLimits.Faults(value, pointer).ToList();
            return faults.Count == 0 ? (value, []) : (null, faults);
        }
        catch (JsonException fault)
        {
            return (null, [new(pointer + Pointer(fault.Path), Explain(fault.Message))]);
        }
    }

    /// <summary>Whatever kind of element it says it is for.</summary>
    public static (MapElement? Value, IReadOnlyList<DocumentFault> Faults) Read(ElementKind kind, JsonElement json) => kind switch
    {
        ElementKind.Stage => Read<Stage>(json, ""),
        ElementKind.Entry => Read<Entry>(json, ""),
        ElementKind.Step => Read<Step>(json, ""),
        ElementKind.ChoicePoint => Read<ChoicePoint>(json, ""),
        ElementKind.Exit => Read<Exit>(json, ""),
        _ => Read<Move>(json, ""),
    };

    /// <summary>A JSON pointer for the path in which the serialiser speaks.</summary>
    public static string Pointer(string? path) => path is null ? "" : PathPart().Replace(path.TrimStart('$'), part => "/" + Escaped(part.Value.Trim('.', '[', ']', '\'')));

    /// <summary>A member's name as part of a JSON pointer.</summary>
    public static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Members that an object may not have.</summary>
    public static IEnumerable<DocumentFault> Unknown(JsonElement json, string pointer, params string[] known) =>
        json.EnumerateObject().Where(member => !known.Contains(member.Name)).Select(member => new DocumentFault($"{pointer}/{Escaped(member.Name)}", "Is not a member that is known here"));

    /// <summary>What the serialiser says, in plain English.</summary>
    public static string Explain(string message)
    {
        var name = Quoted().Match(message).Groups["name"].Value;
        return message switch
        {
            _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "Is not a member that is known here",
            _ when message.Contains("missing required", StringComparison.Ordinal) => $"Lacks “{string.Join("”, “", Quoted().Matches(message[message.IndexOf("including", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value))}”",
            _ when message.Contains("uplicate property", StringComparison.Ordinal) => $"Has “{name}” twice",
            _ when message.Contains("null", StringComparison.Ordinal) => "Is null, where a value is needed",
            _ => "Has the wrong type, or is not one of the values that are allowed here",
        };
    }

    private static IEnumerable<DocumentFault> HollowLists(JsonElement json, string pointer) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => HollowLists(member.Value, $"{pointer}/{Escaped(member.Name)}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, place) => item.ValueKind == JsonValueKind.Null ? [new($"{pointer}/{place}", "Is null, where a value is needed")] : HollowLists(item, $"{pointer}/{place}")),
        _ => [],
    };

    [GeneratedRegex(@"\['[^']*'\]|\[[0-9]+\]|\.[^.\[]+", RegexOptions.None, 1000)]
    private static partial Regex PathPart();

    [GeneratedRegex("'(?<name>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
