using System.Text;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Download;

/// <summary>A version as a file: its picture (SVG), or the map itself as our own document, as BPMN with BPSim, or as a FHIR PlanDefinition.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int n, string? @as, CancellationToken cancel)
    {
        if (!await desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var open = desk.Open;
        return @as switch
        {
            "json" => Send(PathwayDocument.Write(open.Map, open.Pathway), "application/json", "json"),
            "bpmn" => Send(BpmnExport.Write(open.Map, open.Pathway), "application/xml", "bpmn"),
            "fhir" => Send(FhirExport.Write(open.Map, new PlanHeading(open.PathwayId, open.Pathway, open.Number, open.Version.State == VersionState.Agreed)), "application/fhir+json", "fhir.json"),
            _ => Send(MapPicture.Svg(open.Map, new MapPictureOptions { Title = $"{open.Pathway}, {open.Title.ToLowerInvariant()}", Standalone = true }), "image/svg+xml", "svg"),
        };
    }

    private FileContentResult Send(string content, string type, string ending) =>
        File(Encoding.UTF8.GetBytes(content), type, $"pathway-version-{desk.Open.Number}.{ending}");
}
