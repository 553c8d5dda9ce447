using System.Net;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Admin;
using CareCommissioning.Web.Pages.Localities;
using CareCommissioning.Web.Pages.Organisations;
using Microsoft.Extensions.Logging;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>The log, as detailed as the product ships it, tells operators what went wrong and not who anybody is. Every other host of the tests is held to it too, when it goes.</summary>
[Asvs("V16.2.5")]
public sealed class NobodyInTheLogTests : IAsyncLifetime
{
    private const string Invited = "Ingrid Fennimore";
    private const string InvitedEmail = "ingrid.fennimore@invited.example";
    private const string Password = "lapwings over grey millstone";
    private const string NhsNumber = "943 476 5919";

    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("Welcome pct@liverpool.demo.example"), InlineData("Opened 943 476 5919"), InlineData("Opened 9434765919"), InlineData("GET /invitations/accept?key=aB3"), InlineData("Hello Ingrid Fennimore"), InlineData("It was " + DemoSeeder.SignInWord)]
    public void What_somebody_could_be_known_by_is_found(string message)
    {
        using var log = new HostLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var writer = factory.CreateLogger("Test");

        writer.LogWarning("Request 0HNH8ABCDE of 1234567890 took 12 ms at 2026-11-25");
        log.Telling(Invited).ShouldBeEmpty();
        writer.LogWarning("{Message}", message);
        log.Telling(Invited).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_day_of_work_and_faults_tells_of_nobody()
    {
        await using var host = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Information" });
        using var admin = await host.SignInAsync("admin@liverpool");
        await AtTheDoorAsync(host);
        await InvitingAsync(host, admin);
        await RefusalsAndFaultsAsync(admin);

        host.Log.Lines.ShouldContain(line => line.Contains("23505", StringComparison.Ordinal), "the refusal of a name that is there is logged");
        host.Log.Lines.ShouldContain(line => line.Contains("23514", StringComparison.Ordinal), "the fault is logged");
        var names = (await _database.BehindTheScenesAsync<string[]>("select array_agg(display_name) from care.accounts"))!;
        host.Log.Telling([.. names, Invited, Password, "Secret Gardens"]).ShouldBeEmpty();
    }

    private static async Task AtTheDoorAsync(CareHost host)
    {
        using var stranger = host.Browse();
        foreach (var email in new[] { "finance@liverpool.demo.example", "nobody.knows@elsewhere.example" })
        {
            await (await stranger.GetAsync("/sign-in")).Form().With("Form.Email", email).With("Form.Password", "not the right one at all").SendAsync();
            await (await stranger.GetAsync("/forgotten-password")).Form().With("Form.Email", email).SendAsync();
        }
    }

    private async Task InvitingAsync(CareHost host, SignedInClient admin)
    {
        var page = await admin.GetAsync(AdministrationLinks.NewInvitation);
        var sunrise = page.Document.QuerySelectorAll("option").Single(o => o.TextContent.Trim() == "Sunrise House Care Ltd").GetAttribute("value")!;
        var sent = await page.Form().With("Form.Name", Invited).With("Form.Email", InvitedEmail).With("Form.OrganisationId", sunrise).With("Form.Role", "ProviderManager").SendAsync();
        sent.Done.ShouldNotBeNull(sent.Text);
        var email = await _database.BehindTheScenesAsync<string>("select body from care.outbox_emails where \"to\" = $1", InvitedEmail);
        using var newcomer = host.Browse();
        var link = email!.Split('\n').Single(line => line.StartsWith("https://", StringComparison.Ordinal)).Trim();
        await (await newcomer.GetAsync(link)).Form().With("Form.NewPassword", Password).SendAsync();
        await newcomer.SignInAsync(InvitedEmail, Password);
    }

    private async Task RefusalsAndFaultsAsync(SignedInClient admin)
    {
        // The database, which refuses either, would name the values it was given.
        (await (await admin.GetAsync(LocalityLinks.New)).Form().With("Form.Name", "North Liverpool").SendAsync()).Errors.ShouldNotBeEmpty();

        await _database.BehindTheScenesAsync<object>("alter table care.organisations add constraint planted check (name not like 'Secret Gardens%')");
        var failed = await (await admin.GetAsync(OrganisationLinks.New)).Form()
            .With("Form.Name", $"Secret Gardens {NhsNumber}").With("Form.Kind", "private-provider").With("Form.OpenedOn", new DateOnly(2015, 4, 1)).SendAsync();
        failed.Status.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
