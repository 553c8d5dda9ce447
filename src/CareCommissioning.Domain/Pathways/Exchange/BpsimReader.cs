using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Figures of a file's first BPSim scenario, by the element they are for. What a map has no place for is named in the report.</summary>
internal sealed class BpsimReader
{
    private static readonly HashSet<string> Read = ["ProcessingTime", "Probability", "InterTriggerTimer", "TriggerCount", "Quantity", "FixedCost", "UnitCost"];

    private readonly Dictionary<string, BpsimValues> _values = [];
    private readonly Dictionary<string, decimal> _probabilities = [];
    private readonly double _weeks;
    private readonly double _unitInDays;

    public BpsimReader(XElement root, BpmnModel model, ImportReport report)
    {
        var scenarios = root.Descendants(Bpsim + "Scenario").ToList();
        if (scenarios.Count == 0)
        {
            return;
        }

        var parameters = scenarios[0].Element(Bpsim + "ScenarioParameters");
        _unitInDays = InDays(parameters?.Said("baseTimeUnit")) ?? InDays("min")!.Value;
        _weeks = (Value(parameters?.Element(Bpsim + "Duration"), inTime: true)?.MeanDays ?? 0) / BpsimValues.DaysInWeek;
        report.Tell(scenarios[0], ImportFate.Mapped, "Gave the map its figures");
        if (parameters is not null)
        {
            report.Tell(parameters, ImportFate.Mapped, "Gave the unit of time and how long the scenario runs; the rest is kept aside");
        }

        scenarios.Skip(1).ToList().ForEach(scenario => report.Tell(scenario, ImportFate.KeptAside, "A further scenario: the first one gave the figures"));
        var users = model.Nodes.Where(node => node.Role == BpmnRole.Step).SelectMany(step => step.Xml.Elements().Elements(Model + "resourceRef").Select(used => (Resource: Reference(used.Value) ?? "", Step: step.Xml.Said("id"))))
            .Distinct().ToLookup(use => use.Resource, use => use.Step);
        var flows = model.Flows.Select(flow => flow.Xml.Said("id")).ToHashSet();
        foreach (var element in scenarios[0].Elements(Bpsim + "ElementParameters"))
        {
            Take(element, reference => users[reference].ToList() is [{ } only] ? only : model.Find(reference) is not null || flows.Contains(reference) ? reference : null, report);
        }
    }

    public BpsimValues Of(string? id) => id is not null && _values.TryGetValue(id, out var values) ? values : new();

    /// <summary>As it is written, with its decimals: 0 to 1 or 0 to 100.</summary>
    public decimal? Probability(string? id) => id is not null && _probabilities.TryGetValue(id, out var probability) ? probability : null;

    private void Take(XElement element, Func<string, string?> find, ImportReport report)
    {
        var reference = Reference(element.Said("elementRef")) ?? "";
        if (find(reference) is not { } target)
        {
            report.Tell(element, ImportFate.NotUnderstood, "Figures for something that has no box or move of its own");
            return;
        }

        var groups = element.Elements().Elements().ToList();
        var before = Of(target);
        _values[target] = before with
        {
            Stay = Value(Parameter("ProcessingTime"), inTime: true) ?? before.Stay,
            IntervalDays = Value(Parameter("InterTriggerTimer"), inTime: true)?.MeanDays ?? before.IntervalDays,
            TriggerCount = Value(Parameter("TriggerCount"), inTime: false)?.MeanDays / (_weeks > 0 ? _weeks / BpsimValues.WeeksInScenario : null as double?) ?? before.TriggerCount,
            Quantity = Value(Parameter("Quantity"), inTime: false)?.MeanDays ?? before.Quantity,
            FixedCost = Value(Parameter("FixedCost"), inTime: false)?.MeanDays ?? before.FixedCost,
            DayCost = Value(Parameter("UnitCost"), inTime: false)?.MeanDays / _unitInDays ?? before.DayCost,
        };
        if (Parameter("Probability")?.Elements().FirstOrDefault()?.Said("value") is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var probability) && probability is >= 0 and <= 1000)
        {
            _probabilities[target] = probability;
        }

        Tell(element, groups, report);

        XElement? Parameter(string name) => groups.FirstOrDefault(parameter => parameter.Name == Bpsim + name);
    }

    private void Tell(XElement element, List<XElement> parameters, ImportReport report)
    {
        var read = parameters.Where(parameter => Read.Contains(parameter.Name.LocalName) && Value(parameter, inTime: true) is not null).Select(parameter => parameter.Name.LocalName).ToList();
        report.Tell(element, read.Count > 0 ? ImportFate.Mapped : ImportFate.KeptAside, read.Count > 0 ? $"Read: {string.Join(", ", read)}" : "Figures that a map has no place for");
        if (read.Count < parameters.Count)
        {
            report.Note(element, $"Kept aside: {ExchangeText.Cut(string.Join(", ", parameters.Select(parameter => parameter.Name.LocalName).Except(read)), 300)}");
        }
    }

    // A mean with its shape; for what is no time, the number alone.
    private BpsimStay? Value(XElement? parameter, bool inTime)
    {
        if (parameter?.Elements().FirstOrDefault() is not { } value)
        {
            return null;
        }

        if (value.Name.LocalName == "DurationParameter")
        {
            return Duration(value.Said("value")) is { } days ? new(StayDistribution.Fixed, days, null) : null;
        }

        var unit = inTime ? InDays(value.Said("timeUnit")) ?? _unitInDays : 1;
        var mean = (Number(value, "mean") ?? Number(value, "value") ?? Number(value, "mode") ?? ((Number(value, "min") + Number(value, "max")) / 2)) * unit;
        var spread = Number(value, "standardDeviation") * unit;
        return mean is not (>= 0 and < 1e9) ? null : value.Name.LocalName switch
        {
            "NegativeExponentialDistribution" => new(StayDistribution.Exponential, mean.Value, null),
            "LogNormalDistribution" => new(StayDistribution.Lognormal, mean.Value, spread),
            _ when spread > 0 => new(StayDistribution.Lognormal, mean.Value, spread),
            _ => new(StayDistribution.Fixed, mean.Value, null),
        };
    }

    private static double? Number(XElement element, string name) =>
        double.TryParse(element.Said(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double? Duration(string? text)
    {
        try
        {
            return text is null ? null : XmlConvert.ToTimeSpan(text).TotalDays;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static double? InDays(string? unit) => unit switch
    {
        "ms" => 1 / 86_400_000d,
        "s" => 1 / 86_400d,
        "min" => 1 / 1440d,
        "hour" => 1 / 24d,
        "day" => 1,
        "year" => 365.25,
        _ => null,
    };
}
