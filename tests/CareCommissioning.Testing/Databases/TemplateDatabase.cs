using System.Diagnostics.CodeAnalysis;
using CareCommissioning.LocalPostgres;
using Npgsql;

namespace CareCommissioning.Testing.Databases;

/// <summary>A database prepared once in a test process and copied for each test class, which takes a tenth of a second.</summary>
/// <param name="initialise">Prepares the empty database it is given: migrations, reference data. It must close its connections.</param>
public sealed class TemplateDatabase(Func<TestDatabase, Task> initialise)
{
    private readonly Lazy<Task<TestDatabase>> _prepared = new(() => PrepareAsync(initialise));

    /// <summary>A database of its own for the caller, as the initialiser left the template; disposing drops it.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        var template = await _prepared.Value;
        return await TestDatabase.MakeAsync(template.Name);
    }

    private static async Task<TestDatabase> PrepareAsync(Func<TestDatabase, Task> initialise)
    {
        var database = await TestDatabase.MakeAsync(template: null);
        await initialise(database);

        // Copies need a template nobody is connected to.
        NpgsqlConnection.ClearAllPools();
        await TestDatabase.ExecuteAsync($"ALTER DATABASE {database.Name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
        await TestDatabase.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.Name}'");
        return database;
    }
}

/// <summary>One database on <see cref="PostgresForTests"/>, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly LocalPostgresServer _server;

    private TestDatabase(LocalPostgresServer server, string name)
    {
        _server = server;
        Name = name;
    }

    public string Name { get; }

    /// <summary>Connection string in Npgsql's form, for the superuser or for a role a test or migration has made.</summary>
    public string ConnectionString(string? user = null, string? password = null) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString(Name, user, password)) { MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    internal static async Task<TestDatabase> MakeAsync(string? template)
    {
        var server = await PostgresForTests.ServerAsync();
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}");
        return new TestDatabase(server, name);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Database names cannot be parameters; ours are made here, of hexadecimal digits.")]
    internal static async Task ExecuteAsync(string sql)
    {
        var server = await PostgresForTests.ServerAsync();
        await using var connection = new NpgsqlConnection(server.ConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
