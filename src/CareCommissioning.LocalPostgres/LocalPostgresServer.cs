using System.Data.Common;

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
    private readonly Cluster _cluster;
    private readonly string _password;
    private IDisposable? _membership;

    private LocalPostgresServer(DataFolder folder, Cluster cluster, string password, IDisposable membership, int port, bool startedHere)
    {
        _folder = folder;
        _cluster = cluster;
        _password = password;
        _membership = membership;
        Port = port;
        StartedHere = startedHere;
        AppDomain.CurrentDomain.ProcessExit += StopWithProcess;
    }

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Major version, such as 18.</summary>
    public int MajorVersion => _cluster.Major;

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
                var cluster = await ClusterAsync(options, folder, cancel);
                var password = await folder.PasswordAsync(cancel);
                var running = await FindRunningAsync(folder, options.StartTimeout, progress, cancel);
                var port = running?.Port ?? await cluster.StartAsync(options, progress, cancel);
                return new LocalPostgresServer(folder, cluster, password, membership, port, startedHere: running is null);
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
            await (await ClusterAsync(options, folder, cancel)).StopAsync();
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
            await _cluster.StopAsync();
        }
    }

    private static async Task<Cluster> ClusterAsync(LocalPostgresOptions options, DataFolder folder, CancellationToken cancel) =>
        new(folder, await PostgresBinaries.FindAsync(options.BinariesFolder, folder.DataMajor, folder.Account, cancel));

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
