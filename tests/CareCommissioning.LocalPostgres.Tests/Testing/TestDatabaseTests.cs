using CareCommissioning.Testing.Databases;
using Npgsql;

namespace CareCommissioning.LocalPostgres.Tests.Testing;

public sealed class TestDatabaseTests
{
    private static int _timesInitialised;

    private static readonly TemplateDatabase Template = new(async database =>
    {
        Interlocked.Increment(ref _timesInitialised);
        await ScalarAsync(database.ConnectionString(), "create table seeded as select 3 as number; create role reader login password 'reader-of-tests'; grant select on seeded to reader");
    });

    [Fact]
    public async Task Copies_are_equal_apart_and_made_from_one_template()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Template.CopyAsync()));
        await ScalarAsync(copies[0].ConnectionString(), "update seeded set number = 4");

        (await ScalarAsync(copies[1].ConnectionString(), "select number from seeded")).ShouldBe(3);
        (await ScalarAsync(copies[2].ConnectionString("reader", "reader-of-tests"), "select number from seeded")).ShouldBe(3);
        _timesInitialised.ShouldBe(1);

        foreach (var copy in copies)
        {
            await copy.DisposeAsync();
        }

        var server = await PostgresForTests.ServerAsync();
        (await ScalarAsync(server.ConnectionString(), $"select count(*) from pg_database where datname = '{copies[0].Name}'")).ShouldBe(0L);
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
