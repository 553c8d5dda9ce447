using System.CommandLine;
using System.Text.Json;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Imports;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>import care-directory</c>: brings the regulator's directory of care into one partnership, or tells every fault and changes nothing.</summary>
internal static class ImportDirectory
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "The directory as CSV" };
    private static readonly Option<string> Slug = new("--partnership") { Description = "Short name of the partnership, such as liverpool", Required = true };
    private static readonly Option<string[]> Authority = new("--local-authority") { Description = "Bring in the locations of this local authority only; may be given several times. All when not given" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check the file and change nothing" };
    private static readonly Option<bool> Json = new("--json") { Description = "Write the result as JSON" };

    /// <summary>The command below <c>import</c>.</summary>
    public static Command Command()
    {
        var directory = new Command("care-directory", "Bring in the regulator’s directory of care: its providers and their services") { File, Slug, Authority, DryRun, Json };
        directory.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            return await database.AsSystemAsync("import care-directory", db => ImportAsync(db, parsed, cancel));
        });
        return directory;
    }

    private static async Task<int> ImportAsync(CareDbContext db, ParseResult parsed, CancellationToken cancel)
    {
        var slug = parsed.GetValue(Slug)!;
        var partnership = await db.Partnerships.SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        if (partnership is null)
        {
            return await RefuseAsync($"There is no partnership {slug}", ExitCodes.Failed);
        }

        var source = parsed.GetValue(File)!;
        if (!source.Exists || source.Length > CheckedUpload.MaxBytes)
        {
            return await RefuseAsync(source.Exists ? $"{source.Name} is larger than 10 MB" : $"There is no file {source.Name}", ExitCodes.Failed);
        }

        var file = DirectoryFile.Read(await System.IO.File.ReadAllBytesAsync(source.FullName, cancel));
        if (file.Value is not { } directory)
        {
            return await RefuseAsync(file.Refusal!.Message, ExitCodes.Refused);
        }

        var authorities = parsed.GetValue(Authority) ?? [];
        var known = ImportCareDirectory.Authorities(directory).Select(a => a.Name).ToList();
        if (authorities.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
        {
            return await RefuseAsync($"No row is in {unknown}. There are: {string.Join(", ", known)}", ExitCodes.Refused);
        }

        var import = new ImportCareDirectory(db, TimeProvider.System);
        var plan = await import.CheckAsync(directory, partnership.Id, authorities, cancel);
        var imported = plan.Faults.Count == 0 && !parsed.GetValue(DryRun);
        if (imported)
        {
            await import.WriteAsync(plan, cancel);
        }

        if (parsed.GetValue(Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(Result(plan, imported), JsonSerializerOptions.Web));
        }
        else
        {
            await TellAsync(plan, imported);
        }

        return plan.Faults.Count == 0 ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<int> RefuseAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }

    private static object Result(DirectoryPlan plan, bool imported) => new
    {
        imported,
        newProviders = plan.NewProviders.Count,
        newServices = plan.NewServices.Count,
        changedServices = plan.Changes.Count,
        unchangedServices = plan.Unchanged,
        plan.LeftOut,
        plan.Assumptions,
        plan.Faults,
    };

    private static async Task TellAsync(DirectoryPlan plan, bool imported)
    {
        foreach (var fault in plan.Faults)
        {
            await Console.Error.WriteLineAsync($"Row {fault.Row}{(fault.Column.Length == 0 ? "" : $", {fault.Column}")}{(fault.Value.Length == 0 ? "" : $" “{fault.Value}”")}: {fault.Reason}");
        }

        Console.WriteLine($"{(imported ? "Imported" : "Nothing was changed. The file has")} {plan.NewServices.Count} new services of {plan.NewProviders.Count} new providers, {plan.Changes.Count} changed, {plan.Unchanged} as they are here");
        foreach (var left in plan.LeftOut)
        {
            Console.WriteLine($"Left out, {left.Rows.Count} rows: {left.Reason}");
        }

        foreach (var assumption in plan.Assumptions)
        {
            Console.WriteLine(assumption);
        }
    }
}
