using System.Net;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>What the log says of requests, and what it never says.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private const string Email = "jo.osecret7@secret.example";
    private const string NhsNumber = "9434765919";
    private const string Word = "Very-Secret-7531!";

    private readonly CapturedLog _log = new();
    private CareTestDatabase _database = null!;
    private CareHost _node = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        _node = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Information" }, services: _log.Listen);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact, Asvs("V16.2.4", "V16.2.5", "V16.4.1", "V14.2.1")]
    public async Task No_line_holds_what_somebody_typed_wherever_they_typed_it()
    {
        using var admin = await _node.SignInAsync("admin@liverpool");
        await admin.GetAsync($"/organisations?Name={Email}&NhsNumber={NhsNumber}");
        await admin.GetAsync($"/nothing/{Email}/{NhsNumber}");
        await admin.GetAsync($"/organisations/{NhsNumber}");
        await admin.GetAsync($"/reset-password?key={NhsNumber}");
        await (await admin.GetAsync("/localities/new")).Form().With("Form.Name", Email).With("Form.AreaCode", $"{NhsNumber}\r\n{{\"forged\":1}}").SendAsync();
        await admin.PostAsync("/localities/new", [new("Form.Name", Email), new(NhsNumber, Email)]);
        using var nobody = _node.Browse();
        await (await nobody.GetAsync($"/sign-in?returnUrl=/people/{NhsNumber}")).Form().With("Form.Email", Email).With("Form.Password", Word).SendAsync();
        using var odd = new HttpRequestMessage(new HttpMethod(NhsNumber), $"/{Email}");
        odd.Headers.TryAddWithoutValidation("User-Agent", Email);
        odd.Headers.TryAddWithoutValidation("Referer", $"https://{NhsNumber}.example/");
        using var refused = await nobody.SendAsync(odd);

        // A fault, and a database that refuses a value: both are logged with all that is known of them.
        await _database.BehindTheScenesAsync<object>("alter table care.localities add constraint no_such_name check (name <> 'jo.osecret7@secret.example') not valid");
        await (await admin.GetAsync("/localities/new")).Form().With("Form.Name", Email).SendAsync();
        await _database.BehindTheScenesAsync<object>("alter table care.localities rename to put_away");
        (await admin.GetAsync($"/localities?Name={Email}")).Status.ShouldBe(HttpStatusCode.InternalServerError);

        _log.Lines.Count.ShouldBeGreaterThan(10);
        foreach (var line in _log.Lines.Select(CapturedLog.Parse))
        {
            line.ShouldNotContain("osecret7", Case.Insensitive);
            line.ShouldNotContain(NhsNumber);
            line.ShouldNotContain(Word);
            line.TrimEnd('\n').ShouldNotContain('\n');
        }
    }

    [Fact, Asvs("V16.2.1", "V16.2.2", "V16.3.2")]
    public async Task Each_request_is_a_line_with_its_route_who_asked_and_what_was_answered()
    {
        using var voice = await _node.SignInAsync("voice@liverpool");
        var id = (await _database.ActorAsync("voice@liverpool.demo.example")).AccountId.ToString();
        (await voice.GetAsync("/governance/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await voice.GetAsync("/no/such/page")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await voice.GetAsync("/governance/audit/1")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var last = _log.Requests.TakeLast(3).Select(line => line.GetProperty("State")).ToList();
        last.Select(state => $"{state.GetProperty("Method")} {state.GetProperty("Route")} {state.GetProperty("Status")} {state.GetProperty("AccountId")}").ShouldBe(
        [
            $"GET /governance/audit 403 {id}",
            $"GET none 404 {id}",
            $"GET /governance/audit/{{sequence:long}} 403 {id}",
        ]);
        last.ShouldAllBe(state => state.GetProperty("RequestId").GetString()!.Length > 0);
        _log.Requests.ShouldAllBe(line => line.GetProperty("Timestamp").GetString()!.EndsWith('Z'));
    }

    [Fact, Asvs("V16.3.4", "V16.5.1")]
    public async Task What_a_person_is_given_to_report_finds_the_fault_in_the_log()
    {
        using var admin = await _node.SignInAsync("admin@liverpool");
        await _database.BehindTheScenesAsync<object>("alter table care.localities rename to put_away");
        var page = await admin.GetAsync("/localities");
        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Heading.ShouldBe("Sorry, something went wrong");
        page.Html.ShouldNotContain("put_away");
        page.Html.ShouldNotContain("Npgsql");

        var reference = page.Document.QuerySelector("main .nhsuk-u-text-break-word")!.TextContent;
        _log.Lines.ShouldContain(line => line.Contains("PostgresException", StringComparison.Ordinal) && line.Contains(reference, StringComparison.Ordinal));
        _log.Requests[^1].GetProperty("State").GetProperty("RequestId").GetString().ShouldBe(reference);
    }
}
