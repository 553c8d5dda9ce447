using System.Diagnostics;

namespace CareCommissioning.Persistence.Tests.Commands;

/// <summary>The command line as a process of its own.</summary>
internal static class CommandLine
{
    /// <param name="connection">Of the owner.</param>
    /// <returns>Exit code, and what it wrote: its output, then its errors.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string connection, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CareCommissioning.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ConnectionStrings__CareOwner"] = connection;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(await output, await errors).Trim());
    }
}
