using System.Xml.Linq;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>What we write as BPMN comes back as it was (S0-012).</summary>
public sealed class BpmnRoundTripTests
{
    private static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    [Fact, Requirement("S0-012")]
    public void A_map_that_was_exported_comes_back_exactly_as_it_was()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var map = AGeneratedMap.Of(seed);
            var result = Bpmn.Import(BpmnExport.Write(map, "Schizophrenia"));

            result.Refusal.ShouldBeNull($"seed {seed}");
            (MapDocument.Write(result.Map!) == MapDocument.Write(map)).ShouldBeTrue($"seed {seed}");
            result.Report.ShouldAllBe(line => line.Fate != ImportFate.NotUnderstood);
            result.Name.ShouldBe("Schizophrenia");
        }
    }

    [Fact, Requirement("S0-012")]
    public void Every_reference_in_an_exported_file_leads_to_an_id_and_no_id_is_there_twice()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var file = XDocument.Parse(BpmnExport.Write(AGeneratedMap.Of(seed), "Schizophrenia"));
            var ids = file.Descendants().Attributes("id").Select(id => id.Value).ToList();

            ids.ShouldBeUnique();
            string[] references = ["sourceRef", "targetRef", "bpmnElement", "elementRef", "processRef"];
            file.Descendants().Attributes().Where(attribute => references.Contains(attribute.Name.LocalName)).Select(reference => reference.Value)
                .Concat(file.Descendants(Model + "flowNodeRef").Concat(file.Descendants(Model + "incoming")).Concat(file.Descendants(Model + "outgoing")).Concat(file.Descendants(Model + "resourceRef")).Select(reference => reference.Value))
                .Except(ids).ShouldBeEmpty();
            ids.ShouldAllBe(id => System.Xml.XmlConvert.VerifyNCName(id) == id);
        }
    }

    [Fact, Requirement("S0-012")]
    public void Everything_between_which_another_tool_can_draw_has_a_place_on_the_drawing()
    {
        var map = AGeneratedMap.Of(7);
        var file = XDocument.Parse(BpmnExport.Write(map, "Schizophrenia"));

        var drawn = file.Descendants().Attributes("bpmnElement").Select(element => element.Value).ToList();
        map.Elements.Select(element => $"n-{element.Id}").Except(drawn).ShouldBeEmpty();
    }

    [Fact, Requirement("S0-012")]
    public void Figures_are_written_in_the_words_of_BPSim()
    {
        var file = BpmnExport.Write(Small(), "Schizophrenia");

        file.ShouldContain("<bpsim:Probability>");
        file.ShouldContain("<bpsim:FloatingParameter value=\"0.25\" />");
        file.ShouldContain("<bpsim:NegativeExponentialDistribution timeUnit=\"day\" mean=\"3.5\" />");
        file.ShouldContain("<bpsim:NumericParameter value=\"104\" />");
        file.ShouldContain("<bpsim:LogNormalDistribution timeUnit=\"day\" mean=\"30\" standardDeviation=\"15\" />");
        file.ShouldContain("<bpsim:FloatingParameter value=\"10\" currencyUnit=\"GBP\" />");
        file.ShouldContain("<bpsim:Quantity>");
    }

    [Fact, Requirement("S0-012")]
    public void What_another_tool_changed_in_our_file_counts()
    {
        var map = Small();
        var changed = BpmnExport.Write(map, "Schizophrenia")
            .Replace("name=\"Ward\"", "name=\"Acute ward\"", StringComparison.Ordinal)
            .Replace("value=\"0.25\"", "value=\"0.5\"", StringComparison.Ordinal)
            .Replace("mean=\"3.5\"", "mean=\"7\"", StringComparison.Ordinal)
            .Replace("standardDeviation=\"15\"", "standardDeviation=\"60\"", StringComparison.Ordinal);

        var back = Bpmn.Import(changed).Map!;
        back.Steps.Single().ShouldBe(map.Steps.Single() with { Name = "Acute ward", StayCv = 2 }, new ByJson());
        back.Moves.Single().Share.ShouldBe(50);
        back.Entries.Single().PerWeek.ShouldBe(1);
    }

    [Theory, Requirement("S0-012")]
    [InlineData("{}", "Lacks"), InlineData("null", "Is not an object"), InlineData("[1", "Is not JSON"), InlineData("{\"id\":\"00000000-0000-0000-0000-000000000001\",\"name\":\"x\",\"stageId\":\"00000000-0000-0000-0000-000000000002\",\"staff\":[null]}", "/staff/0 Is null")]
    public void What_is_wrong_in_our_own_extension_is_set_aside_and_the_rest_is_read(string extension, string fault)
    {
        var result = Bpmn.Import(Bpmn.Process(
            $"<bpmn:task id=\"t\" name=\"Ward\"><bpmn:extensionElements><c:element xmlns:c=\"https://carecommissioning.example/schema/pathway\"><![CDATA[{extension}]]></c:element></bpmn:extensionElements></bpmn:task>"));

        result.Map!.Steps.Single().Name.ShouldBe("Ward");
        result.Report.ShouldContain(line => line.Element == "c:element" && line.Fate == ImportFate.NotUnderstood && line.Text.Contains(fault, StringComparison.Ordinal));
    }

    private static PathwayMap Small()
    {
        var (stage, entry, step) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        return PathwayMap.Empty
            .Put(new Stage { Id = stage, Name = "Acute" }).Value!
            .Put(new Entry { Id = entry, StageId = stage, Name = "Referral", PerWeek = 2 }).Value!
            .Put(new Step { Id = step, StageId = stage, Name = "Ward", StayDays = 30, StayDistribution = StayDistribution.Lognormal, StayCv = 0.5m, Capacity = 12, UnitCost = 70, CostBasis = CostBasis.Week }).Value!
            .Put(new Move { Id = Guid.CreateVersion7(), From = entry, To = step, Share = 25 }).Value!;
    }

    private sealed class ByJson : IEqualityComparer<Step>
    {
        public bool Equals(Step? x, Step? y) => x is not null && y is not null && MapDocument.Fingerprint(x) == MapDocument.Fingerprint(y);

        public int GetHashCode(Step obj) => 0;
    }
}
