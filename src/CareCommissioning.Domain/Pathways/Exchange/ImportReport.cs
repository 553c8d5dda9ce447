using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Gathers what became of each element, and finds words for those of which nobody spoke: none is left out.</summary>
/// <remarks>A drawing is one line, and so is a foreign extension. References that only repeat what flows and lanes say have none.</remarks>
internal sealed class ImportReport
{
    private readonly Dictionary<XElement, (ImportFate Fate, string Text)> _told = [];
    private readonly Dictionary<XElement, List<string>> _notes = [];

    private static readonly HashSet<string> Known =
    [
        "documentation", "extensionElements", "import", "extension", "category", "categoryValue", "correlationProperty", "dataStore", "endPoint", "error", "escalation", "globalTask", "globalUserTask",
        "globalManualTask", "globalScriptTask", "globalBusinessRuleTask", "interface", "operation", "itemDefinition", "message", "partnerEntity", "partnerRole", "resource", "signal", "relationship",
        "textAnnotation", "association", "group", "dataObject", "dataObjectReference", "dataStoreReference", "dataInput", "dataOutput", "dataInputAssociation", "dataOutputAssociation", "ioSpecification",
        "inputSet", "outputSet", "property", "text", "source", "target", "sourceRef", "targetRef", "performer", "humanPerformer", "potentialOwner", "resourceRole", "resourceRef", "resourceAssignmentExpression",
        "formalExpression", "script", "auditing", "monitoring", "messageFlow", "conversation", "conversationLink", "choreography", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "loopCardinality",
        "completionCondition", "timeDuration", "timeDate", "timeCycle", "eventDefinitionRef", "ioBinding", "participantMultiplicity", "childLaneSet", "laneSet", "partitionElement", "callConversation", "dataState",
    ];

    /// <summary>Says what became of an element; the last word counts.</summary>
    public void Tell(XElement element, ImportFate fate, string text) => _told[element] = (fate, text);

    /// <summary>Adds what was changed on the way, or what must be known besides.</summary>
    public void Note(XElement element, string text)
    {
        if (!_notes.TryGetValue(element, out var notes))
        {
            _notes[element] = notes = [];
        }

        notes.Add(text);
    }

    public bool HasTold(XElement element) => _told.ContainsKey(element);

    public IReadOnlyList<ImportLine> Lines(XElement root)
    {
        var lines = new List<ImportLine>();
        var rest = new Stack<XElement>([root]);
        while (rest.TryPop(out var element))
        {
            var line = Line(element);
            if (line is not null)
            {
                lines.Add(line);
            }

            if (line is null || Opens(element))
            {
                foreach (var child in element.Elements().Reverse().Where(IsSpokenOf))
                {
                    rest.Push(child);
                }
            }
        }

        return lines;
    }

    private static bool IsSpokenOf(XElement element) => !element.IsModel("incoming") && !element.IsModel("outgoing") && !element.IsModel("flowNodeRef");

    // What is inside a drawing or a foreign extension is told with it; BPSim's elements speak for themselves.
    private static bool Opens(XElement element) => element.Name.Namespace == Model || (element.Name.Namespace == Bpsim && element.Name.LocalName is "BPSimData" or "Scenario");

    private ImportLine? Line(XElement element)
    {
        var (fate, text) = _told.TryGetValue(element, out var told) ? told : Default(element);
        if (_notes.TryGetValue(element, out var notes))
        {
            text = $"{text}. {string.Join(". ", notes)}";
        }

        return new(Tag(element), Short(element.Said("id") ?? element.Said("elementRef")), Short(element.Said("name")), fate, text);
    }

    private (ImportFate Fate, string Text) Default(XElement element)
    {
        var name = element.Name;
        if (element.Ancestors(Model + "subProcess").Concat(element.Ancestors(Model + "adHocSubProcess")).Concat(element.Ancestors(Model + "transaction")).LastOrDefault(HasTold) is { } whole && name.Namespace == Model)
        {
            return (ImportFate.KeptAside, $"Part of “{Short(whole.Said("name")) ?? whole.Said("id")}”, which became one step");
        }

        if (name == Drawing + "BPMNDiagram")
        {
            return (ImportFate.KeptAside, "The drawing: a map arranges itself");
        }

        if (name == Model + "extensionElements" || name == Model + "relationship" || name == Model + "collaboration" || name == Bpsim + "BPSimData")
        {
            return (ImportFate.KeptAside, "Only holds what is told below");
        }

        if (name.Namespace == Model)
        {
            return Known.Contains(name.LocalName) || name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)
                ? (ImportFate.KeptAside, Kept(element))
                : (ImportFate.NotUnderstood, "Not an element of BPMN processes that we know");
        }

        return name.Namespace == Bpsim || name.Namespace == Ours ? (ImportFate.KeptAside, "A map has no place for it") : (ImportFate.KeptAside, "An addition of another tool, with all that is in it");
    }

    private static string Kept(XElement element) => element.Name.LocalName switch
    {
        "textAnnotation" => $"A note, which a map does not hold: “{Words(element)}”",
        "messageFlow" => "A message, which is no move of people. Draw a move where people go this way too",
        { } name when name.EndsWith("EventDefinition", StringComparison.Ordinal) => "Says of what kind its event is",
        _ => "A map has no place for it",
    };

    private static string Words(XElement element) => ExchangeText.Cut(ExchangeText.Line(element.Value), 300);

    private static string Tag(XElement element)
    {
        var prefix = element.Name.Namespace == Model ? null : element.GetPrefixOfNamespace(element.Name.Namespace);
        return ExchangeText.Cut(string.IsNullOrEmpty(prefix) ? element.Name.LocalName : $"{prefix}:{element.Name.LocalName}", PathwayMap.MaxNameLength);
    }

    private static string? Short(string? text) => text is null ? null : ExchangeText.Cut(ExchangeText.Line(text), PathwayMap.MaxNameLength);
}
