using System.Diagnostics;
using System.Globalization;

namespace CareCommissioning.LocalPostgres.Tests;

/// <summary>Another process that uses a server on a data folder until told to leave, or killed.</summary>
internal sealed class SecondProcess : IDisposable
{
    private readonly Process _process;

    private SecondProcess(Process process) => _process = process;

    /// <summary>Starts the process; <see cref="PortAsync"/> tells when its server is there.</summary>
    public static SecondProcess Start(string dataFolder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(SecondProcess).Assembly.Location, dataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.Ordinal))
        {
            start.FileName = "dotnet";
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new SecondProcess(Process.Start(start)!);
    }

    /// <summary>Port of its server.</summary>
    public async Task<int> PortAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return int.TryParse(line, CultureInfo.InvariantCulture, out var port) ? port : throw new InvalidOperationException("The second process said: " + line);
    }

    /// <summary>Asks it to leave in good order, and waits.</summary>
    public async Task LeaveAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        _process.ExitCode.ShouldBe(0);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<int> Main(string[] args)
    {
        try
        {
            await using var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions { DataFolder = args[0], Durable = false });
            Console.WriteLine(server.Port);
            await Console.In.ReadLineAsync();
            return 0;
        }
        catch (LocalPostgresException problem)
        {
            Console.WriteLine(problem.Message);
            return 1;
        }
    }
}
