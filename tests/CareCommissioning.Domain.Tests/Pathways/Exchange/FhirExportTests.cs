using System.Text.Json.Nodes;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>A map as a FHIR plan (S0-012).</summary>
public sealed class FhirExportTests
{
    [Fact, Requirement("S0-012")]
    public void A_plan_has_an_action_for_each_stage_and_within_it_one_for_each_box()
    {
        var (stage, step, choice, home) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var evidence = new Evidence(Guid.CreateVersion7(), "NICE CG178", EvidenceType.Guideline, EvidenceStrength.Strong, new(2027, 1, 1), "https://www.nice.org.uk/guidance/cg178");
        var map = PathwayMap.Empty
            .Put(new Stage { Id = stage, Name = "Acute" }).Value!
            .Put(new Step { Id = step, StageId = stage, Name = "Assessment", Description = "A first talk", PatientInformation = "You will meet a nurse.", Evidence = [evidence] }).Value!
            .Put(new Step { Id = home, StageId = stage, Name = "Home treatment" }).Value!
            .Put(new ChoicePoint { Id = choice, StageId = stage, Name = "Where?", WhoDecides = "The person" }).Value!
            .Put(new Move { Id = Guid.CreateVersion7(), From = step, To = choice }).Value!
            .Put(new Move { Id = Guid.CreateVersion7(), From = choice, To = home, Criteria = "Safe at home" }).Value!;

        var plan = Plan(map, active: true);
        plan["status"]!.GetValue<string>().ShouldBe("active");
        plan["type"]!["coding"]![0]!["code"]!.GetValue<string>().ShouldBe("workflow-definition");
        var actions = plan["action"]![0]!["action"]!.AsArray();
        actions.Select(action => action!["title"]!.GetValue<string>()).ShouldBe(["Assessment", "Home treatment", "Where?"]);
        actions[0]!["textEquivalent"]!.GetValue<string>().ShouldBe("You will meet a nurse.");
        actions[0]!["documentation"]![0]!.ToJsonString().ShouldBe("{\"type\":\"citation\",\"label\":\"Guideline\",\"citation\":\"NICE CG178\",\"url\":\"https://www.nice.org.uk/guidance/cg178\"}");
        actions[0]!["relatedAction"]![0]!.ToJsonString().ShouldBe($"{{\"actionId\":\"n-{choice}\",\"relationship\":\"before-start\"}}");
        actions[2]!["action"]![0]!["condition"]![0]!["expression"]!["expression"]!.GetValue<string>().ShouldBe("Safe at home");
    }

    [Fact, Requirement("S0-012")]
    public void A_plan_holds_no_empty_value_and_every_related_action_is_in_it()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var plan = Plan(AGeneratedMap.Of(seed), active: false);
            var all = Within(plan).ToList();

            all.OfType<JsonArray>().ShouldAllBe(array => array.Count > 0);
            all.OfType<JsonObject>().ShouldAllBe(value => value.Count > 0);
            all.OfType<JsonValue>().Where(value => value.GetValueKind() == System.Text.Json.JsonValueKind.String).ShouldAllBe(value => value.GetValue<string>().Trim().Length > 0);
            var ids = all.OfType<JsonObject>().Where(value => value.ContainsKey("id")).Select(value => value["id"]!.GetValue<string>()).ToList();
            ids.ShouldBeUnique();
            all.OfType<JsonObject>().Where(value => value.ContainsKey("actionId")).Select(value => value["actionId"]!.GetValue<string>()).Except(ids).ShouldBeEmpty();
            plan["status"]!.GetValue<string>().ShouldBe("draft");
        }
    }

    private static JsonNode Plan(PathwayMap map, bool active) => JsonNode.Parse(FhirExport.Write(map, new(Guid.CreateVersion7(), "Crisis", 2, active, On: new(2026, 3, 14))))!;

    private static IEnumerable<JsonNode> Within(JsonNode? node) => node switch
    {
        JsonObject members => [node, .. members.SelectMany(member => Within(member.Value))],
        JsonArray items => [node, .. items.SelectMany(Within)],
        null => [],
        _ => [node],
    };
}
