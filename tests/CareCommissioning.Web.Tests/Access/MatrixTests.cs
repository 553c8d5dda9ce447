using System.Net;
using System.Text.RegularExpressions;
using CareCommissioning.Domain.Access;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using Xunit.Abstractions;

namespace CareCommissioning.Web.Tests.Access;

/// <summary>Every endpoint × every role × one's own, another organisation's, another partnership's and nobody's record, and somebody not signed in.</summary>
public sealed partial class MatrixTests(DemonstrationHost demonstration, ITestOutputHelper output) : IClassFixture<DemonstrationHost>
{
    private const string NoSuchId = "01930000-0000-7000-8000-000000000000";

    /// <summary>Ends the very session that asks.</summary>
    private const string SignOut = "/sign-out";

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
            var status = await AskAsync(nobody, endpoint, NoSuchId, token: null);
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
        var before = await LinesAsync();
        var wrong = new List<string>();
        var asked = 0;
        foreach (var endpoint in EndpointList.Listed.Where(e => !e.IsAnonymous && e.Route != SignOut))
        {
            foreach (var (target, id) in samples.Targets(endpoint))
            {
                var status = (int)await AskAsync(client, endpoint, id, token);
                asked++;
                var expected = samples.Expected(endpoint, target, actor);
                if (!Matches(status, expected))
                {
                    wrong.Add($"{endpoint} ({target}): {status}, expected {expected}");
                }
            }
        }

        output.WriteLine($"{who}: {asked} requests");
        wrong.ShouldBeEmpty();

        // Nothing sent was a filled-in form, so nothing may have changed but the recording of what was opened or exported.
        (await LinesAsync()).ShouldBe(before);
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
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), Parameter().Replace(endpoint.Route, id));
        if (endpoint.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<string> TokenAsync(SignedInClient client) => (await client.GetAsync("/account")).Form("form[action='/sign-out']")["__RequestVerificationToken"];

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
