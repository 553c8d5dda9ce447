using System.Globalization;
using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>The map's figures as a BPSim 1.0 scenario of 52 weeks, beside the process it belongs to.</summary>
internal static class BpsimWriter
{
    public static XElement Write(PathwayMap map, string process, string name) =>
        new(
            Model + "relationship",
            new XAttribute("type", "BPSimData"),
            new XElement(Model + "extensionElements", new XElement(Bpsim + "BPSimData", Scenario(map, name))),
            new XElement(Model + "source", process),
            new XElement(Model + "target", process));

    private static XElement Scenario(PathwayMap map, string name) =>
        new(
            Bpsim + "Scenario",
            new XAttribute("id", "scenario"),
            new XAttribute("name", name),
            new XElement(
                Bpsim + "ScenarioParameters",
                new XAttribute("baseTimeUnit", "day"),
                new XAttribute("baseCurrencyUnit", "GBP"),
                new XElement(Bpsim + "Duration", new XElement(Bpsim + "DurationParameter", new XAttribute("value", $"P{BpsimValues.WeeksInScenario * 7}D")))),
            map.Elements.SelectMany(Parameters));

    private static IEnumerable<XElement> Parameters(MapElement element)
    {
        var values = BpsimValues.Of(element);
        XElement?[] groups =
        [
            Group("TimeParameters", Parameter("ProcessingTime", values.Stay is { } stay ? Stay(stay) : null)),
            Group(
                "ControlParameters",
                Parameter("Probability", Number(values.Probability)),
                Parameter("InterTriggerTimer", values.IntervalDays is { } interval ? Exponential(interval) : null),
                Parameter("TriggerCount", values.TriggerCount is { } count ? new XElement(Bpsim + "NumericParameter", new XAttribute("value", Text(count))) : null)),
            Group("CostParameters", Parameter("FixedCost", Pounds(values.FixedCost)), Parameter("UnitCost", Pounds(values.DayCost))),
        ];
        if (groups.Any(group => group is not null))
        {
            yield return new XElement(Bpsim + "ElementParameters", new XAttribute("elementRef", Id(element.Id)), groups);
        }

        if (values.Quantity is { } quantity)
        {
            yield return new XElement(Bpsim + "ElementParameters", new XAttribute("elementRef", ResourceId(element.Id)), Group("ResourceParameters", Parameter("Quantity", Number(quantity))));
        }
    }

    private static XElement? Group(string name, params XElement?[] parameters) => parameters.Any(parameter => parameter is not null) ? new XElement(Bpsim + name, parameters) : null;

    private static XElement? Parameter(string name, XElement? value) => value is null ? null : new XElement(Bpsim + name, value);

    private static XElement Stay(BpsimStay stay) => stay.Shape switch
    {
        StayDistribution.Exponential => Exponential(stay.MeanDays),
        StayDistribution.Lognormal => new(Bpsim + "LogNormalDistribution", Days, new XAttribute("mean", Text(stay.MeanDays)), new XAttribute("standardDeviation", Text(stay.Spread ?? 0))),
        _ => new(Bpsim + "FloatingParameter", Days, new XAttribute("value", Text(stay.MeanDays))),
    };

    private static XAttribute Days => new("timeUnit", "day");

    private static XElement Exponential(double mean) => new(Bpsim + "NegativeExponentialDistribution", Days, new XAttribute("mean", Text(mean)));

    private static XElement? Number(double? value) => value is { } number ? new(Bpsim + "FloatingParameter", new XAttribute("value", Text(number))) : null;

    private static XElement? Pounds(double? value) => value is { } pounds ? new(Bpsim + "FloatingParameter", new XAttribute("value", Text(pounds)), new XAttribute("currencyUnit", "GBP")) : null;

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
