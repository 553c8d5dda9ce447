using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CareCommissioning.LocalPostgres;

/// <summary>What a finished program answered.</summary>
internal readonly record struct CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>Exit code given when the program could not be started at all.</summary>
    public const int NotStarted = -1;

    /// <summary>Runs <paramref name="program"/> and collects what it printed; cancelling kills it.</summary>
    /// <remarks>
    /// The working folder must be readable by the account the program runs as. A program that <paramref name="detaches"/> leaves a server
    /// behind which may inherit its output; the end of that output is then not waited for.
    /// </remarks>
    public static async Task<CommandResult> RunAsync(string program, IEnumerable<string> arguments, string folder, bool detaches = false, CancellationToken cancel = default)
    {
        // On Windows a server left behind holds the pipe open for ever; elsewhere pg_ctl gives it another output.
        var capture = !(detaches && OperatingSystem.IsWindows());
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
            UseShellExecute = false,
        };
        UseNeutralEnvironment(start);

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return new CommandResult(NotStarted, problem.Message);
        }

        process.StandardInput.Close();
        var output = new StringBuilder();
        if (capture)
        {
            process.OutputDataReceived += (_, line) => Append(output, line.Data);
            process.ErrorDataReceived += (_, line) => Append(output, line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (output)
        {
            return new CommandResult(process.ExitCode, output.ToString().Trim());
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }
    }

    /// <summary>PostgreSQL's own variables would redirect its tools, and other languages would hide the messages looked for.</summary>
    private static void UseNeutralEnvironment(ProcessStartInfo start)
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal) || name is "LANG" or "LANGUAGE")
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["LC_ALL"] = "C";
    }
}
