using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>What FHIR calls the kind of a plan.</summary>
public enum PlanType
{
    WorkflowDefinition,
    ClinicalProtocol,
}

/// <summary>What heads a plan in FHIR.</summary>
/// <param name="Id">The version's id, by which it is found again.</param>
/// <param name="Version">Number of the pathway's version.</param>
/// <param name="Active">True once it was agreed; a draft otherwise.</param>
public sealed record PlanHeading(Guid Id, string Name, int Version, bool Active, PlanType Type = PlanType.WorkflowDefinition, DateOnly? On = null);

/// <summary>A map as a FHIR R4 PlanDefinition: an action for each stage, and within it one for each box.</summary>
/// <remarks>FHIR allows no empty list: goals are left out, as are all members without content.</remarks>
public static class FhirExport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // A code system's name, which nobody fetches.
#pragma warning disable S5332
    private const string PlanTypes = "http://terminology.hl7.org/CodeSystem/plan-definition-type";
#pragma warning restore S5332

    public static string Write(PathwayMap map, PlanHeading heading)
    {
        var type = heading.Type == PlanType.ClinicalProtocol ? "clinical-protocol" : "workflow-definition";
        var plan = Object(
            ("resourceType", "PlanDefinition"),
            ("id", heading.Id.ToString()),
            ("identifier", new JsonArray(Object(("use", "official"), ("system", "urn:ietf:rfc:3986"), ("value", $"urn:uuid:{heading.Id}")))),
            ("version", heading.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("title", Text(heading.Name)),
            ("type", Object(("coding", new JsonArray(Object(("system", PlanTypes), ("code", type)))))),
            ("status", heading.Active ? "active" : "draft"),
            ("date", heading.On?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("action", List(map.Stages.Select(stage => Action(map, stage)))));
        return plan.ToJsonString(Options);
    }

    private static JsonObject Action(PathwayMap map, Stage stage) => Object(
        ("id", BpmnNames.Id(stage.Id)),
        ("title", Text(stage.Name)),
        ("action", List(map.In(stage.Id).Select(node => Action(map, node)))));

    private static JsonObject Action(PathwayMap map, MapNode node) => node is ChoicePoint choice ? Choice(map, choice) : Object(
        ("id", BpmnNames.Id(node.Id)),
        ("title", Text(node.Name)),
        ("description", Text(node.Description)),
        ("textEquivalent", Text((node as Step)?.PatientInformation ?? $"{node.Kind}: {node.Name}")),
        ("documentation", List((node as Step)?.Evidence.Select(Citation) ?? [])),
        ("relatedAction", List(map.From(node.Id).Select(move => Before(move.To)))));

    private static JsonObject Choice(PathwayMap map, ChoicePoint choice) => Object(
        ("id", BpmnNames.Id(choice.Id)),
        ("title", Text(choice.Name)),
        ("description", Text(choice.Description)),
        ("textEquivalent", Text(string.Join("; ", new[] { choice.Name, Labelled("Who decides", choice.WhoDecides), Labelled("Grounds", choice.Criteria), Labelled("Information given", choice.InformationGiven) }.Where(part => part is not null)))),
        ("groupingBehavior", map.From(choice.Id).Any() ? "logical-group" : null),
        ("selectionBehavior", map.From(choice.Id).Any() ? "exactly-one" : null),
        ("action", List(map.From(choice.Id).Select(move => Option(map, move)))));

    private static JsonObject Option(PathwayMap map, Move move) => Object(
        ("id", BpmnNames.Id(move.Id)),
        ("title", Text(move.Criteria) ?? Text(map.Node(move.To)?.Name)),
        ("condition", Text(move.Criteria) is { } criteria ? new JsonArray(Object(("kind", "applicability"), ("expression", Object(("description", criteria), ("language", "text/plain"), ("expression", criteria.ToString()))))) : null),
        ("relatedAction", new JsonArray(Before(move.To))));

    private static JsonObject Before(Guid next) => Object(("actionId", BpmnNames.Id(next)), ("relationship", "before-start"));

    private static JsonObject Citation(Evidence evidence) => Object(
        ("type", "citation"),
        ("label", Text(evidence.Type.ToString())),
        ("display", Text(evidence.Summary)),
        ("citation", Text(evidence.Citation)),
        ("url", Text(evidence.Link)));

    private static string? Labelled(string label, string? text) => string.IsNullOrWhiteSpace(text) ? null : $"{label}: {text}";

    // FHIR takes no empty text.
    private static JsonNode? Text(string? text) => ExchangeText.Lines(text) is { Length: > 0 } clean ? clean : null;

    private static JsonArray? List(IEnumerable<JsonObject> items) => items.ToArray<JsonNode?>() is { Length: > 0 } array ? new JsonArray(array) : null;

    private static JsonObject Object(params (string Name, JsonNode? Value)[] members) => new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
