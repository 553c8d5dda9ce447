using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CareCommissioning.Testing.Web;

/// <summary>A web node as an operator runs it: a process of its own, its standard output, its signals, its exit code.</summary>
public sealed class NodeProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Everything on the standard output so far.</summary>
    public IEnumerable<string> Lines => _lines;

    /// <summary>Starts one on a free port. A data folder is among the settings where it needs none of its own.</summary>
    /// <param name="settings">As an operator gives them: environment variables.</param>
    public static async Task<NodeProcess> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CareCommissioning.Web.dll")]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["PublicUrl"] = "https://care.example";
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Shutdown__DrainSeconds"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Information";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var node = new NodeProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        node._process.OutputDataReceived += (_, line) => node.Heard(line.Data);
        node._process.Exited += (_, _) => node._listens.TrySetException(new InvalidOperationException("It ended: " + string.Join('\n', node._lines)));
        node._process.Start();
        node._process.BeginOutputReadLine();
        node.Address = await node._listens.Task;
        return node;
    }

    /// <summary>SIGTERM, as a container engine sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (_listens.Task.IsCompleted)
        {
            return;
        }

        using var json = JsonDocument.Parse(line);
        if (json.RootElement.GetProperty("State").TryGetProperty("address", out var address))
        {
            _listens.TrySetResult(new Uri(address.GetString()!));
        }
    }
}
