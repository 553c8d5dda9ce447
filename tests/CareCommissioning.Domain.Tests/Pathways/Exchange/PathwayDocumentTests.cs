using System.Text;
using System.Text.Json.Nodes;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>Our own document, out and in (S0-012).</summary>
public sealed class PathwayDocumentTests
{
    private const string Stage = "00000000-0000-0000-0000-000000000001";
    private const string Ward = "00000000-0000-0000-0000-000000000002";
    private const string Home = "00000000-0000-0000-0000-000000000003";

    private static readonly string[] MaybeNull = ["null"];

    [Fact, Requirement("S0-012")]
    public void A_document_comes_back_exactly_as_it_was()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var map = AGeneratedMap.Of(seed);
            var read = Read(PathwayDocument.Write(map, "Schizophrenia"));

            read.Faults.ShouldBeEmpty($"seed {seed}");
            read.Name.ShouldBe("Schizophrenia");
            (MapDocument.Write(read.Map!) == MapDocument.Write(map)).ShouldBeTrue($"seed {seed}");
        }
    }

    [Theory, Requirement("S0-012")]
    [InlineData("$.colour", "1", "/colour", "Is not a member that is known here")]
    [InlineData("$.name", "7", "/name", "Must be a text of 1 to 120 characters")]
    [InlineData("$.version", "2", "/version", "Only version 1 can be read")]
    [InlineData("$.map.colour", "1", "/map/colour", "Is not a member that is known here")]
    [InlineData("$.map.exits", "{}", "/map/exits", "Must be a list")]
    [InlineData("$.map.steps[0].colour", "1", "/map/steps/0/colour", "Is not a member that is known here")]
    [InlineData("$.map.steps[0].capacity", "\"many\"", "/map/steps/0/capacity", "Has the wrong type, or is not one of the values that are allowed here")]
    [InlineData("$.map.steps[0].capacity", "-1", "/map/steps/0/capacity", "Is not from 0 to a thousand million")]
    [InlineData("$.map.steps[0].setting", "\"Moon\"", "/map/steps/0/setting", "Has the wrong type, or is not one of the values that are allowed here")]
    [InlineData("$.map.steps[0].setting", "3", "/map/steps/0/setting", "Has the wrong type, or is not one of the values that are allowed here")]
    [InlineData("$.map.steps[0].staff", "[null]", "/map/steps/0/staff/0", "Is null, where a value is needed")]
    [InlineData("$.map.steps[0].staff", "[{\"wte\":1}]", "/map/steps/0/staff/0", "Lacks “role”")]
    [InlineData("$.map.steps[0].evidence", "[{\"id\":\"00000000-0000-0000-0000-000000000009\",\"citation\":\"x\",\"type\":\"Trial\",\"strength\":\"Weak\",\"reviewOn\":\"2027-01-01\",\"link\":\"javascript:alert(1)\"}]", "/map/steps/0/evidence/0/link", "Is not a web address that begins with https:// or http://")]
    [InlineData("$.map.steps[0].payers", "{\"nhs\":50,\"council\":0,\"pooled\":0,\"other\":0}", "/map/steps/0/payers", "The shares must be 0 or more and exactly 100 together")]
    [InlineData("$.map.steps[0].stageId", "\"00000000-0000-0000-0000-000000000099\"", "/map/steps/0/stageId", "Is the id of no stage of this map")]
    [InlineData("$.map.steps[0].alternativeTo", "\"00000000-0000-0000-0000-000000000099\"", "/map/steps/0/alternativeTo", "Is the id of no other step of this map")]
    [InlineData("$.map.steps[1].name", "\"WARD\"", "/map/steps/1/name", "Something else beside it has this name already")]
    [InlineData("$.map.moves[0].id", "\"" + Stage + "\"", "/map/moves/0/id", "Something else has this id already")]
    [InlineData("$.map.moves[0].to", "\"00000000-0000-0000-0000-000000000099\"", "/map/moves/0/to", "Is the id of no box of this map")]
    [InlineData("$.map.moves[0].share", "101", "/map/moves/0/share", "Is not from 0 to 100")]
    public void What_is_wrong_is_named_with_its_place(string place, string value, string path, string message) =>
        Read(With(place, value)).Faults.ShouldBe([new DocumentFault(path, message)]);

    [Theory, Requirement("S0-012")]
    [InlineData("www.nice.org.uk", true), InlineData("HTTPS://example.org/a:b", true), InlineData("", true), InlineData(" javascript:alert(1)", false), InlineData("java\tscript:alert(1)", false), InlineData("data:text/html,x", false)]
    public void A_link_to_evidence_can_run_no_script(string link, bool taken)
    {
        var evidence = new JsonArray(new JsonObject { ["id"] = Home, ["citation"] = "x", ["type"] = "Trial", ["strength"] = "Weak", ["reviewOn"] = "2027-01-01", ["link"] = link });

        Read(With("$.map.steps[0].evidence", evidence.ToJsonString())).Faults.Count.ShouldBe(taken ? 0 : 1);
    }

    [Fact, Requirement("S0-012")]
    public void Faults_in_several_places_are_told_together()
    {
        var faults = Read(With("$.map.steps[0].capacity", "-1", With("$.map.moves[0].share", "\"half\"", With("$.colour", "1")))).Faults;

        faults.Select(fault => fault.Path).ShouldBe(["/colour", "/map/steps/0/capacity", "/map/moves/0/share"], ignoreOrder: true);
    }

    [Theory, Requirement("S0-012")]
    [InlineData(""), InlineData("{"), InlineData("[]"), InlineData("null"), InlineData("{\"format\":\"other\"}"), InlineData("{\"format\":\"carecommissioning-pathway\",\"version\":1,\"name\":\"\\ud800\",\"map\":{}}")]
    [InlineData("{\"format\":\"carecommissioning-pathway\",\"version\":1,\"name\":\"A\",\"name\":\"B\",\"map\":{}}"), InlineData("{\"format\":\"carecommissioning-pathway\",\"version\":1,\"name\":\"A\"}")]
    [InlineData("{\"format\":\"carecommissioning-pathway\",\"version\":1,\"name\":\"A\",\"map\":{\"\\ud800\":1}}"), InlineData("{\"format\":\"carecommissioning-pathway\",\"version\":1,\"name\":\"A\",\"map\":{\"stages\":[{\"id\":\"\\ud800\",\"\\udc00\":{}}]}}")]
    public void What_is_no_document_of_ours_is_refused(string file)
    {
        var read = Read(file);
        read.Map.ShouldBeNull();
        read.Faults.ShouldNotBeEmpty();
    }

    [Fact, Requirement("S0-012")]
    public void Documents_that_are_too_large_or_too_deep_are_refused()
    {
        Read(new string(' ', 10_000_001)).Faults.Single().Message.ShouldStartWith("The file is too large");
        Read(string.Concat(Enumerable.Repeat("[", 100_000))).Faults.Single().Message.ShouldStartWith("The file is not JSON");
    }

    [Fact, Requirement("S0-012")]
    public void A_byte_order_mark_does_no_harm() => Read("\uFEFF" + Sound()).Faults.ShouldBeEmpty();

    [Fact, Requirement("S0-012")]
    public void The_published_schema_names_what_the_reader_takes_and_nothing_else()
    {
        var schema = JsonNode.Parse(System.IO.File.ReadAllText(Repository.PathOf("docs", "schemas", "pathway.schema.json")))!["$defs"]!;
        Type[] types = [typeof(PathwayMap), typeof(Stage), typeof(Entry), typeof(Step), typeof(ChoicePoint), typeof(Exit), typeof(Move), typeof(Evidence), typeof(StaffRole), typeof(PayerShares), typeof(Acceptance)];
        string[] names = ["map", "stage", "entry", "step", "choicePoint", "exit", "move", "evidence", "staffRole", "payers", "acceptance"];
        foreach (var (type, name) in types.Zip(names))
        {
            var properties = schema[name]!["properties"]!.AsObject();
            var members = MapDocument.Options.GetTypeInfo(type).Properties.Where(member => member.Get is not null).ToList();
            properties.Select(property => property.Key).ShouldBe(members.Select(member => member.Name), ignoreOrder: true, name);
            foreach (var member in members.Where(member => (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).IsEnum))
            {
                properties[member.Name]!["enum"]!.AsArray().Select(value => value?.GetValue<string>() ?? "null").Except(MaybeNull)
                    .ShouldBe(Enum.GetNames(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType), $"{name}.{member.Name}");
            }
        }
    }

    private static string Sound() =>
        $$"""
        {"format":"carecommissioning-pathway","version":1,"name":"Crisis","map":{"stages":[{"id":"{{Stage}}","name":"Acute"}],
        "steps":[{"id":"{{Ward}}","stageId":"{{Stage}}","name":"Ward"},{"id":"{{Home}}","stageId":"{{Stage}}","name":"Home treatment"}],
        "moves":[{"id":"00000000-0000-0000-0000-000000000004","from":"{{Ward}}","to":"{{Home}}" } ] } }
        """;

    private static string With(string place, string value, string? document = null)
    {
        var root = JsonNode.Parse(document ?? Sound())!;
        var parts = place.Split('.')[1..];
        var at = root;
        foreach (var part in parts[..^1])
        {
            var name = part.Split('[')[0];
            at = part.Contains('[', StringComparison.Ordinal) ? at[name]![int.Parse(part.TrimEnd(']').Split('[')[1], System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!;
        }

        at[parts[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static PathwayDocumentRead Read(string document)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(document));
        return PathwayDocument.Read(stream);
    }
}
