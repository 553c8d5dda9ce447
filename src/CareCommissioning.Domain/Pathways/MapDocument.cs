using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CareCommissioning.Domain.Pathways;

/// <summary>A map, or an element of one, as JSON: the form in which it is stored, exported and compared.</summary>
public static class MapDocument
{
    /// <summary>Plain members in camel case, enumerations by name, nothing that is null; unknown members are refused.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        MaxDepth = 16,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public static string Write(PathwayMap map) => JsonSerializer.Serialize(map, Options);

    /// <summary>An element alone, whatever its kind.</summary>
    public static JsonElement Write(MapElement element) => JsonSerializer.SerializeToElement(element, element.GetType(), Options);

    /// <exception cref="JsonException">It is no map.</exception>
    public static PathwayMap Read(string json) => JsonSerializer.Deserialize<PathwayMap>(json, Options) ?? throw new JsonException("No map.");

    /// <summary>Tells whether an element is still as it was when a form was made.</summary>
    /// <returns>16 hexadecimal digits; equal for equal content.</returns>
    public static string Fingerprint(MapElement element) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(element, element.GetType(), Options)).AsSpan(0, 8));
}
