using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.History;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Placements;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.History;

/// <summary>The whole history of one record. Whoever may see the record sees it; row security decides.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    public ListPage<AuditLine> Lines { get; private set; } = ListPage<AuditLine>.Empty;

    public string Record { get; private set; } = "";

    /// <summary>The record's own page; null where it has none.</summary>
    public string? RecordUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(string table, string recordId, string? before, string? after, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        Lines = await AuditReading.ReadPageAsync(db, db.AuditEntries.AsNoTracking().Where(e => e.RootTable == table && e.RootId == recordId), before, after, cancel);
        if (Lines.Rows.Count == 0)
        {
            return NotFound();
        }

        Record = Lines.Rows[0].Record ?? AuditWords.Capital(AuditWords.Table(table));
        RecordUrl = Guid.TryParse(recordId, out var id)
            ? table switch
            {
                "organisations" => OrganisationLinks.Details(id),
                "placements" => PlacementLinks.Details(id),
                "teams" => TeamLinks.Details(id),
                _ => null,
            }
            : null;
        return Page();
    }
}
