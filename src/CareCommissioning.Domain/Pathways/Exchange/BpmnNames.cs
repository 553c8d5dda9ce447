using System.Xml.Linq;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Namespaces and ids of the files we exchange.</summary>
internal static class BpmnNames
{
#pragma warning disable S5332 // Names, which nobody fetches.
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Drawing = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Bounds = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Points = "http://www.omg.org/spec/DD/20100524/DI";
    public static readonly XNamespace Bpsim = "http://www.bpsim.org/schemas/1.0";
#pragma warning restore S5332
    public static readonly XNamespace Ours = "https://carecommissioning.example/schema/pathway";

    public const string IdPrefix = "n-";
    public const string ResourcePrefix = "r-";

    /// <summary>A name that XML takes as an id: one may not begin with a digit.</summary>
    public static string Id(Guid id) => $"{IdPrefix}{id}";

    public static string ResourceId(Guid step) => $"{ResourcePrefix}{step}";

    /// <summary>A reference without the prefix that some tools put before it.</summary>
    public static string? Reference(string? reference)
    {
        var trimmed = reference?.Trim();
        return trimmed is null || trimmed.LastIndexOf(':') is var colon && colon < 0 ? trimmed : trimmed[(colon + 1)..];
    }

    /// <summary>What an attribute says; null when there is none.</summary>
    public static string? Said(this XElement element, string name) => element.Attribute(XName.Get(name))?.Value;

    public static bool IsModel(this XElement element, string name) => element.Name == Model + name;
}
