using System.Diagnostics;
using System.Text.Json;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>What we export is read by others: bpmn-moddle, the reader of bpmn.io's tools, and the FHIR validator of the fhir package (S0-012).</summary>
public sealed class OtherReadersTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private sealed record Read(IReadOnlyList<string> Complaints, int Stages, int Boxes, int Moves);

    [Fact, Requirement("S0-012")]
    public async Task Bpmn_is_read_by_another_reader_with_every_stage_box_and_move_and_without_a_complaint()
    {
        var maps = Enumerable.Range(0, 40).Select(AGeneratedMap.Of).ToList();
        var read = await ReadAsync("bpmn", maps.Select(map => BpmnExport.Write(map, "Schizophrenia")));

        read.SelectMany(it => it.Complaints).ShouldBeEmpty();
        read.Select(it => (it.Stages, it.Boxes, it.Moves)).ShouldBe(maps.Select(map => (map.Stages.Count, map.Nodes.Count(), map.Moves.Count)));
    }

    [Fact, Requirement("S0-012")]
    public async Task A_plan_is_valid_for_another_validator_of_FHIR_R4()
    {
        var maps = Enumerable.Range(0, 40).Select(AGeneratedMap.Of).ToList();
        var read = await ReadAsync("fhir", maps.Select((map, seed) => FhirExport.Write(map, new(Guid.CreateVersion7(), "Crisis", 2, seed % 2 == 0, On: new(2026, 3, 14)))));

        read.SelectMany(it => it.Complaints).ShouldBeEmpty();
        read.Select(it => it.Stages).ShouldBe(maps.Select(map => map.Stages.Count));
    }

    [Fact]
    public async Task The_other_readers_do_complain()
    {
        var connected = Enumerable.Range(0, 40).Select(AGeneratedMap.Of).First(map => map.Moves.Count > 0);
        var broken = BpmnExport.Write(connected, "Schizophrenia").Replace("sourceRef=\"n-", "sourceRef=\"m-", StringComparison.Ordinal);
        (await ReadAsync("bpmn", [broken])).Single().Complaints.ShouldNotBeEmpty();
        (await ReadAsync("fhir", ["""{"resourceType":"PlanDefinition","status":"someday","colour":"red"}"""])).Single().Complaints.Count.ShouldBe(2);
    }

    private static async Task<IReadOnlyList<Read>> ReadAsync(string kind, IEnumerable<string> files)
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("tests", "CareCommissioning.Domain.Tests", "OtherReaders", "read.mjs")]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, files.Select(text => new { kind, text }));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await failed);
        return JsonSerializer.Deserialize<List<Read>>(await said, Web)!;
    }
}
