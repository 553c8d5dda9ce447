using System.Globalization;

namespace CareCommissioning.LocalPostgres;

/// <summary>The account PostgreSQL's programs run as: ours, or an unprivileged one when we are root, since PostgreSQL refuses root.</summary>
internal sealed class ServerAccount
{
    private static readonly string[] UsualNames = ["postgres", "nobody"];

    private readonly string[] _launcher;
    private readonly string? _owner;

    private ServerAccount(string[] launcher, string? owner, string name)
    {
        _launcher = launcher;
        _owner = owner;
        Name = name;
    }

    /// <summary>For messages.</summary>
    public string Name { get; }

    /// <summary>True when the programs run as another user than this process.</summary>
    public bool IsAnother => _owner is not null;

    /// <summary>Chooses the account and the way to become it.</summary>
    /// <remarks>Where data exist already in <paramref name="cluster"/>, their owner is the account, since PostgreSQL opens no other's; else the user asked for, if any.</remarks>
    /// <exception cref="LocalPostgresException">We are root and there is no unprivileged user, or no tool to become it.</exception>
    public static async Task<ServerAccount> ChooseAsync(string? runAs, string cluster, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount([], null, Environment.UserName);
        }

        var owner = Directory.Exists(cluster) ? await OwnerAsync(cluster, cancel) : null;
        var only = owner ?? runAs;
        foreach (var name in only is null ? UsualNames : [only])
        {
            var uid = await NumberAsync("-u", name, cancel);
            var gid = await NumberAsync("-g", name, cancel);
            if (uid is null or 0 || gid is null)
            {
                continue;
            }

            foreach (var launcher in Launchers(name, uid.Value, gid.Value))
            {
                var account = new ServerAccount(launcher, string.Create(CultureInfo.InvariantCulture, $"{uid}:{gid}"), name);
                var answer = await account.RunAsync("id", ["-u"], "/", cancel: cancel);
                if (answer.Succeeded && answer.Output == uid.Value.ToString(CultureInfo.InvariantCulture))
                {
                    return account;
                }
            }
        }

        throw new LocalPostgresException(runAs is null
            ? "PostgreSQL does not run as root, and no unprivileged user could be used instead. Run as another user, or install util-linux (setpriv or runuser) and make a user named postgres."
            : $"PostgreSQL does not run as root, and the user {runAs} could not be used instead. Check that the user exists and that setpriv, runuser or su is installed.");
    }

    /// <summary>Runs a program as this account.</summary>
    public Task<CommandResult> RunAsync(string program, IEnumerable<string> arguments, string folder, bool detaches = false, CancellationToken cancel = default) =>
        IsAnother
            ? Command.RunAsync(_launcher[0], [.. _launcher.Skip(1), program, .. arguments], folder, detaches, cancel)
            : Command.RunAsync(program, arguments, folder, detaches, cancel);

    /// <summary>Whether this account may walk into the folder.</summary>
    public async Task<bool> ReachesAsync(string folder, CancellationToken cancel) =>
        !IsAnother || (await RunAsync("test", ["-x", folder], "/", cancel: cancel)).Succeeded;

    /// <summary>Gives a file or folder to this account.</summary>
    public async Task OwnAsync(string path, CancellationToken cancel)
    {
        if (!IsAnother)
        {
            return;
        }

        var answer = await Command.RunAsync("chown", [_owner!, path], "/", cancel: cancel);
        if (!answer.Succeeded)
        {
            throw new LocalPostgresException($"{path} could not be given to the user {Name}, as whom PostgreSQL runs: {answer.Output}");
        }
    }

    private static async Task<string?> OwnerAsync(string folder, CancellationToken cancel)
    {
        // The third word of a long listing is the owner's number, on every Unix.
        var answer = await Command.RunAsync("ls", ["-ldn", folder], "/", cancel: cancel);
        var words = answer.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return answer.Succeeded && words.Length > 2 && words[2] != "0" ? words[2] : null;
    }

    private static async Task<int?> NumberAsync(string which, string name, CancellationToken cancel)
    {
        var answer = await Command.RunAsync("id", [which, name], "/", cancel: cancel);
        return answer.Succeeded && int.TryParse(answer.Output, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string[][] Launchers(string name, int uid, int gid) =>
    [
        ["setpriv", string.Create(CultureInfo.InvariantCulture, $"--reuid={uid}"), string.Create(CultureInfo.InvariantCulture, $"--regid={gid}"), "--clear-groups", "--"],
        ["runuser", "-u", name, "--"],
        ["sudo", "-n", "-u", name, "--"],
    ];
}
