using System.Text.Json;
using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>What our own export put into an element, for what BPMN has no word for.</summary>
internal static class OwnJson
{
    // Kept with the element: it is asked for several times.
    private sealed record Parsed(MapElement? Element, string? Fault);

    public static XElement? In(XElement element) => element.Element(Model + "extensionElements")?.Element(Ours + "element");

    /// <summary>The map's element; null when there is none, or when it is not one that could stand there.</summary>
    public static MapElement? Of(XElement element)
    {
        if (In(element) is not { } own)
        {
            return null;
        }

        if (own.Annotation<Parsed>() is { } parsed)
        {
            return parsed.Element;
        }

        var kind = element.Name.LocalName switch
        {
            "lane" => ElementKind.Stage,
            "startEvent" => ElementKind.Entry,
            "endEvent" => ElementKind.Exit,
            "sequenceFlow" => ElementKind.Move,
            _ when element.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal) => ElementKind.ChoicePoint,
            _ => ElementKind.Step,
        };
        var read = Parse(own.Value, json => ElementJson.Read(kind, json) is var (element, faults) ? new Parsed(element, faults.Count > 0 ? $"{faults[0].Path} {faults[0].Message}".Trim() : null) : null) ?? new Parsed(null, "Is not JSON");
        own.AddAnnotation(read);
        return read.Element;
    }

    /// <summary>What was wrong with it, once it was read.</summary>
    public static string? FaultOf(XElement own) => own.Annotation<Parsed>()?.Fault;

    /// <summary>The findings that were accepted, which belong to the whole map.</summary>
    public static IReadOnlyList<Acceptance>? Acceptances(XElement process) =>
        process.Element(Model + "extensionElements")?.Element(Ours + "map") is { } own
            ? Parse<IReadOnlyList<Acceptance>>(own.Value, json => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Select(item => ElementJson.Read<Acceptance>(item, "").Value).ToList() is var all && !all.Contains(null) ? [.. all.OfType<Acceptance>()] : null)
            : null;

    private static T? Parse<T>(string text, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var json = JsonDocument.Parse(text, ElementJson.DocumentOptions);
            return read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The latter for texts with half a character.
            return null;
        }
    }
}
