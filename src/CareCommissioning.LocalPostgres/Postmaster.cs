using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CareCommissioning.LocalPostgres;

/// <summary>What <c>postmaster.pid</c> says about the server that runs, or ran, on a cluster.</summary>
/// <param name="ProcessId">Line 1.</param>
/// <param name="Port">Line 4.</param>
/// <param name="Status">Line 8: <c>starting</c>, <c>ready</c> or <c>stopping</c>; empty very early.</param>
/// <param name="Identity">Lines 1 to 3 (process, folder, start time): the same only for the same run.</param>
internal sealed record Postmaster(int ProcessId, int Port, string Status, string Identity)
{
    private const string FileName = "postmaster.pid";

    // SSLRequest: length 8, code 80877103. Every PostgreSQL answers it with one letter, S or N, before any sign-in.
    private static readonly byte[] SslRequest = [0, 0, 0, 8, 4, 210, 22, 47];

    public bool IsReady => Status == "ready";

    /// <summary>Reads the file; null when there is none, or when it is still being written.</summary>
    public static Postmaster? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(cluster, FileName));
            if (lines.Length < 4
                || !int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var process)
                || !int.TryParse(lines[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var port))
            {
                return null;
            }

            var status = lines.Length >= 8 ? lines[7].Trim() : "";
            return new Postmaster(process, port, status, string.Join('\n', lines.Take(3)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes a file left by a dead server, which PostgreSQL would believe because another process has its number now.</summary>
    public static void Forget(string cluster) => File.Delete(Path.Combine(cluster, FileName));

    /// <summary>Whether some process has that number, be it another or a dead one that nobody has collected yet.</summary>
    public bool NumberIsTaken()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the process with that number is this very server.</summary>
    public bool IsAlive()
    {
        if (!NumberIsTaken() || IsUncollected())
        {
            return false;
        }

        // On Linux the process's working folder is its cluster: the file seen from there must be ours.
        if (OperatingSystem.IsLinux() && Directory.Exists($"/proc/{ProcessId}/cwd/."))
        {
            return Read($"/proc/{ProcessId}/cwd")?.Identity == Identity;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the process has ended and only waits for its parent to take note, which in a container may never happen.</summary>
    private bool IsUncollected()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            // "12 (name) Z …": the name may hold anything, so the state is what follows the last bracket.
            var stat = File.ReadAllText($"/proc/{ProcessId}/stat");
            return stat[(stat.LastIndexOf(')') + 1)..].TrimStart() is ['Z' or 'X', ..];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether it answers on its port as PostgreSQL does.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(SslRequest, patience.Token);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, patience.Token) == 1 && answer[0] is (byte)'S' or (byte)'N';
        }
        catch (Exception problem) when (problem is SocketException or IOException || (problem is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
