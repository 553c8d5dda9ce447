using System.Text.Json;
using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>A map as BPMN 2.0 with its figures as BPSim 1.0, for other tools to open and for us to read back without loss.</summary>
/// <remarks>
/// Lane = stage, task = step, start event = entry, end event = exit, exclusive gateway = choice point, sequence flow = move.
/// Each carries its JSON in an extension of ours, for what BPMN has no word for.
/// </remarks>
public static class BpmnExport
{
    internal const string ProcessId = "pathway";
    internal const string CollaborationId = "collaboration";
    internal const string ParticipantId = "participant";

    /// <param name="pathwayName">As staff say it: name of the pool, the process and the scenario.</param>
    /// <returns>A whole XML document, to be saved as UTF-8.</returns>
    public static string Write(PathwayMap map, string pathwayName)
    {
        var name = ExchangeText.Line(pathwayName);
        var root = new XElement(
            Model + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", Model),
            new XAttribute(XNamespace.Xmlns + "bpmndi", Drawing),
            new XAttribute(XNamespace.Xmlns + "dc", Bounds),
            new XAttribute(XNamespace.Xmlns + "di", Points),
            new XAttribute(XNamespace.Xmlns + "bpsim", Bpsim),
            new XAttribute(XNamespace.Xmlns + "care", Ours),
            new XAttribute("id", "definitions"),
            new XAttribute("targetNamespace", Ours.NamespaceName),
            new XAttribute("exporter", "CareCommissioning"),
            map.Steps.Where(step => step.Capacity is not null).Select(step => new XElement(Model + "resource", new XAttribute("id", ResourceId(step.Id)), new XAttribute("name", ExchangeText.Line(step.Name)))),
            Collaboration(name),
            Process(map, name),
            BpmnDrawing.Write(map),
            BpsimWriter.Write(map, ProcessId, name));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n";
    }

    private static XElement Collaboration(string name) =>
        new(
            Model + "collaboration",
            new XAttribute("id", CollaborationId),
            new XElement(Model + "participant", new XAttribute("id", ParticipantId), new XAttribute("name", name), new XAttribute("processRef", ProcessId)));

    private static XElement Process(PathwayMap map, string name) =>
        new(
            Model + "process",
            new XAttribute("id", ProcessId),
            new XAttribute("name", name),
            new XAttribute("isExecutable", "false"),
            new XElement(Model + "extensionElements", new XElement(Ours + "map", JsonSerializer.Serialize(map.Acceptances, MapDocument.Options))),
            map.Stages.Count == 0 ? null : new XElement(Model + "laneSet", new XAttribute("id", "stages"), map.Stages.Select(stage => Lane(map, stage))),
            map.Nodes.Select(node => Node(map, node)),
            map.Moves.Select(Flow));

    private static XElement Lane(PathwayMap map, Stage stage) =>
        new(
            Model + "lane",
            new XAttribute("id", Id(stage.Id)),
            new XAttribute("name", ExchangeText.Line(stage.Name)),
            Extension(stage),
            map.In(stage.Id).Select(node => new XElement(Model + "flowNodeRef", Id(node.Id))));

    private static XElement Node(PathwayMap map, MapNode node) =>
        new(
            Model + ElementFor(node),
            new XAttribute("id", Id(node.Id)),
            new XAttribute("name", ExchangeText.Line(node.Name)),
            ExchangeText.Lines(node.Description) is { Length: > 0 } description ? new XElement(Model + "documentation", description) : null,
            Extension(node),
            map.To(node.Id).Select(move => new XElement(Model + "incoming", Id(move.Id))),
            map.From(node.Id).Select(move => new XElement(Model + "outgoing", Id(move.Id))),
            node is Step { Capacity: not null } ? new XElement(Model + "performer", new XElement(Model + "resourceRef", ResourceId(node.Id))) : null);

    private static string ElementFor(MapNode node) => node switch
    {
        Entry => "startEvent",
        ChoicePoint => "exclusiveGateway",
        Exit => "endEvent",
        _ => "task",
    };

    private static XElement Flow(Move move) =>
        new(
            Model + "sequenceFlow",
            new XAttribute("id", Id(move.Id)),
            ExchangeText.Line(move.Criteria) is { Length: > 0 } criteria ? new XAttribute("name", criteria) : null,
            new XAttribute("sourceRef", Id(move.From)),
            new XAttribute("targetRef", Id(move.To)),
            Extension(move));

    private static XElement Extension(MapElement element) => new(Model + "extensionElements", new XElement(Ours + "element", MapDocument.Write(element).GetRawText()));
}
