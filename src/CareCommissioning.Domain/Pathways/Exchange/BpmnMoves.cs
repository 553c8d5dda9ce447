using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>A way from one box to another, through whatever stands between them and has no place on a map.</summary>
/// <param name="First">The flow by which people leave the box.</param>
/// <param name="Way">Every flow on the way, the first one first.</param>
internal sealed record BpmnWay(BpmnNode From, BpmnNode To, BpmnFlow First, IReadOnlyList<BpmnFlow> Way);

/// <summary>Finds the ways between boxes. Gateways that only join, events on the way and boundary events are passed through, so that what was connected stays so.</summary>
internal sealed class BpmnMoves
{
    private const int MaxWork = 200_000;

    private readonly BpmnModel _model;
    private readonly ImportReport _report;
    private readonly ILookup<BpmnNode, BpmnFlow> _leaving;
    private int _work;

    private sealed record Trail(BpmnNode At, BpmnFlow Last, Trail? Before);

    public BpmnMoves(BpmnModel model, ImportReport report)
    {
        (_model, _report) = (model, report);
        _leaving = model.Flows.ToLookup(flow => flow.From);
        foreach (var flow in model.Flows)
        {
            if (SourceOf(flow.From) is { } from)
            {
                Follow(from, flow);
            }
        }

        foreach (var flow in model.Flows.Where(flow => !report.HasTold(flow.Xml)))
        {
            report.Tell(flow.Xml, ImportFate.KeptAside, flow.From.Role == BpmnRole.Boundary ? "Leads from an event that is attached to nothing" : "No way from a box of the map leads along it, or none leads on");
        }
    }

    public List<BpmnWay> Ways { get; } = [];

    /// <summary>True when there are so many ways that no map could hold them.</summary>
    public bool TooMany => _work > MaxWork || Ways.Count > MaxWork;

    /// <summary>What a flow says of who goes along it.</summary>
    public static string Words(BpmnFlow flow)
    {
        var name = ExchangeText.Line(flow.Xml.Said("name"));
        var condition = ExchangeText.Line(flow.Xml.Element(Model + "conditionExpression")?.Value);
        var said = (name, condition) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) when !ExchangeText.Same(name, condition) => $"{name}: {condition}",
            ({ Length: > 0 }, _) => name,
            (_, { Length: > 0 }) => condition,
            _ => flow.IsDefault ? "Otherwise" : "",
        };
        return flow.From.Role != BpmnRole.Boundary ? said : string.Join("; ", new[] { EventName(flow.From.Xml), said }.Where(part => part.Length > 0));
    }

    private static string EventName(XElement boundary)
    {
        var kind = boundary.Elements().FirstOrDefault(inner => inner.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal))?.Name.LocalName;
        return ExchangeText.Line(boundary.Said("name")) is { Length: > 0 } name ? name : kind is null ? "An event happens" : $"On {kind[..^"EventDefinition".Length]}";
    }

    private BpmnNode? SourceOf(BpmnNode node) => node switch
    {
        { IsBox: true } => node,
        { Role: BpmnRole.Boundary } when _model.Find(node.Xml.Said("attachedToRef")) is { Role: BpmnRole.Step } step => step,
        _ => null,
    };

    private void Follow(BpmnNode from, BpmnFlow first)
    {
        var seen = new HashSet<XElement>();
        var open = new Stack<Trail>([new(first.To, first, null)]);
        while (open.TryPop(out var trail) && !TooMany)
        {
            _work++;
            if (trail.At.IsBox)
            {
                Arrive(from, first, trail);
            }
            else if (trail.At.Role == BpmnRole.Passage && seen.Add(trail.At.Xml))
            {
                if (_model.CaughtFrom(trail.At) is { } caught)
                {
                    open.Push(trail with { At = caught });
                }

                foreach (var flow in _leaving[trail.At].Reverse())
                {
                    open.Push(new(flow.To, flow, trail));
                }
            }
        }
    }

    private void Arrive(BpmnNode from, BpmnFlow first, Trail trail)
    {
        var way = new List<BpmnFlow>();
        for (var at = trail; at is not null; at = at.Before)
        {
            way.Add(at.Last);
            _work++;
        }

        way.Reverse();
        foreach (var flow in way.Skip(1))
        {
            _report.Tell(flow.Xml, ImportFate.Mapped, "Is part of a move that goes through what was kept aside");
        }

        var why = (from.Role, trail.At.Role) switch
        {
            _ when from == trail.At => "Leads back to where it comes from, which a move cannot: no move was made",
            (BpmnRole.Exit, _) => "Leads from an exit: no move was made",
            (_, BpmnRole.Entry) => "Leads to an entry: no move was made",
            _ => null,
        };
        if (why is null)
        {
            Ways.Add(new(from, trail.At, first, way));
        }
        else if (!_report.HasTold(first.Xml))
        {
            _report.Tell(first.Xml, ImportFate.KeptAside, why);
        }
    }
}
