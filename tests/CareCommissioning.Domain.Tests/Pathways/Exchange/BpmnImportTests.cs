using System.Text;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.Exchange.Bpmn;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>What becomes of files that other tools wrote (S0-012).</summary>
public sealed class BpmnImportTests
{
    [Fact, Requirement("S0-012")]
    public void Lanes_become_stages_and_what_stands_in_them_boxes()
    {
        var result = Import(Process(
            $"""
            <bpmn:laneSet id="ls"><bpmn:lane id="l1" name="First contact"><bpmn:flowNodeRef>s</bpmn:flowNodeRef><bpmn:flowNodeRef>t</bpmn:flowNodeRef></bpmn:lane>
            <bpmn:lane id="l2" name="Treatment"><bpmn:flowNodeRef>u</bpmn:flowNodeRef><bpmn:flowNodeRef>nowhere</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
            <bpmn:startEvent id="s" name="Referral"/><bpmn:userTask id="t" name="Assessment"><bpmn:documentation>Within two weeks.</bpmn:documentation></bpmn:userTask>
            <bpmn:callActivity id="u" name="Therapy"/><bpmn:endEvent id="e" name="Discharge"/>{Flow("f1", "s", "t")}{Flow("f2", "t", "u", "Accepted")}{Flow("f3", "u", "e")}
            """));

        var map = result.Map!;
        map.Stages.Select(stage => stage.Name).ShouldBe(["First contact", "Treatment", "Early psychosis (outside the lanes)"]);
        map.In(map.Stages[0].Id).Select(node => node.Name).ShouldBe(["Referral", "Assessment"]);
        map.Steps[0].Description.ShouldBe("Within two weeks.");
        map.Ways().ShouldBe(["Referral → Assessment", "Assessment → Therapy", "Therapy → Discharge"]);
        map.Moves[1].Criteria.ShouldBe("Accepted");
        result.Line("l2").Text.ShouldBe("Became a stage. Of what it names, 1 is not in the file");
    }

    [Fact, Requirement("S0-012")]
    public void A_pool_without_lanes_becomes_a_stage_and_messages_between_pools_are_reported()
    {
        var result = Import(File(
            $"""
            <bpmn:collaboration id="c"><bpmn:participant id="a" name="Trust" processRef="d:p2"/><bpmn:participant id="b" name="Council" processRef="p1"/><bpmn:participant id="x" name="Person"/>
            <bpmn:participant id="y" name="Ghost" processRef="gone"/><bpmn:messageFlow id="m" sourceRef="t1" targetRef="t2"/></bpmn:collaboration>
            <bpmn:process id="p1"><bpmn:task id="t1" name="Social care"/></bpmn:process><bpmn:process id="p2"><bpmn:task id="t2" name="Ward"/></bpmn:process>
            """));

        result.Map!.Stages.Select(stage => stage.Name).ShouldBe(["Trust", "Council"], ignoreOrder: true);
        result.Line("x").Fate.ShouldBe(ImportFate.KeptAside);
        result.Line("y").Fate.ShouldBe(ImportFate.NotUnderstood);
        result.Line("m").Fate.ShouldBe(ImportFate.KeptAside);
    }

    [Fact, Requirement("S0-012")]
    public void A_sub_process_becomes_one_step_and_what_is_inside_is_kept_aside()
    {
        var result = Import(Process(
            $"""
            <bpmn:startEvent id="s" name="Referral"/><bpmn:subProcess id="sub" name="Admission"><bpmn:startEvent id="is"/><bpmn:task id="it" name="Clerking"/>{Flow("if", "is", "it")}</bpmn:subProcess>
            <bpmn:task id="t" name="Home"/>{Flow("f1", "s", "sub")}{Flow("f2", "sub", "t")}{Flow("f3", "it", "t")}
            """));

        result.Map!.Ways().ShouldBe(["Referral → Admission", "Admission → Home"]);
        result.Line("it").ShouldBe(new("task", "it", "Clerking", ImportFate.KeptAside, "Part of “Admission”, which became one step"));
        result.Line("if").Fate.ShouldBe(ImportFate.KeptAside);
    }

    [Fact, Requirement("S0-012")]
    public void A_boundary_event_becomes_a_move_out_of_its_step_named_for_it()
    {
        var result = Import(Process(
            $"""
            <bpmn:task id="t" name="Home treatment"/><bpmn:boundaryEvent id="b" name="Risk rises" attachedToRef="t"><bpmn:escalationEventDefinition/></bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="c" attachedToRef="t"><bpmn:timerEventDefinition/></bpmn:boundaryEvent><bpmn:boundaryEvent id="lost" attachedToRef="gone"/>
            <bpmn:task id="w" name="Ward"/><bpmn:task id="r" name="Review"/>{Flow("f1", "b", "w", "Admit")}{Flow("f2", "c", "r")}{Flow("f3", "lost", "r")}
            """));

        result.Map!.Moves.Select(move => move.Criteria).ShouldBe(["Risk rises; Admit", "On timer"]);
        result.Map!.Ways().ShouldBe(["Home treatment → Ward", "Home treatment → Review"]);
        result.Line("lost").Fate.ShouldBe(ImportFate.NotUnderstood);
        result.Line("f3").Fate.ShouldBe(ImportFate.KeptAside);
    }

    [Fact, Requirement("S0-012")]
    public void Conditions_and_the_default_flow_become_criteria()
    {
        var map = Import(Process(
            $"""
            <bpmn:exclusiveGateway id="g" name="Which way?" default="f3"/><bpmn:task id="a" name="A"/><bpmn:task id="b" name="B"/><bpmn:task id="c" name="C"/>
            <bpmn:sequenceFlow id="f1" name="High risk" sourceRef="g" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">risk &gt; 7</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="f2" sourceRef="g" targetRef="b"><bpmn:conditionExpression>risk &gt; 3</bpmn:conditionExpression></bpmn:sequenceFlow>{Flow("f3", "g", "c")}
            """)).Map!;

        map.ChoicePoints.Single().Name.ShouldBe("Which way?");
        map.Moves.Select(move => move.Criteria).ShouldBe(["High risk: risk > 7", "risk > 3", "Otherwise"]);
    }

    [Fact, Requirement("S0-012")]
    public void Moves_go_on_through_events_links_and_gateways_that_only_join()
    {
        var result = Import(Process(
            $"""
            <bpmn:startEvent id="s" name="Referral"/><bpmn:intermediateCatchEvent id="wait" name="Two weeks"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent><bpmn:exclusiveGateway id="join"/>
            <bpmn:task id="a" name="A"/><bpmn:task id="b" name="B"/><bpmn:intermediateThrowEvent id="out"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent>
            <bpmn:intermediateCatchEvent id="in"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent><bpmn:endEvent id="e" name="Home"/>
            {Flow("f1", "s", "wait")}{Flow("f2", "wait", "join")}{Flow("f3", "a", "join")}{Flow("f4", "join", "b")}{Flow("f5", "b", "out")}{Flow("f6", "in", "e")}{Flow("f7", "b", "join")}
            """));

        result.Map!.Ways().ShouldBe(["Referral → B", "A → B", "B → Home"]);
        result.Line("wait").Fate.ShouldBe(ImportFate.KeptAside);
        result.Line("f7").Text.ShouldStartWith("Leads back to where it comes from");
        result.Line("f6").Fate.ShouldBe(ImportFate.Mapped);
    }

    [Fact, Requirement("S0-012")]
    public void A_parallel_gateway_becomes_a_choice_point_and_the_report_says_so()
    {
        var result = Import(Process($"<bpmn:parallelGateway id=\"g\"/><bpmn:task id=\"a\" name=\"A\"/><bpmn:task id=\"b\" name=\"B\"/>{Flow("f1", "g", "a")}{Flow("f2", "g", "b")}"));

        result.Map!.ChoicePoints.Single().Name.ShouldBe("Which way?");
        result.Line("g").Text.ShouldBe("Became a choice point, though people go all of its ways at once: look at its shares. It has no name and is called “Which way?”");
    }

    [Fact, Requirement("S0-012")]
    public void Every_element_of_a_file_has_its_line()
    {
        var result = Import(File(
            """
            <bpmn:message id="msg"/><bpmn:process id="p" name="P"><bpmn:extensionElements><camunda:properties><camunda:property name="x"/></camunda:properties></bpmn:extensionElements>
            <bpmn:task id="t" name="Ward" camunda:asyncBefore="true"/><bpmn:dataObject id="do"/><bpmn:textAnnotation id="ta"><bpmn:text>Ask the GP</bpmn:text></bpmn:textAnnotation>
            <bpmn:group id="gr"/><bpmn:teleport id="tp"/><camunda:thing id="ct"/><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="gone"/></bpmn:process>
            <bpmndi:BPMNDiagram id="d1"/><bpmndi:BPMNDiagram id="d2"/>
            """));

        (string Id, ImportFate Fate)[] expected = [("msg", ImportFate.KeptAside), ("t", ImportFate.Mapped), ("do", ImportFate.KeptAside), ("ta", ImportFate.KeptAside), ("gr", ImportFate.KeptAside), ("tp", ImportFate.NotUnderstood), ("ct", ImportFate.KeptAside), ("f", ImportFate.NotUnderstood), ("d1", ImportFate.KeptAside), ("d2", ImportFate.KeptAside)];
        result.Report.Where(line => line.Id is not (null or "d" or "p")).Select(line => (line.Id!, line.Fate)).ShouldBe(expected);
        result.Line("ta").Text.ShouldContain("Ask the GP");
        result.Report.ShouldContain(line => line.Element == "camunda:properties");
        result.Report.ShouldNotContain(line => line.Element == "camunda:property");
    }

    [Fact, Requirement("S0-012")]
    public void An_id_that_is_used_twice_is_reported_and_both_boxes_are_kept()
    {
        var result = Import(Process($"<bpmn:task id=\"t\" name=\"A\"/><bpmn:task id=\"t\" name=\"B\"/><bpmn:task id=\"u\" name=\"C\"/>{Flow("f", "t", "u")}"));

        result.Map!.Steps.Select(step => step.Name).ShouldBe(["A", "B", "C"]);
        result.Map!.Ways().ShouldBe(["A → C"]);
        result.Report.Single(line => line.Name == "B").Text.ShouldContain("used twice");
    }

    [Fact, Requirement("S0-012")]
    public void Names_are_cut_cleaned_and_told_apart()
    {
        var result = Import(Process($"<bpmn:task id=\"a\" name=\"{new string('x', 200)}\"/><bpmn:task id=\"b\" name=\"{new string('X', 200)}\"/><bpmn:task id=\"c\" name=\"Early&#10;help&#x85;  team\"/><bpmn:task id=\"e\"/>"));

        var names = result.Map!.Steps.Select(step => step.Name).ToList();
        names.ShouldAllBe(name => name.Length <= PathwayMap.MaxNameLength);
        names[1].ShouldEndWith(" (2)");
        names[2..].ShouldBe(["Early help team", "Step"]);
        result.Line("a").Text.ShouldContain("cut to 120");
    }

    [Fact, Requirement("S0-012")]
    public void The_same_file_gives_the_same_map_twice_and_two_flows_between_two_boxes_become_one_move()
    {
        var file = Process($"<bpmn:task id=\"a\" name=\"A\"/><bpmn:task id=\"b\" name=\"B\"/>{Flow("f1", "a", "b", "Young")}{Flow("f2", "a", "b", "Old")}");

        Import(file).Map!.Moves.Single().Criteria.ShouldBe("Young; Old");
        MapDocument.Write(Import(file).Map!).ShouldBe(MapDocument.Write(Import(file).Map!));
    }

    [Theory, Requirement("S0-012")]
    [InlineData("utf-8"), InlineData("utf-16"), InlineData("utf-16BE")]
    public void A_byte_order_mark_does_no_harm(string encoding)
    {
        var writes = Encoding.GetEncoding(encoding);
        var file = Process("<bpmn:task id=\"a\" name=\"Café\"/>").Replace("UTF-8", encoding.StartsWith("utf-16", StringComparison.Ordinal) ? "UTF-16" : "UTF-8", StringComparison.Ordinal);

        Import([.. writes.GetPreamble(), .. writes.GetBytes(file)]).Map!.Steps.Single().Name.ShouldBe("Café");
    }
}
