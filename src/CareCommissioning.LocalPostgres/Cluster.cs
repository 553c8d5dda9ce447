using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareCommissioning.LocalPostgres;

/// <summary>The data of one server: made, and its process started and stopped. Who does so, and when nobody else may, is <see cref="LocalPostgresServer"/>'s to know.</summary>
internal sealed class Cluster(DataFolder folder, PostgresBinaries binaries)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Major version of PostgreSQL, such as 18.</summary>
    public int Major => binaries.Major;

    /// <summary>Starts the server, whose data it makes at the first time.</summary>
    /// <returns>The port it listens on.</returns>
    /// <exception cref="LocalPostgresException">It cannot run; the message says why and what to do.</exception>
    public async Task<int> StartAsync(LocalPostgresOptions options, Action<string>? progress, CancellationToken cancel)
    {
        if (folder.DataMajor is null)
        {
            progress?.Invoke($"Making a private PostgreSQL {binaries.Major} database in {folder.Path}.");
            await MakeAsync(options, cancel);
        }

        progress?.Invoke($"Starting PostgreSQL {binaries.Major}.");
        var deadline = Deadline.After(options.StartTimeout);
        var port = options.Port ?? (folder.LastPort is { } last && IsFree(last) ? last : FreePort());
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            folder.TurnLog();
            await File.WriteAllTextAsync(folder.Configuration, Configuration(options, port), cancel);
            SystemPlace.MakeReadable(folder.Configuration, executable: false);

            // Not cancelled half-way: it returns by itself, and what it started must be known.
            var seconds = ((int)options.StartTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var answer = await folder.Account.RunAsync(
                binaries.PgCtl,
                ["start", "--silent", "--wait", "--timeout", seconds, "--pgdata", folder.Cluster, "--log", folder.LogFile, "--options", "-c " + Quoted("config_file=" + folder.Configuration)],
                folder.Cluster,
                detaches: true,
                CancellationToken.None);
            if (answer.Succeeded)
            {
                folder.LastPort = port;
                return port;
            }

            var log = await folder.ReadLogAsync(cancel);
            if (log.Contains("could not bind", StringComparison.Ordinal) && options.Port is null && !deadline.HasPassed)
            {
                port = FreePort();
            }
            else if (log.Contains("is still in use", StringComparison.Ordinal) && !deadline.HasPassed)
            {
                // Sessions of a server that was killed are about to notice and end.
                await Task.Delay(Pause, cancel);
            }
            else
            {
                throw Explain(port, log, answer.Output);
            }
        }
    }

    /// <summary>Stops it cleanly; at once where it would not.</summary>
    /// <exception cref="LocalPostgresException">It runs on.</exception>
    public async Task StopAsync()
    {
        CommandResult answer = default;
        foreach (var mode in new[] { "fast", "immediate" })
        {
            answer = await folder.Account.RunAsync(binaries.PgCtl, ["stop", "--silent", "--wait", "--timeout", "60", "--mode", mode, "--pgdata", folder.Cluster], folder.Cluster);
            if (answer.Succeeded || Postmaster.Read(folder.Cluster)?.IsAlive() != true)
            {
                return;
            }
        }

        throw new LocalPostgresException($"PostgreSQL on {folder.Path} could not be stopped: {answer.Output} The next start will find and use it.");
    }

    private async Task MakeAsync(LocalPostgresOptions options, CancellationToken cancel)
    {
        if (Directory.Exists(folder.Cluster))
        {
            throw new LocalPostgresException($"The folder {folder.Cluster} holds no complete database. Restore it from a backup, or delete {folder.Path} to start with an empty one.");
        }

        // Made aside and moved into place when complete, so that an interrupted one is never taken for a database.
        if (Directory.Exists(folder.UnfinishedCluster))
        {
            Directory.Delete(folder.UnfinishedCluster, recursive: true);
        }

        await folder.MakePrivateAsync(folder.UnfinishedCluster, cancel);
        List<string> arguments =
        [
            "--pgdata", folder.UnfinishedCluster, "--username", LocalPostgresServer.Superuser, "--pwfile", folder.PasswordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--data-checksums", .. Locale(binaries.Major), .. options.Durable ? [] : new[] { "--no-sync" },
        ];
        var answer = await folder.Account.RunAsync(binaries.InitDb, arguments, folder.UnfinishedCluster, cancel: cancel);
        if (!answer.Succeeded)
        {
            throw Explain(port: 0, answer.Output, answer.Output);
        }

        Directory.Move(folder.UnfinishedCluster, folder.Cluster);
    }

    /// <summary>The same order and case rules on every machine: by code point.</summary>
    private static string[] Locale(int major) => major switch
    {
        >= 17 => ["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
        _ when OperatingSystem.IsLinux() => ["--locale", "C.UTF-8"],
        _ => ["--locale", "C"],
    };

    private static string Configuration(LocalPostgresOptions options, int port)
    {
        var switchable = options.Durable ? "on" : "off";
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["password_encryption"] = "scram-sha-256",
            ["fsync"] = switchable,
            ["full_page_writes"] = switchable,
            ["synchronous_commit"] = switchable,
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["datestyle"] = "iso, dmy",
            ["lc_messages"] = "C",
            ["default_text_search_config"] = "pg_catalog.english",
            ["log_line_prefix"] = "%m [%p] %q%u@%d ",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        var text = new StringBuilder("# Written at each start; changes made here are lost.\n");
        foreach (var (name, value) in settings)
        {
            text.Append(name).Append(" = '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        }

        return text.ToString();
    }

    private LocalPostgresException Explain(int port, string log, string answer)
    {
        string[] marks = ["FATAL:", "PANIC:", "could not bind", "error:"];
        var said = log.Split('\n').LastOrDefault(line => Array.Exists(marks, mark => line.Contains(mark, StringComparison.Ordinal)))?.Trim() ?? answer;
        if (log.Contains("No space left on device", StringComparison.Ordinal))
        {
            return new LocalPostgresException($"The disk that holds {folder.Path} is full. Free some space and start again.");
        }

        if (log.Contains("could not bind", StringComparison.Ordinal))
        {
            return new LocalPostgresException($"Port {port} on 127.0.0.1 is taken by another program. Choose another port, leave the port out to have a free one chosen, or end that program.");
        }

        return new LocalPostgresException($"PostgreSQL could not be started on {folder.Path}. It said: {said} The whole log is {folder.LogFile}.");
    }

    /// <summary>pg_ctl hands its options to a shell.</summary>
    private static string Quoted(string option) => OperatingSystem.IsWindows()
        ? "\"" + option + "\""
        : "'" + option.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
