using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CareCommissioning.LocalPostgres;

/// <summary>A folder with PostgreSQL's programs, of a version we support, that the server's account can run.</summary>
/// <param name="Folder">Holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Major">Major version, such as 18.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int OldestMajor = 15;
    public const string FolderVariable = "CARE_POSTGRES_BIN";

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => Program(Folder, "initdb");

    public string PgCtl => Program(Folder, "pg_ctl");

    /// <summary>Finds the programs: the folder asked for, the npm package, then the newest of PATH and the system's usual places.</summary>
    /// <remarks>
    /// When a folder is <paramref name="asked"/> for, only that will do. <paramref name="dataMajor"/> is the version the data were made with,
    /// which is then the only one that will do, and null when there are no data yet. <paramref name="account"/> must be able to run the programs:
    /// the npm package is copied to where it can, if need be.
    /// </remarks>
    public static async Task<PostgresBinaries> FindAsync(string? asked, int? dataMajor, ServerAccount account, CancellationToken cancel)
    {
        asked ??= Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named ? named : null;
        var refused = new List<string>();
        var embedded = asked is null ? EmbeddedFolders() : [];
        var found = new List<PostgresBinaries>();

        foreach (var folder in asked is null ? embedded : [Path.GetFullPath(asked)])
        {
            if (await TryAsync(folder, account, refused, cancel) is { } binaries)
            {
                found.Add(binaries);
            }
            else if (account.IsAnother && embedded.Contains(folder) && await CopyToSystemAsync(folder, refused, cancel) is { } copy
                && await TryAsync(copy, account, refused, cancel) is { } copied)
            {
                found.Add(copied);
            }
        }

        if (asked is null && !found.Exists(one => Suits(one, dataMajor)))
        {
            var system = new List<PostgresBinaries>();
            foreach (var folder in SystemFolders())
            {
                if (await TryAsync(folder, account, refused, cancel) is { } binaries)
                {
                    system.Add(binaries);
                }
            }

            found.AddRange(system.OrderByDescending(one => one.Major));
        }

        return found.Find(one => Suits(one, dataMajor)) ?? throw NotFound(asked, dataMajor, found, refused);
    }

    private static bool Suits(PostgresBinaries binaries, int? dataMajor) =>
        dataMajor is null ? binaries.Major >= OldestMajor : binaries.Major == dataMajor;

    private static async Task<PostgresBinaries?> TryAsync(string folder, ServerAccount account, List<string> refused, CancellationToken cancel)
    {
        if (!Array.TrueForAll(Needed, name => File.Exists(Program(folder, name))))
        {
            return null;
        }

        var answer = await account.RunAsync(Program(folder, "postgres"), ["--version"], Path.GetPathRoot(folder)!, cancel: cancel);
        var version = answer.Succeeded ? VersionLine().Match(answer.Output) : Match.Empty;
        if (!version.Success)
        {
            refused.Add($"{folder} ({(answer.Output.Length == 0 ? "does not run" : answer.Output.ReplaceLineEndings(" "))})");
            return null;
        }

        return new PostgresBinaries(folder, int.Parse(version.Groups["major"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static LocalPostgresException NotFound(string? asked, int? dataMajor, List<PostgresBinaries> found, List<string> refused)
    {
        var unusable = refused.Count == 0 ? "" : " These could not be run: " + string.Join("; ", refused) + ".";
        if (dataMajor is not null && found.Count > 0)
        {
            var versions = string.Join(" and ", found.Select(one => one.Major).Distinct());
            return new LocalPostgresException($"The data folder was made by PostgreSQL {dataMajor}, but only version {versions} is here. Install PostgreSQL {dataMajor}, point {FolderVariable} to its bin folder, or choose another data folder.{unusable}");
        }

        if (asked is not null)
        {
            return new LocalPostgresException($"There is no usable PostgreSQL in {asked}: the folder must hold initdb, pg_ctl and postgres of version {OldestMajor} or newer. Correct or unset {FolderVariable}.{unusable}");
        }

        return new LocalPostgresException($"No PostgreSQL {dataMajor ?? OldestMajor}{(dataMajor is null ? " or newer" : "")} was found. Build again with Node 20 and a connection to npm, install PostgreSQL, or point {FolderVariable} to the folder that holds initdb, pg_ctl and postgres.{unusable}");
    }

    private static string Program(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Where the npm package may be: beside a published application, or where the build installed it.</summary>
    private static List<string> EmbeddedFolders()
    {
        var system = true switch
        {
            _ when OperatingSystem.IsWindows() => "windows",
            _ when OperatingSystem.IsMacOS() => "darwin",
            _ => "linux",
        };
        var platform = system + "-" + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64");
        var built = typeof(PostgresBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "EmbeddedPostgresFolder")?.Value;

        return new[] { Path.Combine(AppContext.BaseDirectory, "embedded-postgres"), built }
            .OfType<string>()
            .Select(scope => Path.Combine(scope, platform, "native", "bin"))
            .Where(Directory.Exists)
            .ToList();
    }

    private static IEnumerable<string> SystemFolders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        (string Parent, string Pattern)[] usual = OperatingSystem.IsWindows()
            ? [(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*")]
            : [("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/usr/local", "pgsql*"), ("/opt/homebrew/opt", "postgresql*"), ("/usr/local/opt", "postgresql*"), ("/Library/PostgreSQL", "*")];

        return path
            .Concat(usual.Where(place => Directory.Exists(place.Parent)).SelectMany(place => Directory.EnumerateDirectories(place.Parent, place.Pattern)).Select(folder => Path.Combine(folder, "bin")))
            .Where(Path.IsPathFullyQualified)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Copies the npm package, which lies where the server's account cannot go (such as root's home), to where it can.</summary>
    private static async Task<string?> CopyToSystemAsync(string bin, List<string> refused, CancellationToken cancel)
    {
        var native = Path.GetDirectoryName(bin)!;
        var server = new FileInfo(Program(bin, "postgres"));
        var identity = string.Create(CultureInfo.InvariantCulture, $"{server.FullName}|{server.Length}|{server.LastWriteTimeUtc.Ticks}");
        var target = Path.Combine(SystemPlace.Folder, "postgresql-" + SystemPlace.ShortHash(identity));
        if (!Directory.Exists(target))
        {
            var unfinished = $"{target}.{Environment.ProcessId}";
            try
            {
                SystemPlace.Prepare();
                await Task.Run(() => Copy(new DirectoryInfo(native), unfinished), cancel);
                Directory.Move(unfinished, target);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Another process may have finished the same copy first; then it is as good as ours.
                if (!Directory.Exists(target))
                {
                    refused.Add($"{bin} (could not be copied to {target}: {problem.Message})");
                    return null;
                }

                if (Directory.Exists(unfinished))
                {
                    Directory.Delete(unfinished, recursive: true);
                }
            }
        }

        return Path.Combine(target, "bin");
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        SystemPlace.MakeReadable(to);
        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }

        foreach (var file in from.EnumerateFiles())
        {
            var copy = Path.Combine(to, file.Name);
            if (file.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(copy, link);
            }
            else
            {
                file.CopyTo(copy, overwrite: true);
                SystemPlace.MakeReadable(copy, executable: from.Name == "bin");
            }
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\)\s+(?<major>\d{2,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionLine();
}

/// <summary>Where root puts what an unprivileged account must reach, when the folders asked for are closed to it.</summary>
internal static class SystemPlace
{
    public const string Folder = "/var/lib/care-commissioning";

    public static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    public static void Prepare() => MakeReadable(Folder);

    /// <summary>Makes a folder that everybody may enter and only its owner may change.</summary>
    public static void MakeReadable(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, Readable | Executable | UnixFileMode.UserWrite);
        }
    }

    public static void MakeReadable(string file, bool executable)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Readable | UnixFileMode.UserWrite | (executable ? Executable : UnixFileMode.None));
        }
    }

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
