using System.Net;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>A database that is away: said plainly, nobody is signed out by it, and all is well when it is back.</summary>
[Asvs("V13.4.2")]
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Whoever_is_signed_in_is_told_so_and_stays_signed_in()
    {
        await using var node = new CareHost(_database);
        using var browser = await node.SignInAsync("pct@liverpool");
        await CloseAsync();

        var away = await browser.GetAsync("/organisations");
        away.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        away.Heading.ShouldBe("The service is not available for the moment");
        (await browser.GetAsync("/help")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        // The process itself is well, whoever asks; it only should not be sent anybody. Where the database is stays unsaid.
        (await browser.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        using var ready = await browser.Http.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var words = await ready.Content.ReadAsStringAsync();
        words.ShouldContain("database: cannot be reached");
        words.ShouldNotContain("127.0.0.1");
        words.ShouldNotContain("care_app");

        await LimitConnectionsAsync(-1);
        var back = await browser.GetAsync("/organisations");
        back.Status.ShouldBe(HttpStatusCode.OK);
        back.Url.ShouldStartWith("/organisations");
        (await browser.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Asvs("V16.5.2")]
    public async Task A_server_that_is_killed_and_started_again_is_found_again()
    {
        await using var server = await OwnServer.StartAsync();
        await using var node = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings:Care"] = server.AppConnection });
        using var browser = await node.SignInAsync("pct@liverpool");
        (await browser.Http.GetStringAsync("/health/ready")).ShouldBe("ready");

        await server.KillAsync();
        (await browser.GetAsync("/organisations")).Heading.ShouldBe("The service is not available for the moment");
        (await browser.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await server.StartAgainAsync();
        (await browser.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/organisations")).Url.ShouldBe("/organisations");
    }

    // New connections are refused and open ones broken off, as when a server shuts down.
    private async Task CloseAsync()
    {
        await LimitConnectionsAsync(0);
        await _database.BehindTheScenesAsync<object>("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }

    private Task<object?> LimitConnectionsAsync(int most) =>
        _database.BehindTheScenesAsync<object>($"do $$ begin execute format('alter database %I connection limit {most}', current_database()); end $$");
}
