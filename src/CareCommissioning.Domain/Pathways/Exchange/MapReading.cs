using System.Text.Json;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>One reading of a map from JSON, element by element, so that every fault is found and not only the first.</summary>
internal sealed class MapReading
{
    private static readonly string[] Members = ["stages", "entries", "steps", "choicePoints", "exits", "moves", "acceptances"];

    private readonly List<DocumentFault> _faults = [];
    private readonly HashSet<Guid> _ids = [];
    private readonly JsonElement _json;

    public MapReading(JsonElement json)
    {
        _json = json;
        foreach (var member in json.EnumerateObject().Where(member => !Members.Contains(member.Name)))
        {
            Fault("/map", $"Has a member “{member.Name}”, which is not known here");
        }

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
            _faults.AddRange(faults);
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
            else
            {
                Fault(pointer + Culprit(put.Refusal!.Code, element), put.Refusal.Message);
            }
        }
    }

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
