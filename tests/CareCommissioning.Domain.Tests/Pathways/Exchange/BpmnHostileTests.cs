using System.Text;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.Exchange.Bpmn;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>Files that mean harm, or were damaged on the way: each has its refusal, and none an exception.</summary>
public sealed class BpmnHostileTests
{
    [Theory, Requirement("S0-012"), Asvs("V1.5.1")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://example.org/x.dtd\"><d/>")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><d>&c;</d>")]
    public void A_document_type_declaration_is_refused(string file) => Refusal(file).ShouldStartWith("The file has a document type declaration");

    [Theory, Requirement("S0-012")]
    [InlineData(11), InlineData(50)]
    public void A_file_that_is_too_large_is_refused(int megabytes) =>
        Refusal(Process($"<bpmn:task id=\"t\" name=\"{new string('x', megabytes * 1_000_000)}\"/>")).ShouldStartWith("The file is too large");

    [Fact, Requirement("S0-012")]
    public void A_file_that_never_ends_is_refused()
    {
        using var endless = new Endless();
        BpmnImport.Read(endless).Refusal.ShouldStartWith("The file is too large");
    }

    [Theory, Requirement("S0-012")]
    [InlineData("bpmn:subProcess"), InlineData("camunda:x"), InlineData("bpmn:childLaneSet")]
    public void Elements_that_are_nested_too_deep_are_refused(string element) =>
        Refusal(Process(string.Concat(Enumerable.Repeat($"<{element}>", 100_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 100_000)))).ShouldContain("nested more than 200 deep");

    [Fact, Requirement("S0-012")]
    public void Too_many_elements_are_refused()
    {
        Refusal(Process(string.Concat(Enumerable.Repeat("<bpmn:x/>", 60_000)))).ShouldContain("more than 50,000 elements");
        Refusal(Process(string.Concat(Enumerable.Range(0, 401).Select(place => $"<bpmn:task id=\"t{place}\"/>")))).ShouldContain("at most 20 stages, 400 boxes");
    }

    [Fact, Requirement("S0-012")]
    public void A_knot_of_gateways_is_refused_or_read_within_seconds()
    {
        var knot = new StringBuilder("<bpmn:task id=\"t\" name=\"A\"/><bpmn:startEvent id=\"s\" name=\"B\"/>").Append(Flow("f", "s", "e0"));
        for (var place = 0; place < 300; place++)
        {
            knot.Append($"<bpmn:intermediateCatchEvent id=\"e{place}\"/>");
            for (var to = 0; to < 100; to++)
            {
                knot.Append(Flow($"f{place}-{to}", $"e{place}", $"e{(place + to) % 300}"));
            }
        }

        var started = System.Diagnostics.Stopwatch.StartNew();
        Import(Process(knot.ToString())).ShouldNotBeNull();
        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory, Requirement("S0-012")]
    [InlineData("", "The file is empty")]
    [InlineData("PK\u0003\u0004 a spreadsheet", "not well-formed XML")]
    [InlineData("<html></html>", "XML but no BPMN 2.0 model")]
    [InlineData("<definitions xmlns=\"urn:other\"/>", "XML but no BPMN 2.0 model")]
    [InlineData("<?xml version=\"1.0\" encoding=\"made-up\"?><d/>", "characters cannot be read")]
    public void What_is_no_BPMN_is_refused(string file, string refusal) => Refusal(file).ShouldContain(refusal);

    [Fact, Requirement("S0-012")]
    public void A_file_with_nothing_in_it_is_refused()
    {
        Refusal(File("")).ShouldStartWith("There is nothing in the file");
        Refusal(Process("")).ShouldStartWith("There is nothing in the file");
    }

    [Fact, Requirement("S0-012")]
    public void A_file_that_was_cut_short_is_refused_wherever_the_cut_is()
    {
        var file = Encoding.UTF8.GetBytes(WithProbabilities("0.5", "0.5"));
        for (var length = 1; length < file.Length - 1; length += 37)
        {
            Import(file[..length]).Refusal.ShouldNotBeNull($"{length} bytes");
        }
    }

    [Fact, Requirement("S0-012")]
    public void Bytes_that_are_no_characters_are_refused()
    {
        var file = Encoding.UTF8.GetBytes(Process("<bpmn:task id=\"t\" name=\"Caf#\"/>"));
        file[Array.IndexOf(file, (byte)'#')] = 0xE9;

        Import(file).Refusal.ShouldBe("The file’s characters cannot be read: save it as UTF-8 and try again");
    }

    [Fact, Requirement("S0-012")]
    public void A_file_that_was_damaged_anywhere_gives_a_sound_map_or_a_refusal()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var result = Import(Damaged(BpmnExport.Write(AGeneratedMap.Of(seed % 20), "Schizophrenia"), seed));

            if (result.Map is null)
            {
                result.Refusal.ShouldNotBeNullOrEmpty();
                continue;
            }

            var again = PathwayMap.Empty;
            foreach (var element in result.Map.Elements)
            {
                again = again.Put(element is Step step ? step with { AlternativeTo = null } : element).Value.ShouldNotBeNull($"seed {seed}");
            }
        }
    }

    // A piece of the file stands again in the place of another piece.
    private static string Damaged(string file, int seed)
    {
        var parts = file.Split(seed % 2 == 0 ? '"' : '\n');
        var from = (seed * 7919) % parts.Length;
        var to = ((seed * 104_729) + 13) % parts.Length;
        parts[to] = seed % 3 == 0 ? "" : parts[from];
        return string.Join(seed % 2 == 0 ? '"' : '\n', parts);
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
            // Nothing is kept back.
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
