using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.ReferenceData;
using CareCommissioning.Persistence.RowSecurity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence;

/// <summary>Makes the database and brings it up to date.</summary>
public static class DatabaseSetup
{
    /// <summary>One migration at a time, whoever starts it (web node, command line, container).</summary>
    private const long MigrationLock = 0x43617265_4D696772;

    /// <summary>Makes roles, logins and an empty database where they are missing. Running it again sets the passwords anew.</summary>
    /// <param name="superuser">Connection of somebody who may create roles and databases.</param>
    /// <param name="ownerPassword">Password of <see cref="DatabaseRoles.Owner"/>.</param>
    /// <param name="appPassword">Password of <see cref="DatabaseRoles.App"/>.</param>
    public static async Task CreateAsync(string superuser, string database, string ownerPassword, string appPassword, CancellationToken cancel = default)
    {
        // Roles are the server's, and a lock is its database's: all who make roles meet in the database that every server has.
        await using var connection = await OpenLockedAsync(new NpgsqlConnectionStringBuilder(superuser) { Database = "postgres" }.ConnectionString, cancel);
        await RunAsync(connection, RowSecurityScripts.Roles, cancel);
        await RunAsync(connection, $"ALTER ROLE {DatabaseRoles.Owner} LOGIN PASSWORD {Literal(ownerPassword)}", cancel);
        await RunAsync(connection, $"ALTER ROLE {DatabaseRoles.App} LOGIN PASSWORD {Literal(appPassword)}", cancel);
        await using var exists = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection) { Parameters = { new() { Value = database } } };
        if (!(bool)(await exists.ExecuteScalarAsync(cancel))!)
        {
            await RunAsync(connection, $"CREATE DATABASE {Identifier(database)} OWNER {DatabaseRoles.Owner}", cancel);
            await RunAsync(connection, $"REVOKE ALL ON DATABASE {Identifier(database)} FROM PUBLIC", cancel);
            await RunAsync(connection, $"GRANT CONNECT ON DATABASE {Identifier(database)} TO {DatabaseRoles.App}", cancel);
        }
    }

    /// <summary>Applies pending migrations, then row security, under a lock that a second caller waits for.</summary>
    /// <param name="owner">Connection of <see cref="DatabaseRoles.Owner"/>, or of somebody who may become it.</param>
    /// <returns>The migrations applied, in order; "row security" last when it was written anew.</returns>
    /// <exception cref="PostgresException">The roles are missing and this connection may not make them (42501).</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string owner, CancellationToken cancel = default)
    {
        await using var connection = await OpenLockedAsync(owner, cancel);
        if (!await RolesExistAsync(connection, cancel))
        {
            await RunAsync(connection, RowSecurityScripts.Roles, cancel);
        }

        await RunAsync(connection, $"SET ROLE {DatabaseRoles.Owner}", cancel);
        await RunAsync(connection, "CREATE SCHEMA IF NOT EXISTS app", cancel);

        await using var db = new CareDbContext(new DbContextOptionsBuilder<CareDbContext>().UseNpgsql(connection, CareDatabase.MigrationsHistory).Options);
        var applied = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        await db.Database.MigrateAsync(cancel);
        if (await RowSecurityScripts.ApplyAsync(connection, db.Database.GetMigrations().Last(), cancel))
        {
            applied.Add("row security");
        }

        // What every database starts with, written as background work writes: row security holds for the owner too.
        await RunAsync(connection, $"SET ROLE {DatabaseRoles.Of(ActorKind.System)}", cancel);
        await StandardKinds.AddMissingAsync(db, cancel);
        return applied;
    }

    /// <summary>Not pooled: the lock and the role last as long as the connection. No time-out: a long migration is waited for.</summary>
    private static async Task<NpgsqlConnection> OpenLockedAsync(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancel);
        await RunAsync(connection, $"select pg_advisory_lock({MigrationLock})", cancel);
        return connection;
    }

    private static async Task<bool> RolesExistAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var wanted = Enum.GetValues<ActorKind>().Select(DatabaseRoles.Of)
            .Concat([DatabaseRoles.Owner, DatabaseRoles.App, DatabaseRoles.SignedIn]).ToArray();
        await using var command = new NpgsqlCommand("select count(*) from pg_roles where rolname = any ($1)", connection) { Parameters = { new() { Value = wanted } } };
        return (long)(await command.ExecuteScalarAsync(cancel))! == wanted.Length;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // DDL takes no parameters.
    private static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
