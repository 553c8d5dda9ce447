using System.Text;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>Small files as other tools write them.</summary>
internal static class Bpmn
{
    public static string File(string contents) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:bpsim="http://www.bpsim.org/schemas/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:x">
        {contents}
        </bpmn:definitions>
        """;

    public static string Process(string contents) => File($"<bpmn:process id=\"p\" name=\"Early psychosis\">{contents}</bpmn:process>");

    public static string Flow(string id, string from, string to, string name = "") => $"<bpmn:sequenceFlow id=\"{id}\" name=\"{name}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>";

    /// <summary>A gateway with a way out for each probability, written as the file shall have it.</summary>
    public static string WithProbabilities(params string[] probabilities) => File(
        $"""
        <bpmn:process id="p" name="Shares"><bpmn:startEvent id="s" name="Referral"/><bpmn:exclusiveGateway id="g" name="Where?"/>{Flow("f", "s", "g")}
        {string.Concat(probabilities.Select((_, place) => $"<bpmn:task id=\"t{place}\" name=\"Team {place}\"/>{Flow($"f{place}", "g", $"t{place}")}"))}</bpmn:process>
        <bpmn:relationship type="BPSimData"><bpmn:extensionElements><bpsim:BPSimData><bpsim:Scenario id="sc"><bpsim:ScenarioParameters baseTimeUnit="day"/>
        {string.Concat(probabilities.Select((probability, place) => $"<bpsim:ElementParameters elementRef=\"f{place}\"><bpsim:ControlParameters><bpsim:Probability><bpsim:FloatingParameter value=\"{probability}\"/></bpsim:Probability></bpsim:ControlParameters></bpsim:ElementParameters>"))}
        </bpsim:Scenario></bpsim:BPSimData></bpmn:extensionElements><bpmn:source>p</bpmn:source><bpmn:target>p</bpmn:target></bpmn:relationship>
        """);

    public static ImportResult Import(string file) => Import(Encoding.UTF8.GetBytes(file));

    public static ImportResult Import(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return BpmnImport.Read(stream);
    }

    public static string Refusal(string file)
    {
        var result = Import(file);
        result.Map.ShouldBeNull();
        return result.Refusal.ShouldNotBeNull();
    }

    /// <summary>The moves of a map as "from → to".</summary>
    public static IEnumerable<string> Ways(this PathwayMap map) => map.Moves.Select(move => $"{map.Node(move.From)!.Name} → {map.Node(move.To)!.Name}");

    public static ImportLine Line(this ImportResult result, string id) => result.Report.First(line => line.Id == id);
}
