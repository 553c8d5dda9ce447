using System.Diagnostics;
using System.Globalization;
using CareCommissioning.LocalPostgres;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>A PostgreSQL server for one test, which may kill it; it keeps what it acknowledges, as in production.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const string Word = "for-one-test-only";

    private readonly LocalPostgresOptions _options;
    private LocalPostgresServer _server;

    private OwnServer(LocalPostgresOptions options, LocalPostgresServer server) => (_options, _server) = (options, server);

    public string AppConnection => _server.ConnectionString("care", DatabaseRoles.App, Word);

    public static async Task<OwnServer> StartAsync()
    {
        var options = new LocalPostgresOptions { DataFolder = Directory.CreateTempSubdirectory("care-own-server-").FullName };
        var server = await LocalPostgresServer.StartAsync(options);
        await DatabaseSetup.CreateAsync(server.ConnectionString(), "care", Word, Word);
        await DatabaseSetup.MigrateAsync(server.ConnectionString("care", DatabaseRoles.Owner, Word));
        return new OwnServer(options with { Port = server.Port }, server);
    }

    /// <summary>kill -9, and nothing is told to anybody.</summary>
    public async Task KillAsync()
    {
        var number = (await File.ReadAllLinesAsync(Path.Combine(_server.DataFolder, "cluster", "postmaster.pid")))[0];
        using var process = Process.GetProcessById(int.Parse(number, CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>At the same address, recovered from the crash.</summary>
    public async Task StartAgainAsync()
    {
        await _server.DisposeAsync();
        _server = await LocalPostgresServer.StartAsync(_options);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await LocalPostgresServer.RemoveUnusedAsync(_options);
    }
}
