using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>The stages of an imported file: its lanes; the pool or process where there are none.</summary>
internal sealed class BpmnStages
{
    private readonly BpmnModel _model;
    private readonly ImportReport _report;
    private readonly Dictionary<XElement, XElement> _laneOf = [];
    private readonly Dictionary<XElement, XElement> _participants = [];
    private readonly ILookup<XElement, BpmnNode> _boxes;

    public BpmnStages(BpmnModel model, ImportReport report)
    {
        (_model, _report) = (model, report);
        _boxes = model.Nodes.Where(node => node.IsBox).ToLookup(node => node.Process);
        var byId = model.Processes.Where(process => process.Said("id") is not null).DistinctBy(process => process.Said("id")).ToDictionary(process => process.Said("id")!);
        foreach (var participant in model.Root.Elements(Model + "collaboration").Elements(Model + "participant"))
        {
            Take(participant, byId);
        }

        foreach (var process in model.Processes.OrderBy(process => _participants.ContainsKey(process) ? 0 : 1))
        {
            Take(process);
        }
    }

    /// <summary>What becomes a stage, in order: a lane, or a process for the boxes that no lane names.</summary>
    public List<(XElement Xml, XElement Process)> Sources { get; } = [];

    /// <summary>The lane or process in which a box stands.</summary>
    public XElement SourceOf(BpmnNode node) => _laneOf.GetValueOrDefault(node.Xml, node.Process);

    /// <summary>What the file calls a lane or process; where lanes leave some boxes out, these have a name of their own.</summary>
    public string NameOf(XElement source, XElement process)
    {
        var pool = _participants.GetValueOrDefault(process)?.Said("name") is { } name && !string.IsNullOrWhiteSpace(name) ? name : process.Said("name") ?? _model.Root.Said("name");
        return source == process ? process.Elements(Model + "laneSet").Elements().Any() ? $"{pool} (outside the lanes)" : pool ?? "" : source.Said("name") ?? "";
    }

    private void Take(XElement participant, Dictionary<string, XElement> processes)
    {
        if (Reference(participant.Said("processRef")) is not { } reference)
        {
            _report.Tell(participant, ImportFate.KeptAside, "A pool without contents");
        }
        else if (!processes.TryGetValue(reference, out var process))
        {
            _report.Tell(participant, ImportFate.NotUnderstood, "A pool whose process is not in the file");
        }
        else
        {
            _participants.TryAdd(process, participant);
            _report.Tell(participant, ImportFate.Mapped, process.Elements(Model + "laneSet").Any() ? "Its lanes became stages" : "Became a stage");
        }
    }

    private void Take(XElement process)
    {
        var lanes = new List<XElement>();
        foreach (var set in process.Elements(Model + "laneSet"))
        {
            Lanes(set, lanes);
        }

        var boxes = _boxes[process].ToList();
        var used = boxes.Select(SourceOf).ToHashSet();
        foreach (var lane in lanes)
        {
            if (lane.Element(Model + "childLaneSet") is null || used.Contains(lane))
            {
                Sources.Add((lane, process));
                _report.Tell(lane, ImportFate.Mapped, "Became a stage");
            }
            else
            {
                _report.Tell(lane, ImportFate.KeptAside, "The lanes within it became stages");
            }
        }

        if (used.Contains(process))
        {
            Sources.Add((process, process));
        }

        _report.Tell(process, boxes.Count > 0 || lanes.Count > 0 ? ImportFate.Mapped : ImportFate.KeptAside, boxes.Count > 0 || lanes.Count > 0 ? "Its contents are on the map" : "Has nothing that a map could show");
    }

    // A box that several lanes name stands in the innermost one, which is told last.
    private void Lanes(XElement set, List<XElement> lanes)
    {
        _report.Tell(set, ImportFate.Mapped, "Its lanes became stages");
        foreach (var lane in set.Elements(Model + "lane"))
        {
            lanes.Add(lane);
            var missing = 0;
            foreach (var reference in lane.Elements(Model + "flowNodeRef"))
            {
                if (_model.Find(Reference(reference.Value)) is { } node)
                {
                    _laneOf[node.Xml] = lane;
                }
                else
                {
                    missing++;
                }
            }

            if (missing > 0)
            {
                _report.Note(lane, $"Of what it names, {missing} {(missing == 1 ? "is" : "are")} not in the file");
            }

            foreach (var inner in lane.Elements(Model + "childLaneSet"))
            {
                Lanes(inner, lanes);
            }
        }
    }
}
