using System.Net;
using CareCommissioning.Persistence;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using Npgsql;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>What a proxy and an operator are told about a node. <see cref="DatabaseAwayTests"/> and <see cref="ShutdownTests"/> tell the rest.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Real = new(StringComparer.Ordinal) { ["Demonstration"] = "false" };

    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.EmptyAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_database_that_may_lose_what_it_acknowledged_is_refused()
    {
        await using var node = new CareHost(_database, settings: Real);
        (await ReadyAsync(node)).ShouldBe((HttpStatusCode.ServiceUnavailable, "not ready\ndatabase: may lose what it acknowledged, switched off: fsync, full_page_writes, synchronous_commit"));
    }

    [Fact]
    public async Task Invented_data_may_be_lost_which_is_said()
    {
        await using var node = new CareHost(_database);
        (await ReadyAsync(node)).ShouldBe((HttpStatusCode.OK, "ready\ndatabase: may lose what it acknowledged, switched off: fsync, full_page_writes, synchronous_commit"));
    }

    [Fact]
    public async Task A_database_of_another_build_is_refused_until_it_is_migrated()
    {
        await using var node = new CareHost(_database);
        await _database.BehindTheScenesAsync<object>("comment on schema app is 'of another build'");
        (await ReadyAsync(node)).ShouldBe((HttpStatusCode.ServiceUnavailable, "not ready\ndatabase: not migrated to this build, run migrate"));

        await _database.BehindTheScenesAsync<object>("do $$ begin execute format('alter database %I owner to care_owner', current_database()); end $$");
        await DatabaseSetup.MigrateAsync(_database.OwnerConnection);
        (await ReadyAsync(node)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_was_never_migrated_is_refused()
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(_database.AppConnection) { Database = "postgres" }.ConnectionString;
        await using var node = new CareHost(_database, settings: new Dictionary<string, string>(Real, StringComparer.Ordinal) { ["ConnectionStrings:Care"] = elsewhere });
        var (status, words) = await ReadyAsync(node);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        words.ShouldContain("database: not migrated to this build, run migrate");
    }

    [Fact, Asvs("V13.3.1")]
    public async Task A_node_with_another_master_key_is_refused_and_its_neighbour_is_not()
    {
        await using var node = new CareHost(_database);
        (await ReadyAsync(node)).Status.ShouldBe(HttpStatusCode.OK);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["MasterKeyFile"] = Path.Combine(node.DataFolder, "another-key") };
        await using var stranger = new CareHost(_database, settings: settings);
        (await stranger.Browse().GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);

        var (status, words) = await ReadyAsync(stranger);
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        words.ShouldContain("keys: the master key does not open them");
        (await ReadyAsync(node)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, string Words)> ReadyAsync(CareHost node)
    {
        using var probe = node.Browse();
        using var answer = await probe.Http.GetAsync("/health/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
