using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;

namespace CareCommissioning.Persistence.Imports;

/// <summary>A pathway as it came in a file: our own document, or BPMN of any tool.</summary>
/// <param name="Refusal">Why it cannot be read at all; null when it can.</param>
/// <param name="Name">The pathway's name in the file; null when it has none.</param>
/// <param name="Report">What became of every element, in the order of the file.</param>
public sealed record PathwayFile(string? Refusal, string? Name, PathwayMap Map, IReadOnlyList<ImportLine> Report)
{
    /// <summary>Reads a file; what kind it is shows in its first letter.</summary>
    public static PathwayFile Read(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return IsJson(content) ? OfDocument(PathwayDocument.Read(stream)) : OfBpmn(BpmnImport.Read(stream));
    }

    private static PathwayFile OfBpmn(ImportResult read) =>
        read.Map is { } map ? new PathwayFile(null, read.Name, map, read.Report) : new PathwayFile(read.Refusal ?? "The file could not be read", null, PathwayMap.Empty, read.Report);

    /// <summary>A document of ours is whole or refused: each fault is told with its place.</summary>
    private static PathwayFile OfDocument(PathwayDocumentRead read) => read.Map is { } map && read.Faults.Count == 0
        ? new PathwayFile(null, read.Name, map, [.. map.Elements.Select(element => new ImportLine(MapDifference.KindOf(element).ToString(), element.Id.ToString(), (element as MapNode)?.Name ?? (element as Stage)?.Name, ImportFate.Mapped, "Read as it is"))])
        : new PathwayFile("The document has faults: each is told below", null, PathwayMap.Empty, [.. read.Faults.Select(fault => new ImportLine("document", fault.Path, null, ImportFate.NotUnderstood, fault.Message))]);

    private static bool IsJson(byte[] content)
    {
        var text = content.AsSpan();
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }
}
