using System.CommandLine;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>export pathway</c>: writes a version of a map to standard output.</summary>
internal static class ExportPathway
{
    private static readonly Argument<Guid> Id = new("id") { Description = "The pathway’s id, as in the address of its page" };
    private static readonly Option<string> As = new("--as") { Description = "bpmn, json, fhir or svg", DefaultValueFactory = _ => "json" };
    private static readonly Option<int?> Number = new("--version-number") { Description = "Which version; the latest when not given" };

    public static Command Command()
    {
        As.AcceptOnlyFromAmong("bpmn", "json", "fhir", "svg");
        var pathway = new Command("pathway", "Write the map of a pathway") { Id, As, Number };
        pathway.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            return await database.AsSystemAsync("export pathway", db => ExportAsync(db, parsed, cancel));
        });
        return new Command("export", "Write data out") { pathway };
    }

    private static async Task<int> ExportAsync(CareDbContext db, ParseResult parsed, CancellationToken cancel)
    {
        var id = parsed.GetValue(Id);
        var number = parsed.GetValue(Number);
        var pathway = await db.Pathways.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        var version = await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == id && (number == null || v.Number == number)).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (pathway is null || version is null)
        {
            await Console.Error.WriteLineAsync("There is no such pathway or version");
            return ExitCodes.Failed;
        }

        Console.WriteLine(parsed.GetValue(As) switch
        {
            "bpmn" => BpmnExport.Write(version.Map, pathway.Name),
            "fhir" => FhirExport.Write(version.Map, new PlanHeading(pathway.Id, pathway.Name, version.Number, version.State == VersionState.Agreed)),
            "svg" => MapPicture.Svg(version.Map, new MapPictureOptions { Title = $"{pathway.Name}, version {version.Number}", Standalone = true }),
            _ => PathwayDocument.Write(version.Map, pathway.Name),
        });
        return ExitCodes.Done;
    }
}
