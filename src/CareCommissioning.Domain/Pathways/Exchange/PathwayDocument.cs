using System.Text.Json;
using System.Text.Json.Serialization;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>What a document gave: a name and a map, or everything that is wrong with it.</summary>
/// <param name="Map">Null when there are faults.</param>
/// <param name="Faults">At most <see cref="PathwayDocument.MaxFaults"/>.</param>
public sealed record PathwayDocumentRead(string? Name, PathwayMap? Map, IReadOnlyList<DocumentFault> Faults);

/// <summary>A pathway as a JSON document of our own, complete; its schema is docs/schemas/pathway.schema.json.</summary>
public static class PathwayDocument
{
    public const string Format = "carecommissioning-pathway";
    public const int Version = 1;
    public const int MaxBytes = 10_000_000;
    public const int MaxFaults = 50;

    private static readonly JsonSerializerOptions Indented = new(MapDocument.Options) { WriteIndented = true };

    private sealed record Whole([property: JsonPropertyName("format")] string Kind, [property: JsonPropertyName("version")] int Number, string Name, PathwayMap Map);

    public static string Write(PathwayMap map, string name) => JsonSerializer.Serialize(new Whole(Format, Version, name, map), Indented);

    /// <summary>Reads a document from anywhere. It never throws for what is in it.</summary>
    public static PathwayDocumentRead Read(Stream stream)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (copy.Length + read > MaxBytes)
            {
                return Wrong("", $"The file is too large: at most {MaxBytes / 1_000_000} MB can be read");
            }

            copy.Write(buffer, 0, read);
        }

        return Read(copy.GetBuffer().AsMemory(0, (int)copy.Length));
    }

    private static PathwayDocumentRead Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, ElementJson.DocumentOptions);
            return Read(document.RootElement);
        }
        catch (JsonException fault) when (fault.Message.Contains("uplicate property", StringComparison.Ordinal))
        {
            return Wrong(ElementJson.Pointer(fault.Path), ElementJson.Explain(fault.Message));
        }
        catch (JsonException fault)
        {
            return Wrong("", $"The file is not JSON: see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            return Wrong("", "The file’s characters cannot be read: save it as UTF-8 and try again");
        }
    }

    private static PathwayDocumentRead Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != Format)
        {
            return Wrong("/format", $"This is no pathway of ours: “format” must be “{Format}”");
        }

        if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
        {
            return Wrong("/version", $"Only version {Version} can be read");
        }

        var faults = ElementJson.Unknown(root, "", "format", "version", "name", "map").Take(MaxFaults).ToList();
        var name = root.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        if (string.IsNullOrWhiteSpace(name) || name.Length > Pathway.MaxNameLength)
        {
            faults.Add(new("/name", $"Must be a text of 1 to {Pathway.MaxNameLength} characters"));
        }

        if (!root.TryGetProperty("map", out var map) || map.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new("/map", "Must be an object"));
            return new(null, null, faults);
        }

        var reading = new MapReading(map);
        faults.AddRange(reading.Faults);
        return faults.Count == 0 ? new(name, reading.Map, []) : new(null, null, [.. faults.Take(MaxFaults)]);
    }

    private static PathwayDocumentRead Wrong(string pointer, string message) => new(null, null, [new(pointer, message)]);
}
