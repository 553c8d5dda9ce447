using System.Net;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using Xunit.Abstractions;

namespace CareCommissioning.Web.Tests.Access;

/// <summary>Every endpoint × every role × one's own, another organisation's, another partnership's and nobody's record, and somebody not signed in.</summary>
public sealed class MatrixTests(DemonstrationHost demonstration, ITestOutputHelper output) : IClassFixture<DemonstrationHost>
{
    private static readonly string[] People =
        ["pct", "council", "head", "finance", "provider", "provider2", "staff", "coordinator", "manager", "reviewer", "clinician", "programme", "consultant", "voice", "advocate", "regulator", "guardian", "admin"];

    [Fact, Asvs("V8.1.1", "V15.2.3")]
    public async Task Every_endpoint_is_listed_and_no_listed_one_is_gone()
    {
        var actual = EndpointList.Actual(await demonstration.HostAsync());
        actual.Except(EndpointList.Listed.Select(e => e.ToString())).ShouldBeEmpty("not in Access/endpoints.csv");
        EndpointList.Listed.Select(e => e.ToString()).Except(actual).ShouldBeEmpty("in Access/endpoints.csv, but gone");
    }

    [Fact, Asvs("V8.2.1", "V3.5.3")]
    public async Task Somebody_who_is_not_signed_in_is_asked_to_sign_in_and_changes_nothing()
    {
        var host = await demonstration.HostAsync();
        var before = await LinesAsync();
        using var nobody = host.Browse();
        foreach (var endpoint in EndpointList.Listed.Where(e => !e.IsAnonymous))
        {
            var status = await AskAsync(nobody, endpoint, Samples.Unknown(endpoint.Record), token: null);
            status.ShouldBeOneOf([HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized], $"{endpoint}");
        }

        (await LinesAsync()).ShouldBe(before);
    }

    public static TheoryData<string> Everybody => new(People);

    [Theory, Asvs("V8.2.1", "V8.2.2", "V2.2.2"), Requirement("S0-006", "S1-057", "S1-082")]
    [MemberData(nameof(Everybody))]
    public async Task Role(string who)
    {
        var host = await demonstration.HostAsync();
        var actor = await host.Database.ActorAsync($"{who}@liverpool.demo.example");
        var client = await demonstration.AsAsync($"{who}@liverpool");
        var token = await TokenAsync(client);
        var samples = await Samples.LoadAsync(host.Database, actor);
        var asked = EndpointList.Listed.Where(e => !e.IsAnonymous)
            .SelectMany(e => samples.Targets(e).Select(t => (Endpoint: e, t.Target, t.Id, Expected: Samples.Expected(e, t.Target, actor))))
            .ToLookup(ask => ask.Expected == Answer.Allowed);

        var before = await LinesAsync();
        var wrong = await WrongAnswersAsync(client, token, asked[false]);
        (await LinesAsync()).ShouldBe(before, "something changed though every answer was a refusal");

        wrong.AddRange(await WrongAnswersAsync(client, token, asked[true]));
        output.WriteLine($"{who}: {asked[true].Count()} allowed, {asked[false].Count()} refused");
        wrong.ShouldBeEmpty();
    }

    private static async Task<List<string>> WrongAnswersAsync(SignedInClient client, string token, IEnumerable<(ListedEndpoint Endpoint, Target Target, string Id, Answer Expected)> asked)
    {
        var wrong = new List<string>();
        foreach (var (endpoint, target, id, expected) in asked)
        {
            var status = (int)await AskAsync(client, endpoint, id, token);
            if (!Matches(status, expected))
            {
                wrong.Add($"{endpoint} ({target}): {status}, expected {expected}");
            }
        }

        return wrong;
    }

    private static bool Matches(int status, Answer expected) => expected switch
    {
        Answer.Allowed => status is not (403 or 404 or 401 or >= 500),
        Answer.Forbidden => status == 403,
        Answer.NotFound => status == 404,
        _ => false,
    };

    private async Task<long> LinesAsync() =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action in ('insert', 'update', 'delete')");

    private static async Task<HttpStatusCode> AskAsync(SignedInClient client, ListedEndpoint endpoint, string id, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), Address(endpoint, id));
        if (endpoint.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> TokenAsync(SignedInClient client) => (await client.GetAsync("/account")).Form("form[action='/sign-out']")["__RequestVerificationToken"];

    public static string Address(ListedEndpoint endpoint, string id) => Samples.Address(endpoint.Route, id);
}
