using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Imports;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>import pathway</c>: brings a map from BPMN or our own document into a partnership as a draft, and tells what became of every element.</summary>
internal static class ImportPathwayFile
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "BPMN 2.0 (with or without BPSim), or a document of this product" };
    private static readonly Option<string> Slug = new("--partnership") { Description = "Short name of the partnership, such as liverpool", Required = true };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read the file and change nothing" };
    private static readonly Option<bool> Json = new("--json") { Description = "Write the report as JSON" };
    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Command()
    {
        var pathway = new Command("pathway", "Bring in the map of a pathway as a draft") { File, Slug, DryRun, Json };
        pathway.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            return await database.AsSystemAsync("import pathway", db => ImportAsync(db, parsed, cancel));
        });
        return pathway;
    }

    private static async Task<int> ImportAsync(CareDbContext db, ParseResult parsed, CancellationToken cancel)
    {
        var slug = parsed.GetValue(Slug)!;
        var source = parsed.GetValue(File)!;
        if (await db.Partnerships.SingleOrDefaultAsync(p => p.Slug == slug, cancel) is not { } partnership)
        {
            return await RefuseAsync($"There is no partnership {slug}", ExitCodes.Failed);
        }

        if (!source.Exists)
        {
            return await RefuseAsync($"There is no file {source.Name}", ExitCodes.Failed);
        }

        if (source.Length > CheckedUpload.MaxBytes)
        {
            return await RefuseAsync($"{source.Name} is larger than 10 MB", ExitCodes.Refused);
        }

        var file = PathwayFile.Read(await System.IO.File.ReadAllBytesAsync(source.FullName, cancel));
        Guid? made = null;
        if (file.Refusal is null && !parsed.GetValue(DryRun))
        {
            made = (await new ImportPathway(db, TimeProvider.System).WriteAsync(file, partnership.Id, null, cancel)).Pathway.Id;
        }

        await TellAsync(file, made, parsed.GetValue(Json));
        return file.Refusal is null ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<int> RefuseAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }

    private static async Task TellAsync(PathwayFile file, Guid? made, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { pathway = made, file.Refusal, file.Name, stages = file.Map.Stages.Count, boxes = file.Map.Nodes.Count(), moves = file.Map.Moves.Count, file.Report }, Words));
            return;
        }

        foreach (var line in file.Report)
        {
            Console.WriteLine($"{(line.Fate switch { ImportFate.Mapped => "brought in    ", ImportFate.KeptAside => "not brought in", _ => "not understood" })}  {line.Element}{(line.Name is null ? "" : $" “{line.Name}”")}{(line.Id is null ? "" : $" ({line.Id})")}: {line.Text}");
        }

        if (file.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return;
        }

        Console.WriteLine($"{(made is null ? "Nothing was changed. The file has" : $"Made a draft of pathway {made} with")} {file.Map.Stages.Count} stages, {file.Map.Nodes.Count()} boxes and {file.Map.Moves.Count} moves");
    }
}
