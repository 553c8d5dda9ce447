using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.Exchange.Bpmn;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>Arrivals, stays, capacity and costs from other tools' simulations (S0-012).</summary>
public sealed class ImportedFigureTests
{
    [Theory, Requirement("S0-012")]
    [InlineData("<bpsim:NegativeExponentialDistribution mean=\"48\"/>", StayDistribution.Exponential, 2, null)]
    [InlineData("<bpsim:LogNormalDistribution mean=\"10\" standardDeviation=\"5\" timeUnit=\"day\"/>", StayDistribution.Lognormal, 10, 0.5)]
    [InlineData("<bpsim:NormalDistribution mean=\"24\" standardDeviation=\"6\"/>", StayDistribution.Lognormal, 1, 0.25)]
    [InlineData("<bpsim:UniformDistribution min=\"24\" max=\"72\"/>", StayDistribution.Fixed, 2, null)]
    [InlineData("<bpsim:DurationParameter value=\"P3DT12H\"/>", StayDistribution.Fixed, 3.5, null)]
    [InlineData("<bpsim:FloatingParameter value=\"1\" timeUnit=\"year\"/>", StayDistribution.Fixed, 365.25, null)]
    public void A_stay_is_read_in_days_whatever_its_unit_and_shape(string stay, StayDistribution shape, double days, double? cv)
    {
        var step = Simulated($"<bpsim:ElementParameters elementRef=\"t\"><bpsim:TimeParameters><bpsim:ProcessingTime>{stay}</bpsim:ProcessingTime></bpsim:TimeParameters></bpsim:ElementParameters>").Map!.Steps[0];

        step.ShouldSatisfyAllConditions(() => step.StayDistribution.ShouldBe(shape), () => step.StayDays.ShouldBe((decimal)days), () => step.StayCv.ShouldBe((decimal?)cv));
    }

    [Theory, Requirement("S0-012")]
    [InlineData("<bpsim:DurationParameter value=\"for ever\"/>"), InlineData("<bpsim:FloatingParameter value=\"-5\"/>"), InlineData("<bpsim:FloatingParameter value=\"1e300\"/>"), InlineData("<bpsim:DurationParameter value=\"P99999999999D\"/>"), InlineData("")]
    public void A_stay_that_no_map_can_hold_is_left_out(string stay) =>
        Simulated($"<bpsim:ElementParameters elementRef=\"t\"><bpsim:TimeParameters><bpsim:ProcessingTime>{stay}</bpsim:ProcessingTime></bpsim:TimeParameters></bpsim:ElementParameters>").Map!.Steps[0].StayDays.ShouldBeNull();

    [Fact, Requirement("S0-012")]
    public void Arrivals_capacity_and_costs_are_read_and_what_is_not_read_is_named()
    {
        var result = Simulated(
            """
            <bpsim:ElementParameters elementRef="s"><bpsim:ControlParameters><bpsim:InterTriggerTimer><bpsim:NumericParameter value="84"/></bpsim:InterTriggerTimer></bpsim:ControlParameters></bpsim:ElementParameters>
            <bpsim:ElementParameters elementRef="nurses"><bpsim:ResourceParameters><bpsim:Quantity><bpsim:NumericParameter value="8"/></bpsim:Quantity><bpsim:Availability/></bpsim:ResourceParameters></bpsim:ElementParameters>
            <bpsim:ElementParameters elementRef="t"><bpsim:CostParameters><bpsim:UnitCost><bpsim:FloatingParameter value="10"/></bpsim:UnitCost></bpsim:CostParameters></bpsim:ElementParameters>
            <bpsim:ElementParameters elementRef="gone"/>
            """);

        result.Map!.Entries[0].PerWeek.ShouldBe(2);
        result.Map!.Steps[0].ShouldSatisfyAllConditions(step => step.Capacity.ShouldBe(8), step => step.UnitCost.ShouldBe(240), step => step.CostBasis.ShouldBe(CostBasis.Day));
        result.Line("gone").Fate.ShouldBe(ImportFate.NotUnderstood);
        result.Report.Single(line => line.Element == "bpsim:ElementParameters" && line.Id == "nurses").Text.ShouldBe("Read: Quantity. Kept aside: Availability");
    }

    // Units are hours; nurses work in one step only.
    private static ImportResult Simulated(string parameters) => Import(File(
        $"""
        <bpmn:resource id="nurses" name="Nurses"/><bpmn:process id="p" name="P"><bpmn:startEvent id="s" name="Referral"/>
        <bpmn:task id="t" name="Ward"><bpmn:performer><bpmn:resourceRef>nurses</bpmn:resourceRef></bpmn:performer></bpmn:task>{Flow("f", "s", "t")}</bpmn:process>
        <bpmn:relationship type="BPSimData"><bpmn:extensionElements><bpsim:BPSimData><bpsim:Scenario id="sc"><bpsim:ScenarioParameters baseTimeUnit="hour"/>{parameters}</bpsim:Scenario></bpsim:BPSimData></bpmn:extensionElements></bpmn:relationship>
        """));
}
