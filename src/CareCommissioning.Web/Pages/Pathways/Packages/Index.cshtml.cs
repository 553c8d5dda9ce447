using System.Globalization;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Packages;

/// <summary>What people get at a time, what it costs a week, and how good it is, side by side (S2-020).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CurrentActor current, PackageDesk desk) : PageModel
{
    public PackageDesk Desk { get; } = desk;

    public IReadOnlyList<(CarePackage Package, PackageFigures Figures)> Packages { get; private set; } = [];

    public bool MayChange => current.Actor.May(Permission.EditPathways);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        Packages = await Desk.AllAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        IEnumerable<string?[]> rows =
        [
            ["Package", "For whom", "Step", "Units a week", "Unit", "Cost a week, £"],
            .. (await Desk.AllAsync(cancel)).SelectMany(pair => pair.Figures.Lines.Select(line => (string?[])
                [pair.Package.Name, pair.Package.ForWhom, line.Step?.Name ?? line.Line.StepName, line.Line.PerWeek.ToString("0.##", CultureInfo.InvariantCulture), line.Step.Units(), line.WeeklyCost?.ToString("0.00", CultureInfo.InvariantCulture)])),
        ];
        await Response.WriteCsvAsync("care-packages.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }
}
