using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Browsers;

/// <summary>A Chromium, Chrome or Edge that starts: one that is installed, else Playwright's own, else the system's package.</summary>
internal static class InstalledBrowser
{
    public const string PathVariable = "CARE_BROWSER";

    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(5);

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge-stable", "microsoft-edge", "msedge",
    ];

    // Each family of systems with the commands that install Chromium.
    private static readonly string[][][] PackageCommands =
    [
        [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]],
        [["dnf", "install", "-y", "chromium"]],
        [["apk", "add", "chromium"]],
    ];

    /// <summary>Starts a browser, installing one if need be.</summary>
    /// <exception cref="InvalidOperationException">None is there and none could be installed; the message says what to do.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var refused = new List<string>();
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } chosen)
        {
            return await TryAsync(playwright, chosen, refused)
                ?? throw new InvalidOperationException($"{PathVariable} names {chosen}, which could not be started as a browser. Correct or unset it. {string.Join(' ', refused)}");
        }

        if (await TryInstalledAsync(playwright, refused) is { } installed)
        {
            return installed;
        }

        await InstallOwnAsync();
        if (await TryAsync(playwright, playwright.Chromium.ExecutablePath, refused) is { } own)
        {
            return own;
        }

        await InstallPackageAsync();
        return await TryInstalledAsync(playwright, refused)
            ?? throw new InvalidOperationException($"The browser tests need Chromium, Google Chrome or Microsoft Edge. Install one (Debian: sudo apt-get install chromium), or set {PathVariable} to its executable. {string.Join(' ', refused.Distinct(StringComparer.Ordinal))}");
    }

    private static async Task<IBrowser?> TryInstalledAsync(IPlaywright playwright, List<string> refused)
    {
        foreach (var path in UsualPlaces().Append(playwright.Chromium.ExecutablePath))
        {
            if (await TryAsync(playwright, path, refused) is { } browser)
            {
                return browser;
            }
        }

        return null;
    }

    private static async Task<IBrowser?> TryAsync(IPlaywright playwright, string path, List<string> refused)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
        }
        catch (PlaywrightException problem)
        {
            refused.Add($"{path} does not start: {problem.Message.Split('\n')[0]}");
            return null;
        }
    }

    private static IEnumerable<string> UsualPlaces()
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Names, (folder, name) => Path.Combine(folder, name + suffix))
            .OrderBy(path => Array.IndexOf(Names, Path.GetFileNameWithoutExtension(path)));

        Environment.SpecialFolder[] programs = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        IEnumerable<string> usual = true switch
        {
            _ when OperatingSystem.IsWindows() => programs.Select(Environment.GetFolderPath).SelectMany(folder => new[]
            {
                Path.Combine(folder, "Google", "Chrome", "Application", "chrome.exe"),
                Path.Combine(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
            }),
            _ when OperatingSystem.IsMacOS() => new[] { "Google Chrome", "Chromium", "Microsoft Edge" }.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}"),
            _ => ["/usr/bin/chromium", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"],
        };
        return onPath.Concat(usual);
    }

    private static async Task InstallOwnAsync()
    {
        Console.WriteLine("No browser is installed; asking Playwright for one.");
        try
        {
            await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(InstallPatience);
        }
        catch (TimeoutException)
        {
            Console.WriteLine("Playwright's download took too long.");
        }
    }

    private static async Task InstallPackageAsync()
    {
        foreach (var commands in PackageCommands)
        {
            var asRoot = Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["sudo", "-n"];
            foreach (var command in commands)
            {
                Console.WriteLine(string.Join(' ', command));
                if (!await RunAsync([.. asRoot, .. command]))
                {
                    break;
                }
            }
        }
    }

    private static async Task<bool> RunAsync(string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false });
            await process!.WaitForExitAsync().WaitAsync(InstallPatience);
            return process.ExitCode == 0;
        }
        catch (Exception problem) when (problem is Win32Exception or TimeoutException)
        {
            return false;
        }
    }
}
