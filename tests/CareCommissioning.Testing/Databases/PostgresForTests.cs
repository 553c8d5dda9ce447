using System.Runtime.InteropServices;
using CareCommissioning.LocalPostgres;

namespace CareCommissioning.Testing.Databases;

/// <summary>The one PostgreSQL server of a test process: started when first asked for, stopped and deleted by <see cref="TestRun"/> after the last test.</summary>
/// <remarks>
/// An interrupted process stops it too. What a killed process leaves behind is stopped and deleted by the next one.
/// </remarks>
public static class PostgresForTests
{
    private const string FolderPrefix = "care-tests-";

    // Younger folders may belong to a test process that is just starting.
    private static readonly TimeSpan SurelyAbandonedAfter = TimeSpan.FromSeconds(30);

    private static readonly Lazy<Task<LocalPostgresServer>> Started = new(StartAsync);
    private static readonly List<PosixSignalRegistration> Signals = [];

    /// <summary>The running server.</summary>
    public static Task<LocalPostgresServer> ServerAsync() => Started.Value;

    /// <summary>Stops the server and deletes its data, if it was ever asked for.</summary>
    public static async Task StopAsync()
    {
        if (Started.IsValueCreated)
        {
            await RemoveAsync(await Started.Value);
        }
    }

    private static async Task<LocalPostgresServer> StartAsync()
    {
        await RemoveAbandonedAsync();
        var options = OptionsFor(Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Guid.CreateVersion7():N}"));
        var server = await LocalPostgresServer.StartAsync(options);

        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
        {
            Signals.Add(PosixSignalRegistration.Create(signal, _ => RemoveAsync(server).GetAwaiter().GetResult()));
        }

        return server;
    }

    private static LocalPostgresOptions OptionsFor(string folder) => new()
    {
        DataFolder = folder,
        Durable = false,
        MaxConnections = 200,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["shared_buffers"] = "64MB",
            ["wal_level"] = "minimal",
            ["max_wal_senders"] = "0",
            ["max_wal_size"] = "2GB",
            ["checkpoint_timeout"] = "1h",
            ["jit"] = "off",
        },
    };

    private static async Task RemoveAsync(LocalPostgresServer server)
    {
        try
        {
            await server.DisposeAsync();
            await LocalPostgresServer.RemoveUnusedAsync(OptionsFor(server.DataFolder));
        }
        catch (Exception problem) when (problem is LocalPostgresException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
        }
    }

    private static async Task RemoveAbandonedAsync()
    {
        var newest = TimeProvider.System.GetUtcNow().UtcDateTime - SurelyAbandonedAfter;
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(FolderPrefix + "*").Where(folder => folder.LinkTarget is null && folder.CreationTimeUtc < newest))
        {
            try
            {
                await LocalPostgresServer.RemoveUnusedAsync(OptionsFor(folder.FullName));
            }
            catch (Exception problem) when (problem is LocalPostgresException or IOException or UnauthorizedAccessException)
            {
                // Another user's, or another process is removing it too.
                Console.WriteLine($"{folder.FullName} is left alone: {problem.Message}");
            }
        }
    }
}
