using System.Text.Json;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>One reading of a map from JSON, element by element, so that every fault is found and not only the first.</summary>
internal sealed class MapReading
{
    private static readonly string[] Members = ["stages", "entries", "steps", "choicePoints", "exits", "moves", "acceptances"];

    private readonly List<DocumentFault> _faults = [];
    private readonly HashSet<Guid> _ids = [];
    private readonly HashSet<Guid> _faulty = [];
    private readonly JsonElement _json;

    public MapReading(JsonElement json)
    {
        _json = json;
        _faults.AddRange(ElementJson.Unknown(json, "/map", Members).Take(PathwayDocument.MaxFaults));
        var stages = List<Stage>("stages");
        var entries = List<Entry>("entries");
        var steps = List<Step>("steps");
        var choices = List<ChoicePoint>("choicePoints");
        var exits = List<Exit>("exits");
        var moves = List<Move>("moves");
        var acceptances = List<Acceptance>("acceptances");
        if (stages.Count > PathwayMap.MaxStages || entries.Count + steps.Count + choices.Count + exits.Count > PathwayMap.MaxNodes || moves.Count > PathwayMap.MaxMoves)
        {
            Fault("/map", PathwayRefusals.TooLarge.Message);
            return;
        }

        if (acceptances.Count > PathwayMap.MaxMoves)
        {
            Fault("/map/acceptances", $"Has more than {PathwayMap.MaxMoves} items");
        }

        Put(stages);
        Put(entries);
        Put([.. steps.Select(step => (step.Pointer, step.Value with { AlternativeTo = null }))]);
        Put([.. steps.Where(step => step.Value.AlternativeTo is not null)], again: true);
        Put(choices);
        Put(exits);
        Put(moves);
        Map = Map with { Acceptances = [.. acceptances.Select(acceptance => acceptance.Value)] };
    }

    public PathwayMap Map { get; private set; } = PathwayMap.Empty;

    public IReadOnlyList<DocumentFault> Faults => _faults;

    private List<(string Pointer, T Value)> List<T>(string member)
        where T : class
    {
        var list = new List<(string, T)>();
        if (!_json.TryGetProperty(member, out var items))
        {
            return list;
        }

        if (items.ValueKind != JsonValueKind.Array)
        {
            Fault($"/map/{member}", "Must be a list");
            return list;
        }

        foreach (var (place, item) in items.EnumerateArray().Take(PathwayMap.MaxMoves + 1).Index())
        {
            var pointer = $"/map/{member}/{place}";
            var (value, faults) = ElementJson.Read<T>(item, pointer);
            _faults.AddRange(faults.Take(PathwayDocument.MaxFaults - _faults.Count));
            if (value is null && item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var faulty))
            {
                _faulty.Add(faulty);
            }

            if (value is not null)
            {
                list.Add((pointer, value));
            }
        }

        return list;
    }

    private void Put<T>(List<(string Pointer, T Value)> elements, bool again = false)
        where T : MapElement
    {
        foreach (var (pointer, element) in elements)
        {
            if (!again && !_ids.Add(element.Id))
            {
                Fault($"{pointer}/id", "Something else has this id already");
                continue;
            }

            var put = Map.Put(element);
            if (put.Value is { } map)
            {
                Map = map;
            }
            else if (_faulty.Add(element.Id) && !LeansOnFaulty(element))
            {
                Fault(pointer + Culprit(put.Refusal!.Code, element), Message(put.Refusal));
            }
        }
    }

    // What is missing only because it has a fault of its own was told already.
    private bool LeansOnFaulty(MapElement element) => element switch
    {
        Move move => _faulty.Contains(move.From) || _faulty.Contains(move.To),
        Step { AlternativeTo: { } other } step => _faulty.Contains(other) || _faulty.Contains(step.StageId),
        MapNode node => _faulty.Contains(node.StageId),
        _ => false,
    };

    // In the words of a document, not of the page on which a map is drawn.
    private static string Message(Refusal refusal) => refusal.Code switch
    {
        "not-on-the-map" => "Is the id of no box of this map",
        "no-such-stage" => "Is the id of no stage of this map",
        "no-such-step" => "Is the id of no other step of this map",
        "name-taken" => "Something else beside it has this name already",
        "moves-to-itself" => "Is where the move comes from: a move leads from one box to another",
        "already-connected" => "Another move connects the same two boxes already",
        _ => refusal.Message,
    };

    private string Culprit(string code, MapElement element) => (code, element) switch
    {
        ("name-taken", _) => "/name",
        ("no-such-stage", _) => "/stageId",
        ("no-such-step", _) => "/alternativeTo",
        ("payers-not-whole", _) => "/payers",
        ("not-on-the-map", Move move) => Map.Node(move.From) is null ? "/from" : "/to",
        ("leads-from-exit", _) => "/from",
        ("leads-to-entry" or "moves-to-itself" or "already-connected", _) => "/to",
        _ => "",
    };

    private void Fault(string pointer, string message)
    {
        if (_faults.Count < PathwayDocument.MaxFaults)
        {
            _faults.Add(new(pointer, message));
        }
    }
}
