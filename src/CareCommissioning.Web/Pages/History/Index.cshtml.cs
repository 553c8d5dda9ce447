using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.History;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Pages.Organisations;
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

        var place = ListPlace.Of(before, after, keys: 1);
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.RootTable == table && e.RootId == recordId);
        if (place.Keys is [var text] && long.TryParse(text, out var from))
        {
            entries = place.IsBackwards ? entries.Where(e => e.Sequence > from) : entries.Where(e => e.Sequence < from);
        }

        entries = place.IsBackwards ? entries.OrderBy(e => e.Sequence) : entries.OrderByDescending(e => e.Sequence);
        var page = place.Page(await entries.Take(ListPlace.Take).ToListAsync(cancel), e => [e.Sequence.ToString()]);
        if (page.Rows.Count == 0)
        {
            return NotFound();
        }

        Lines = new ListPage<AuditLine>(await AuditReading.ReadAsync(db, page.Rows, cancel), page.Previous, page.Next);
        Record = Lines.Rows[0].Record ?? AuditWords.Capital(AuditWords.Table(table));
        RecordUrl = Guid.TryParse(recordId, out var id)
            ? table switch
            {
                "organisations" => OrganisationLinks.Details(id),
                "teams" => TeamLinks.Details(id),
                _ => null,
            }
            : null;
        return Page();
    }
}
