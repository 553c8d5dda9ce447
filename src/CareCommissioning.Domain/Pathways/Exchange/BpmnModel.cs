using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>What an element of a process becomes.</summary>
internal enum BpmnRole
{
    Entry,
    Step,
    Choice,
    Exit,

    /// <summary>Nothing of its own: moves go on through it.</summary>
    Passage,

    /// <summary>A way out of the step it is attached to.</summary>
    Boundary,
}

/// <summary>An element of a process between which flows lead.</summary>
internal sealed record BpmnNode(XElement Xml, XElement Process, BpmnRole Role)
{
    public bool IsBox => Role is not (BpmnRole.Passage or BpmnRole.Boundary);
}

/// <summary>A sequence flow whose ends are in the file.</summary>
internal sealed record BpmnFlow(XElement Xml, BpmnNode From, BpmnNode To, bool IsDefault);

/// <summary>The processes of a file as nodes and flows, before anything becomes a map.</summary>
internal sealed class BpmnModel
{
    private static readonly HashSet<string> Activities =
    [
        "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask", "callActivity", "subProcess", "adHocSubProcess", "transaction",
    ];

    private static readonly HashSet<string> Gateways = ["exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway"];

    private readonly ImportReport _report;
    private readonly Dictionary<string, BpmnNode> _byId = [];
    private readonly Dictionary<string, int> _leaving;
    private readonly Dictionary<string, int> _arriving;
    private readonly Dictionary<string, XElement> _throws;
    private readonly Dictionary<string, XElement> _catches;

    public BpmnModel(XElement root, ImportReport report)
    {
        (Root, _report) = (root, report);
        Processes = [.. root.Elements(Model + "process")];
        var flows = Processes.Elements(Model + "sequenceFlow").ToList();
        _leaving = flows.GroupBy(flow => flow.Said("sourceRef") ?? "").ToDictionary(group => group.Key, group => group.Count());
        _arriving = flows.GroupBy(flow => flow.Said("targetRef") ?? "").ToDictionary(group => group.Key, group => group.Count());
        (_throws, _catches) = (Links("intermediateThrowEvent"), Links("intermediateCatchEvent"));
        foreach (var process in Processes)
        {
            foreach (var element in process.Elements())
            {
                Take(element, process);
            }
        }

        Flows = [.. flows.Select(Flow).OfType<BpmnFlow>()];
        Report();
    }

    public XElement Root { get; }

    public IReadOnlyList<XElement> Processes { get; }

    public List<BpmnNode> Nodes { get; } = [];

    public IReadOnlyList<BpmnFlow> Flows { get; }

    /// <summary>The node with an id; for what is inside a sub-process, the sub-process.</summary>
    public BpmnNode? Find(string? id) => id is not null && _byId.TryGetValue(id.Trim(), out var node) ? node : null;

    /// <summary>Where a link event that is thrown is caught, in place of a long line on the drawing.</summary>
    public BpmnNode? CaughtFrom(BpmnNode node) =>
        node.Xml.IsModel("intermediateThrowEvent") && LinkOf(node.Xml) is { } link && _catches.TryGetValue(link, out var caught) ? Find(caught.Said("id")) : null;

    private static string? LinkOf(XElement element) => element.Element(Model + "linkEventDefinition")?.Said("name") is { } name ? $"{element.Parent?.Said("id")}/{name}" : null;

    private Dictionary<string, XElement> Links(string name) =>
        Processes.Elements(Model + name).Where(element => LinkOf(element) is not null).GroupBy(element => LinkOf(element)!).ToDictionary(group => group.Key, group => group.First());

    private void Take(XElement element, XElement process)
    {
        if (RoleOf(element) is not { } role)
        {
            return;
        }

        var node = new BpmnNode(element, process, role);
        Nodes.Add(node);
        Index(element, node);
        foreach (var inner in element.Descendants().Where(inner => Activities.Contains(element.Name.LocalName) && inner.Name.Namespace == Model && inner.Parent!.Name.LocalName is "subProcess" or "adHocSubProcess" or "transaction"))
        {
            Index(inner, node);
        }
    }

    private void Index(XElement element, BpmnNode node)
    {
        if (element.Said("id") is { } id && !_byId.TryAdd(id, node))
        {
            _report.Note(element, "Its id is used twice in the file: flows and lanes mean the first one");
        }
    }

    private BpmnRole? RoleOf(XElement element)
    {
        if (element.Name.Namespace != Model)
        {
            return null;
        }

        var (name, id) = (element.Name.LocalName, element.Said("id") ?? "");
        return name switch
        {
            "startEvent" => BpmnRole.Entry,
            "endEvent" => BpmnRole.Exit,
            "boundaryEvent" => BpmnRole.Boundary,
            "intermediateCatchEvent" or "intermediateThrowEvent" when LinkOf(element) is { } link && _throws.ContainsKey(link) && _catches.ContainsKey(link) => BpmnRole.Passage,
            "intermediateCatchEvent" or "intermediateThrowEvent" or "intermediateEvent" or "event" => Passing(name, id),
            _ when Activities.Contains(name) => BpmnRole.Step,
            _ when Gateways.Contains(name) => _leaving.GetValueOrDefault(id) == 1 && OwnJson.Of(element) is not ChoicePoint ? BpmnRole.Passage : BpmnRole.Choice,
            _ => null,
        };
    }

    // An event on the way is passed through; one where people only arrive or only leave is an end of the way.
    private BpmnRole Passing(string name, string id) => (_arriving.GetValueOrDefault(id), _leaving.GetValueOrDefault(id)) switch
    {
        (0, > 0) when name is not "intermediateThrowEvent" => BpmnRole.Entry,
        ( > 0, 0) => BpmnRole.Exit,
        _ => BpmnRole.Passage,
    };

    private BpmnFlow? Flow(XElement xml)
    {
        var (from, to) = (Find(xml.Said("sourceRef")), Find(xml.Said("targetRef")));
        if (from is null || to is null)
        {
            _report.Tell(xml, ImportFate.NotUnderstood, $"Leads {(from is null ? "from" : "to")} something that is not in the file: no move was made");
            return null;
        }

        return new(xml, from, to, xml.Said("id") is { } id && from.Xml.Said("default") == id);
    }

    private void Report()
    {
        _report.Tell(Root, ImportFate.Mapped, "The whole file");
        foreach (var node in Nodes)
        {
            var name = node.Xml.Name.LocalName;
            var (fate, text) = node.Role switch
            {
                BpmnRole.Entry => (ImportFate.Mapped, name == "startEvent" ? "Became an entry" : "Became an entry: nothing in the file leads to it"),
                BpmnRole.Exit => (ImportFate.Mapped, name == "endEvent" ? "Became an exit" : "Became an exit: nothing in the file leads on from it"),
                BpmnRole.Step when node.Xml.Elements().Any(inner => inner.IsModel("sequenceFlow") || RoleOf(inner) is not null) => (ImportFate.Mapped, "Became one step; what is inside was kept aside"),
                BpmnRole.Step => (ImportFate.Mapped, "Became a step"),
                BpmnRole.Choice when name is "exclusiveGateway" => (ImportFate.Mapped, "Became a choice point"),
                BpmnRole.Choice => (ImportFate.Mapped, $"Became a choice point, though {(name == "parallelGateway" ? "people go all of its ways at once" : "it works in another way in BPMN")}: look at its shares"),
                BpmnRole.Boundary => Boundary(node),
                _ => (ImportFate.KeptAside, "Only one way leads on: the moves go through it to the next box"),
            };
            _report.Tell(node.Xml, fate, name.StartsWith("intermediate", StringComparison.Ordinal) && node.Role == BpmnRole.Passage ? "An event on the way: the moves go through it to the next box" : text);
        }
    }

    private (ImportFate Fate, string Text) Boundary(BpmnNode node) => Find(node.Xml.Said("attachedToRef")) is { Role: BpmnRole.Step }
        ? (ImportFate.Mapped, "Its flows became moves out of the step it is attached to, with its name as their criteria")
        : (ImportFate.NotUnderstood, "It is attached to nothing in the file, and so are its flows");
}
