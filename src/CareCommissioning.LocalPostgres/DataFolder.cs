using System.Globalization;
using System.Security.Cryptography;

namespace CareCommissioning.LocalPostgres;

/// <summary>
/// The folder of one private server: data, password, port, log, and the locks by which several processes share the server.
/// </summary>
/// <remarks>
/// <para><c>cluster/</c> PostgreSQL's own folder (0700); <c>cluster.new/</c> one still being made; <c>log/</c>; <c>password</c> (0600); <c>port</c>;
/// <c>server.conf</c>, written at each start; <c>start.lock</c>, held while someone starts or stops the server; <c>users/</c>, one locked file for each
/// server object in use. The operating system frees the locks of a process that dies, so a file in <c>users/</c> that can be locked belongs to nobody.</para>
/// <para>As root all of it belongs to root but what PostgreSQL's account must own (cluster, log, password), so that root never writes where that account could lay a link.</para>
/// </remarks>
internal sealed class DataFolder
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private DataFolder(string path, ServerAccount account)
    {
        Path = path;
        Account = account;
    }

    public string Path { get; }

    public ServerAccount Account { get; }

    public string Cluster => In("cluster");

    public string UnfinishedCluster => In("cluster.new");

    public string Configuration => In("server.conf");

    public string PasswordFile => In("password");

    public string LogFile => System.IO.Path.Combine(In("log"), "server.log");

    /// <summary>Major version the data were made with; null before the first start.</summary>
    public int? DataMajor =>
        File.Exists(System.IO.Path.Combine(Cluster, "PG_VERSION")) && int.TryParse(File.ReadAllText(System.IO.Path.Combine(Cluster, "PG_VERSION")), CultureInfo.InvariantCulture, out var major) ? major : null;

    /// <summary>Port of the last start; null before the first.</summary>
    public int? LastPort
    {
        get => File.Exists(In("port")) && int.TryParse(File.ReadAllText(In("port")), CultureInfo.InvariantCulture, out var port) ? port : null;
        set => File.WriteAllText(In("port"), value?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Opens the folder, or makes it; as root, where PostgreSQL's account can reach it.</summary>
    public static async Task<DataFolder> OpenAsync(LocalPostgresOptions options, CancellationToken cancel)
    {
        var path = System.IO.Path.GetFullPath(options.DataFolder);
        var account = await ServerAccount.ChooseAsync(options.RunAs, System.IO.Path.Combine(path, "cluster"), cancel);
        if (!await account.ReachesAsync(NearestExisting(path), cancel))
        {
            SystemPlace.Prepare();
            path = System.IO.Path.Combine(SystemPlace.Folder, "data-" + SystemPlace.ShortHash(path));
            account = await ServerAccount.ChooseAsync(options.RunAs, System.IO.Path.Combine(path, "cluster"), cancel);
        }

        var folder = new DataFolder(path, account);
        try
        {
            await folder.PrepareAsync(cancel);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new LocalPostgresException($"The data folder {path} belongs to another user or may not be written. Run as the user who made it, or choose another data folder.", problem);
        }

        return folder;
    }

    /// <summary>Password of the cluster's superuser, made at the first start.</summary>
    public async Task<string> PasswordAsync(CancellationToken cancel)
    {
        if (!File.Exists(PasswordFile))
        {
            if (DataMajor is not null)
            {
                throw new LocalPostgresException($"The file {PasswordFile} with the database's password is missing. Put it back, or delete {Path} to start with an empty database.");
            }

            var made = RandomNumberGenerator.GetHexString(48, lowercase: true);
            await WritePrivateAsync(PasswordFile, made, cancel);
        }

        await Account.OwnAsync(PasswordFile, cancel);
        return (await File.ReadAllTextAsync(PasswordFile, cancel)).Trim();
    }

    /// <summary>Takes the right to start or stop the server; null when another has it.</summary>
    public IDisposable? TryLock() => TryLock(In("start.lock"), FileOptions.None);

    /// <summary>Waits for the right to start or stop the server.</summary>
    public async Task<IDisposable> LockAsync(TimeSpan patience, Action<string>? progress, CancellationToken cancel)
    {
        var deadline = Deadline.After(patience);
        var told = false;
        while (true)
        {
            if (TryLock() is { } held)
            {
                return held;
            }

            if (!told)
            {
                progress?.Invoke("Another process is starting or stopping the database; waiting for it.");
                told = true;
            }

            if (deadline.HasPassed)
            {
                throw new LocalPostgresException($"Another process has been starting or stopping the database in {Path} for more than {patience.TotalSeconds:0} seconds. End it and try again.");
            }

            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Counts the caller among the server's users until the result is disposed or the process dies.</summary>
    public IDisposable Join() =>
        TryLock(System.IO.Path.Combine(In("users"), $"{Guid.CreateVersion7():N}"), FileOptions.DeleteOnClose)
        ?? throw new LocalPostgresException($"The folder {In("users")} does not keep file locks. Choose a data folder on a local disk.");

    /// <summary>Whether a living process uses the server; forgets the dead. To be asked under the lock.</summary>
    public bool HasUsers()
    {
        var living = false;
        foreach (var file in Directory.EnumerateFiles(In("users")))
        {
            var mine = TryLock(file, FileOptions.DeleteOnClose);
            living |= mine is null;
            mine?.Dispose();
        }

        return living;
    }

    /// <summary>Puts the last log aside, keeping five.</summary>
    public void TurnLog()
    {
        const int Kept = 5;
        for (var number = Kept - 1; number >= 0; number--)
        {
            var from = number == 0 ? LogFile : LogFile + "." + number.ToString(CultureInfo.InvariantCulture);
            if (File.Exists(from))
            {
                File.Move(from, LogFile + "." + (number + 1).ToString(CultureInfo.InvariantCulture), overwrite: true);
            }
        }
    }

    /// <summary>What the server has logged since it was last started; empty when nothing.</summary>
    public async Task<string> ReadLogAsync(CancellationToken cancel)
    {
        if (!File.Exists(LogFile))
        {
            return "";
        }

        var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using (log)
        {
            using var reader = new StreamReader(log);
            return await reader.ReadToEndAsync(cancel);
        }
    }

    /// <summary>Makes a folder that only the server's account can look into.</summary>
    public async Task MakePrivateAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await Account.OwnAsync(folder, cancel);
    }

    private static async Task WritePrivateAsync(string file, string text, CancellationToken cancel)
    {
        // Written aside and moved, so that a crash leaves no half password.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var aside = new StreamWriter(file + ".new", options);
        await using (aside)
        {
            await aside.WriteAsync(text.AsMemory(), cancel);
        }

        File.Move(file + ".new", file, overwrite: true);
    }

    private static FileStream? TryLock(string file, FileOptions options)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string NearestExisting(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? "/";
        }

        return folder;
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        // Looked for after the listing: whoever makes the folder makes this file first, perhaps just now.
        if (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any() && !File.Exists(In("start.lock")))
        {
            throw new LocalPostgresException($"The folder {Path} is not empty and was not made by this application. Choose an empty or new folder for the data.");
        }

        Directory.CreateDirectory(Path);
        if (TryLock(In("start.lock"), FileOptions.None) is { } first)
        {
            await first.DisposeAsync();
        }

        if (!OperatingSystem.IsWindows())
        {
            // As root the server's account must be able to pass through to the folders it owns.
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | (Account.IsAnother ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None));
        }

        if (!await Account.ReachesAsync(Path, cancel))
        {
            throw new LocalPostgresException($"The user {Account.Name}, as whom PostgreSQL runs, cannot enter {Path}. Open the folders above it (chmod o+x), or choose another data folder.");
        }

        Directory.CreateDirectory(In("users"));
        await MakePrivateAsync(In("log"), cancel);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>A moment, on a clock that nobody sets, after which waiting ends.</summary>
internal readonly record struct Deadline(long Milliseconds)
{
    public bool HasPassed => Environment.TickCount64 >= Milliseconds;

    public static Deadline After(TimeSpan time) => new(Environment.TickCount64 + (long)time.TotalMilliseconds);
}
