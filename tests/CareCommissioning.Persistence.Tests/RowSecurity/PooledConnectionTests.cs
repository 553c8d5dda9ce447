using CareCommissioning.Persistence.Access;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>One connection serves many people, one after the other, and keeps its prepared statements (decision 14): never who acted before.</summary>
public sealed class PooledConnectionTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    private const int Times = 8;

    private NpgsqlDataSource Only() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(demonstration.Database.AppConnection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, MaxPoolSize = 1 });

    [Fact, Requirement("S0-006"), Asvs("V8.4.1")]
    public async Task People_of_other_organisations_and_partnerships_see_what_is_theirs_by_the_same_prepared_statement()
    {
        await using var pool = Only();
        string[] who = ["pct@liverpool", "pct@eastlancs", "coordinator@liverpool", "coordinator@eastlancs", "provider@liverpool"];
        var seen = new List<(string Who, int Placements)>();
        for (var turn = 0; turn < Times; turn++)
        {
            foreach (var person in who)
            {
                var current = new CurrentActor();
                current.Become(await demonstration.Database.ActorAsync($"{person}.demo.example"));
                await using var db = CareDatabase.OpenAs(current, pool);
                seen.Add((person, await db.Placements.CountAsync()));
            }
        }

        foreach (var person in who)
        {
            await using var own = demonstration.Database.As(await demonstration.Database.ActorAsync($"{person}.demo.example"));
            var expected = await own.Placements.CountAsync();
            expected.ShouldBeGreaterThan(0);
            seen.Where(s => s.Who == person).Select(s => s.Placements).Distinct().ShouldBe([expected]);
        }
    }

    [Fact, Requirement("S0-006")]
    public async Task Back_in_the_pool_it_is_nobodys()
    {
        await using var pool = Only();
        var current = new CurrentActor();
        current.Become(await demonstration.Database.ActorAsync("pct@liverpool.demo.example"));
        for (var turn = 0; turn < Times; turn++)
        {
            await using var db = CareDatabase.OpenAs(current, pool);
            await db.Placements.CountAsync();
        }

        await using var connection = await pool.OpenConnectionAsync();
        (await AskAsync(connection, "select count(*)::text from pg_prepared_statements")).ShouldNotBe("0");
        (await AskAsync(connection, "select current_user::text")).ShouldBe(DatabaseRoles.App);
        (await AskAsync(connection, "select coalesce(current_setting('app.actor', true), '')")).ShouldBe("");
        await Should.ThrowAsync<PostgresException>(() => AskAsync(connection, "select count(*)::text from care.placements"));
    }

    private static async Task<string?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync();
    }
}
