using CareCommissioning.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Components.History;

/// <summary>The latest changes of a record, at the foot of its page: <c>&lt;vc:record-history table="teams" record-id="…" /&gt;</c></summary>
public sealed class RecordHistoryViewComponent(CareDbContext db) : ViewComponent
{
    public const int Shown = 20;

    public async Task<IViewComponentResult> InvokeAsync(string table, string recordId)
    {
        var cancel = HttpContext.RequestAborted;
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.RootTable == table && e.RootId == recordId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(Shown + 1).ToListAsync(cancel);
        var lines = await AuditReading.ReadAsync(db, [.. entries.Take(Shown)], cancel);
        return View(new RecordHistory(table, recordId, lines, entries.Count > Shown));
    }
}

/// <summary>What the component shows.</summary>
/// <param name="HasMore">There are older changes.</param>
public sealed record RecordHistory(string Table, string RecordId, IReadOnlyList<AuditLine> Lines, bool HasMore);
