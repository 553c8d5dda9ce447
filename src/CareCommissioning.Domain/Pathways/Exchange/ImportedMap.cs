using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Makes the map of what was found in a file, one element after another, as if somebody had drawn it.</summary>
internal sealed class ImportedMap(BpmnModel model, ImportReport report, BpsimReader figures)
{
    private readonly ImportIds _ids = new();
    private readonly Dictionary<XElement, Guid> _idOf = [];
    private PathwayMap _map = PathwayMap.Empty;

    public PathwayMap Make(BpmnStages stages, BpmnMoves moves)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (source, process) in stages.Sources)
        {
            var own = OwnJson.Of(source) as Stage;
            var id = _idOf[source] = _ids.For(source, own);
            Put(source, new Stage { Id = id, Name = Name(source, stages.NameOf(source, process), own?.Name, "Stage", names) });
            TellOfOwn(source, own);
        }

        MakeNodes(stages);
        MakeMoves(moves);
        return _map with { Acceptances = [.. model.Processes.SelectMany(Acceptances)] };
    }

    private IReadOnlyList<Acceptance> Acceptances(XElement process)
    {
        var acceptances = OwnJson.Acceptances(process);
        if (process.Element(Model + "extensionElements")?.Element(Ours + "map") is { } own)
        {
            report.Tell(own, acceptances is null ? ImportFate.NotUnderstood : ImportFate.Mapped, acceptances is null ? "Not what our export writes there" : "Findings that were accepted");
        }

        return acceptances ?? [];
    }

    private void MakeNodes(BpmnStages stages)
    {
        var names = new Dictionary<Guid, HashSet<string>>();
        var alternatives = new List<(XElement Xml, Step Step)>();
        foreach (var node in model.Nodes.Where(node => node.IsBox))
        {
            var own = OwnJson.Of(node.Xml) as MapNode;
            var stage = _idOf[stages.SourceOf(node)];
            names.TryAdd(stage, new(StringComparer.OrdinalIgnoreCase));
            var id = _idOf[node.Xml] = _ids.For(node.Xml, own);
            var box = Box(node, own, id) with
            {
                StageId = stage,
                Name = Name(node.Xml, node.Xml.Said("name"), own?.Name, Fallback(node.Role), names[stage]),
                Description = Description(node.Xml, own?.Description),
            };
            TellOfOwn(node.Xml, own);
            if (box is Step { AlternativeTo: not null } step)
            {
                alternatives.Add((node.Xml, step));
                box = step with { AlternativeTo = null };
            }

            Put(node.Xml, box);
        }

        alternatives.ForEach(it => Put(it.Xml, it.Step));
    }

    private MapNode Box(BpmnNode node, MapNode? own, Guid id)
    {
        var values = figures.Of(node.Xml.Said("id"));
        return node.Role switch
        {
            BpmnRole.Entry => values.ApplyTo((own as Entry ?? new Entry { Id = id, StageId = id, Name = "" }) with { Id = id }),
            BpmnRole.Exit => (own as Exit ?? new Exit { Id = id, StageId = id, Name = "" }) with { Id = id },
            BpmnRole.Choice => (own as ChoicePoint ?? new ChoicePoint { Id = id, StageId = id, Name = "" }) with { Id = id },
            _ => values.ApplyTo((own as Step ?? new Step { Id = id, StageId = id, Name = "" }) with { Id = id }),
        };
    }

    private void MakeMoves(BpmnMoves moves)
    {
        var shares = ImportedShares.Of(model.Flows, figures, report);
        var made = new Dictionary<(Guid, Guid), Move>();
        foreach (var way in moves.Ways)
        {
            var own = OwnJson.Of(way.First.Xml) as Move;
            var ends = (_idOf[way.From.Xml], _idOf[way.To.Xml]);
            var criteria = Criteria(way, own);
            var share = Share(way, shares);
            var names = $"from “{_map.Node(ends.Item1)?.Name}” to “{_map.Node(ends.Item2)?.Name}”";
            if (made.TryGetValue(ends, out var before))
            {
                var both = string.Join("; ", new[] { before.Criteria, criteria }.Where(part => !string.IsNullOrEmpty(part)).Distinct(StringComparer.Ordinal));
                made[ends] = before with { Criteria = both.Length == 0 ? null : ExchangeText.Cut(both, PathwayMap.MaxTextLength), Share = before.Share + share is { } sum ? Math.Min(sum, 100) : null };
                report.Tell(way.First.Xml, ImportFate.Mapped, $"Joined with another move {names}");
                continue;
            }

            var id = _ids.For(way.First.Xml, own);
            made[ends] = (own ?? new Move { Id = id, From = id, To = id }) with { Id = id, From = ends.Item1, To = ends.Item2, Criteria = criteria, Share = share };
            report.Tell(way.First.Xml, ImportFate.Mapped, $"Became a move {names}{(way.Way.Count > 1 ? ", through what was kept aside" : "")}");
            TellOfOwn(way.First.Xml, own);
        }

        foreach (var way in moves.Ways.DistinctBy(way => (way.From.Xml, way.To.Xml)))
        {
            Put(way.First.Xml, made[(_idOf[way.From.Xml], _idOf[way.To.Xml])]);
        }
    }

    private string? Criteria(BpmnWay way, Move? own)
    {
        foreach (var condition in way.Way.Select(flow => flow.Xml.Element(Model + "conditionExpression")).OfType<XElement>())
        {
            report.Tell(condition, ImportFate.Mapped, "Is part of the move’s criteria");
        }

        var words = string.Join("; ", way.Way.Select(BpmnMoves.Words).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal));
        if (own is not null && ExchangeText.Same(words, own.Criteria))
        {
            return own.Criteria;
        }

        return words.Length == 0 ? null : ExchangeText.Cut(words, PathwayMap.MaxTextLength);
    }

    private static decimal? Share(BpmnWay way, Dictionary<XElement, decimal?> shares)
    {
        var share = shares[way.First.Xml];
        foreach (var flow in way.Way.Skip(1))
        {
            share = shares[flow.Xml] is { } further and not 100 ? share * further / 100 : share;
        }

        return share;
    }

    private string Name(XElement element, string? given, string? own, string fallback, HashSet<string> taken)
    {
        var name = ExchangeText.Line(given);
        if (own is not null && ExchangeText.Same(name, own) && taken.Add(own))
        {
            return own;
        }

        if (name.Length == 0)
        {
            report.Note(element, $"It has no name and is called “{fallback}”");
            name = fallback;
        }

        if (name.Length > PathwayMap.MaxNameLength)
        {
            report.Note(element, $"Its name was cut to {PathwayMap.MaxNameLength} characters");
            name = ExchangeText.Cut(name, PathwayMap.MaxNameLength);
        }

        var unique = ExchangeText.Unique(name, taken);
        if (unique != name)
        {
            report.Note(element, $"Its name was there already: it is called “{unique}”");
        }

        return unique;
    }

    private string? Description(XElement element, string? own)
    {
        var parts = element.Elements(Model + "documentation").ToList();
        parts.ForEach(part => report.Tell(part, ImportFate.Mapped, "Became the description"));
        var text = ExchangeText.Lines(string.Join("\n\n", parts.Select(part => part.Value)));
        if (ExchangeText.Same(text, own))
        {
            return own;
        }

        if (text.Length > PathwayMap.MaxTextLength)
        {
            report.Note(element, $"Its description was cut to {PathwayMap.MaxTextLength} characters");
        }

        return text.Length == 0 ? null : ExchangeText.Cut(text, PathwayMap.MaxTextLength);
    }

    private void TellOfOwn(XElement element, MapElement? own)
    {
        if (OwnJson.In(element) is { } extension)
        {
            report.Tell(extension, own is null ? ImportFate.NotUnderstood : ImportFate.Mapped, own is null ? $"Not what our export writes there, so only what BPMN says was taken: {OwnJson.FaultOf(extension)}" : "What BPMN has no word for");
        }
    }

    private void Put(XElement element, MapElement made)
    {
        var put = _map.Put(made);
        if (put.Value is { } map)
        {
            _map = map;
        }
        else
        {
            report.Note(element, $"The map did not take it: {put.Refusal!.Message}");
        }
    }

    private static string Fallback(BpmnRole role) => role switch
    {
        BpmnRole.Entry => "Entry",
        BpmnRole.Exit => "Exit",
        BpmnRole.Choice => "Which way?",
        _ => "Step",
    };
}
