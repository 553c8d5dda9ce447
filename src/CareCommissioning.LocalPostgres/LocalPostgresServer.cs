using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CareCommissioning.LocalPostgres;

/// <summary>A private PostgreSQL server on 127.0.0.1, started when its first user comes and stopped when its last one goes.</summary>
/// <remarks>
/// Several processes, and several objects in one process, may share a data folder: the first starts the server, the others attach to it, and
/// the last one out stops it. A process that is killed leaves the count by itself; were it the last, the next start adopts the server it left.
/// The server is in a session of its own, so that Ctrl-C in a terminal reaches the application only, which then disposes of this object.
/// </remarks>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    /// <summary>The cluster's superuser.</summary>
    public const string Superuser = "postgres";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(2);

    private readonly DataFolder _folder;
    private readonly PostgresBinaries _binaries;
    private readonly string _password;
    private IDisposable? _membership;

    private LocalPostgresServer(DataFolder folder, PostgresBinaries binaries, string password, IDisposable membership, int port, bool startedHere)
    {
        _folder = folder;
        _binaries = binaries;
        _password = password;
        _membership = membership;
        Port = port;
        StartedHere = startedHere;
        AppDomain.CurrentDomain.ProcessExit += StopWithProcess;
    }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Major version, such as 18.</summary>
    public int MajorVersion => _binaries.Major;

    /// <summary>Where the data really are; see <see cref="LocalPostgresOptions.DataFolder"/>.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>The server's own log since it was started; earlier ones have a number behind the name.</summary>
    public string LogFile => _folder.LogFile;

    /// <summary>False when it ran already and was attached to.</summary>
    public bool StartedHere { get; }

    /// <summary>Starts the server, or attaches to the one that runs on the same data folder.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="progress">Told what takes time, in a sentence each.</param>
    /// <param name="cancel">Gives up; what was half made is made again at the next start.</param>
    /// <exception cref="LocalPostgresException">It cannot run; the message says why and what to do.</exception>
    public static async Task<LocalPostgresServer> StartAsync(LocalPostgresOptions options, Action<string>? progress = null, CancellationToken cancel = default)
    {
        try
        {
            var folder = await LocalPostgres.DataFolder.OpenAsync(options, cancel);
            using var held = await folder.LockAsync(options.StartTimeout, progress, cancel);
            var membership = folder.Join();
            try
            {
                var binaries = await PostgresBinaries.FindAsync(options.BinariesFolder, folder.DataMajor, folder.Account, cancel);
                var password = await folder.PasswordAsync(cancel);
                var running = await FindRunningAsync(folder, options.StartTimeout, progress, cancel);
                var port = running?.Port ?? await StartClusterAsync(options, folder, binaries, progress, cancel);
                return new LocalPostgresServer(folder, binaries, password, membership, port, startedHere: running is null);
            }
            catch
            {
                membership.Dispose();
                throw;
            }
        }
        catch (IOException problem)
        {
            throw new LocalPostgresException($"The data folder {options.DataFolder} cannot be used: {problem.Message}", problem);
        }
    }

    /// <summary>Stops the server on a data folder that nobody uses any more, and deletes the folder with all data.</summary>
    /// <param name="options">Those the server was started with.</param>
    /// <param name="cancel">Gives up before anything is deleted.</param>
    /// <returns>False, and nothing done, when the folder is in use.</returns>
    public static async Task<bool> RemoveUnusedAsync(LocalPostgresOptions options, CancellationToken cancel = default)
    {
        var folder = await LocalPostgres.DataFolder.OpenAsync(options, cancel);
        using var held = folder.TryLock();
        if (held is null || folder.HasUsers())
        {
            return false;
        }

        if (Postmaster.Read(folder.Cluster)?.IsAlive() == true)
        {
            var binaries = await PostgresBinaries.FindAsync(options.BinariesFolder, folder.DataMajor, folder.Account, cancel);
            await StopClusterAsync(folder, binaries);
        }

        Directory.Delete(folder.Path, recursive: true);
        return true;
    }

    /// <summary>Connection string in Npgsql's form.</summary>
    /// <param name="database">Defaults to the database every cluster has.</param>
    /// <param name="user">Null: the superuser, with its password.</param>
    /// <param name="password">Password of <paramref name="user"/>; the superuser needs none given.</param>
    public string ConnectionString(string database = "postgres", string? user = null, string? password = null)
    {
        var parts = new DbConnectionStringBuilder
        {
            ["Host"] = "127.0.0.1",
            ["Port"] = Port,
            ["Database"] = database,
            ["Username"] = user ?? Superuser,
        };
        if ((user is null or Superuser ? password ?? _password : password) is { } given)
        {
            parts["Password"] = given;
        }

        return parts.ConnectionString;
    }

    /// <summary>Leaves the server, and stops it cleanly when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _membership, null) is not { } membership)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= StopWithProcess;
        using var held = await _folder.LockAsync(StopPatience, progress: null, CancellationToken.None);
        membership.Dispose();
        if (!_folder.HasUsers() && Postmaster.Read(_folder.Cluster)?.IsAlive() == true)
        {
            await StopClusterAsync(_folder, _binaries);
        }
    }

    private static async Task<Postmaster?> FindRunningAsync(DataFolder folder, TimeSpan patience, Action<string>? progress, CancellationToken cancel)
    {
        var deadline = Deadline.After(patience);
        var told = false;
        while (Postmaster.Read(folder.Cluster) is { } running)
        {
            if (!running.IsAlive())
            {
                // A dead process's number that another has now would make PostgreSQL refuse to start.
                if (running.NumberIsTaken())
                {
                    Postmaster.Forget(folder.Cluster);
                }

                return null;
            }

            if (running.IsReady && await running.AnswersAsync(cancel))
            {
                return running;
            }

            if (!told)
            {
                progress?.Invoke("The database is still recovering or stopping from an earlier run; waiting for it.");
                told = true;
            }

            if (deadline.HasPassed)
            {
                throw new LocalPostgresException($"PostgreSQL runs on {folder.Path} (process {running.ProcessId}, port {running.Port}) but does not answer. End that process and start again; its log is {folder.LogFile}.");
            }

            await Task.Delay(Pause, cancel);
        }

        return null;
    }

    private static async Task<int> StartClusterAsync(LocalPostgresOptions options, DataFolder folder, PostgresBinaries binaries, Action<string>? progress, CancellationToken cancel)
    {
        if (folder.DataMajor is null)
        {
            progress?.Invoke($"Making a private PostgreSQL {binaries.Major} database in {folder.Path}.");
            await MakeClusterAsync(options, folder, binaries, cancel);
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
                throw Explain(folder, port, log, answer.Output);
            }
        }
    }

    private static async Task MakeClusterAsync(LocalPostgresOptions options, DataFolder folder, PostgresBinaries binaries, CancellationToken cancel)
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
            "--pgdata", folder.UnfinishedCluster, "--username", Superuser, "--pwfile", folder.PasswordFile, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--data-checksums", .. Locale(binaries.Major), .. options.Durable ? [] : new[] { "--no-sync" },
        ];
        var answer = await folder.Account.RunAsync(binaries.InitDb, arguments, folder.UnfinishedCluster, cancel: cancel);
        if (!answer.Succeeded)
        {
            throw Explain(folder, port: 0, answer.Output, answer.Output);
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

    private static LocalPostgresException Explain(DataFolder folder, int port, string log, string answer)
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

    private static async Task StopClusterAsync(DataFolder folder, PostgresBinaries binaries)
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

    /// <summary>A process that ends without disposing, in its own time, still stops its server.</summary>
    private void StopWithProcess(object? sender, EventArgs e)
    {
        try
        {
            DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (LocalPostgresException problem)
        {
            Console.Error.WriteLine(problem.Message);
        }
    }
}
