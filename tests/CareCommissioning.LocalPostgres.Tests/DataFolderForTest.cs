using System.Diagnostics;
using Npgsql;

namespace CareCommissioning.LocalPostgres.Tests;

/// <summary>A data folder of one test, with the questions the tests ask about the server on it.</summary>
internal sealed class DataFolderForTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("care-pg-test-");

    public DataFolderForTest()
    {
        if (!OperatingSystem.IsWindows())
        {
            // So that a server run as another user can pass.
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        }
    }

    /// <summary>With a blank and a quote, which paths may have.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "it's data");

    public string PidFile => System.IO.Path.Combine(Path, "cluster", "postmaster.pid");

    public LocalPostgresOptions Options => new() { DataFolder = Path, Durable = false, Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["shared_buffers"] = "16MB" } };

    /// <summary>The server that runs now.</summary>
    public Postmaster Running => Postmaster.Read(System.IO.Path.Combine(Path, "cluster")).ShouldNotBeNull();

    public static async Task<object?> AskAsync(LocalPostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>kill -9, without waiting for anything.</summary>
    public void KillServer()
    {
        using var process = Process.GetProcessById(Running.ProcessId);
        process.Kill();
    }

    public void Dispose()
    {
        if (Postmaster.Read(System.IO.Path.Combine(Path, "cluster"))?.IsAlive() == true)
        {
            KillServer();
        }

        _folder.Delete(recursive: true);
    }
}
