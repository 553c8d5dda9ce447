using System.Net;
using CareCommissioning.Domain.Common;
using CareCommissioning.LocalPostgres;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Persistence.Keys;
using CareCommissioning.Testing.Web;
using Npgsql;

namespace CareCommissioning.Benchmarks;

/// <summary>A web node as it runs in production, on a database with many placements. Only the limits on how often somebody may ask are lifted, and the demonstration's accounts sign in without a second step.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly EmbeddedDatabase _server;
    private readonly string? _temporary;

    private Site(EmbeddedDatabase server, NodeProcess node, string folder, bool isTemporary)
    {
        (_server, Node, _temporary) = (server, node, isTemporary ? folder : null);
        App = NpgsqlDataSource.Create(server.Connection(DatabaseRoles.App, server.AppPassword) + ";No Reset On Close=true;Max Auto Prepare=200;Auto Prepare Min Usages=2");
        Log = Path.Combine(folder, "postgres", "log", "server.log");
        var superuser = new NpgsqlConnectionStringBuilder(server.Superuser) { Database = EmbeddedDatabase.Name };
        Superuser = NpgsqlDataSource.Create(superuser);
    }

    public NodeProcess Node { get; }

    /// <summary>Connections of the application's login.</summary>
    public NpgsqlDataSource App { get; }

    public NpgsqlDataSource Superuser { get; }

    /// <summary>What PostgreSQL writes down.</summary>
    public string Log { get; }

    public static async Task<Site> OpenAsync(string? given, int placements, CancellationToken cancel)
    {
        var folder = given is null ? Directory.CreateTempSubdirectory("care-benchmark-").FullName : Path.GetFullPath(given);
        Directory.CreateDirectory(folder);
        var server = await EmbeddedDatabase.StartAsync(folder, Console.Error.WriteLine, cancel);
        var node = await NodeProcess.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Benchmark",
            ["DataFolder"] = folder,
            ["Demonstration"] = "true",
            ["HeavyRequestsPerMinute"] = "1000000",
            ["Accounts__SignInsPerMinute"] = "1000000",
        });
        var site = new Site(server, node, folder, given is null);
        var missing = placements - await site.CountAsync(cancel);
        if (missing > placements / 10)
        {
            var path = Path.Combine(EmbeddedDatabase.SecretsFolder(folder), "master-key");
            var vault = new IdentityVault(MasterKey.Of(SecretFile.ReadOrMake(path, MasterKey.Length), path));
            await using var owner = NpgsqlDataSource.Create(server.Connection(DatabaseRoles.Owner, server.OwnerPassword));
            await LoadSeeder.AddAsync(owner, vault, (int)missing, London.DayOf(TimeProvider.System.GetUtcNow()), Console.Error.WriteLine, cancel);
        }

        await using var vacuum = site.Superuser.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync(cancel);
        return site;
    }

    public async Task<T> AskAsync<T>(string sql, CancellationToken cancel)
    {
        await using var command = Superuser.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>A request went wrong: with the last error the node wrote down.</summary>
    public InvalidOperationException Failure(string request, HttpStatusCode answer) =>
        new($"{request} answered {answer}. {Node.Lines.LastOrDefault(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal))}");

    public Task<long> CountAsync(CancellationToken cancel) => AskAsync<long>("select count(*) from care.placements", cancel);

    public async ValueTask DisposeAsync()
    {
        await Node.TerminateAsync();
        Node.Dispose();
        await App.DisposeAsync();
        await Superuser.DisposeAsync();
        await _server.DisposeAsync();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
