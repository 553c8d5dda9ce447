using System.Net;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>Nobody keeps the others waiting by asking again and again for what is much work.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const string Export = "/governance/audit/export";

    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Asvs("V2.4.1", "V16.3.3")]
    public async Task One_person_exports_so_often_in_a_minute_and_no_more()
    {
        await using var node = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["HeavyRequestsPerMinute"] = "2" });
        using var guardian = await node.SignInAsync("guardian@liverpool");
        for (var time = 0; time < 2; time++)
        {
            (await guardian.GetAsync(Export)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await guardian.GetAsync(Export);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Heading.ShouldBe("Too many requests");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action = 'exported'")).ShouldBe(2);

        (await guardian.GetAsync("/governance/audit")).Status.ShouldBe(HttpStatusCode.OK);
        using var other = await node.SignInAsync("guardian@eastlancs");
        (await other.GetAsync(Export)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_may_not_export_is_told_so_and_not_to_come_back_later()
    {
        await using var node = new CareHost(_database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["HeavyRequestsPerMinute"] = "1" });
        using var nobody = node.Browse();
        for (var time = 0; time < 3; time++)
        {
            (await nobody.GetAsync(Export)).Url.ShouldStartWith("/sign-in");
        }
    }
}
