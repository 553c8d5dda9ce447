using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Import.Check;

/// <summary>Shows what became of every element of a file, and makes a draft of it once somebody has looked.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Lines shown of each fate.</summary>
    public const int MostShown = 200;

    public Pathway It { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public PathwayFile Read { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    /// <summary>What became of the elements, worst first.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<ImportLine> Lines)> Fates() =>
        from fate in new[] { (ImportFate.NotUnderstood, "Not understood"), (ImportFate.KeptAside, "Not brought in"), (ImportFate.Mapped, "Brought in") }
        let lines = Read.Report.Where(line => line.Fate == fate.Item1).ToList()
        where lines.Count > 0
        select (fate.Item2, (IReadOnlyList<ImportLine>)lines);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid upload, CancellationToken cancel) => await FindAsync(id, upload, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid upload, CancellationToken cancel)
    {
        if (!await FindAsync(id, upload, cancel))
        {
            return NotFound();
        }

        if (Read.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            return Page();
        }

        var (_, version) = await new ImportPathway(db, clock).WriteAsync(Read, It.PartnershipId, It, cancel);
        return this.Done($"Version {version.Number} is made from {FileName}", PathwayLinks.Map(id, version.Number));
    }

    private async Task<bool> FindAsync(Guid id, Guid upload, CancellationToken cancel)
    {
        var pathway = await db.Pathways.SingleOrDefaultAsync(p => p.Id == id, cancel);
        var found = await db.CheckedUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == upload, cancel);
        if (pathway is null || found is null)
        {
            return false;
        }

        (It, FileName, Read) = (pathway, found.FileName, PathwayFile.Read(found.Content));
        Picture = Read.Map.Nodes.Any() ? MapPicture.Svg(Read.Map, new MapPictureOptions { Title = $"Map in {FileName}" }) : "";
        return true;
    }
}
