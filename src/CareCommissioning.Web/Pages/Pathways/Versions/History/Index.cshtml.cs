using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.History;

/// <summary>Who changed what in a version, latest first; each change can be taken back while nothing later builds on it (C43).</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk) : PageModel
{
    public const int Shown = 50;

    public MapDesk Desk { get; } = desk;

    public IReadOnlyList<PathwayChange> Changes { get; private set; } = [];

    /// <summary>Changes before this one are older than what is shown; null when all are shown.</summary>
    public int? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int n, int? before, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        await ListAsync(before, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, int n, int change, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        var outcome = await Desk.UndoAsync(change, cancel);
        if (outcome.Refusal is not { } refusal)
        {
            return this.Done("The change is undone", Desk.Open.Link);
        }

        ModelState.AddModelError("", refusal.Message);
        await ListAsync(null, cancel);
        return Page();
    }

    private async Task ListAsync(int? before, CancellationToken cancel)
    {
        var version = Desk.Open.Version.Id;
        var from = before ?? int.MaxValue;
        var changes = await db.PathwayChanges.AsNoTracking().Where(c => c.VersionId == version && c.Number < from).OrderByDescending(c => c.Number).Take(Shown + 1).ToListAsync(cancel);
        Changes = [.. changes.Take(Shown)];
        Older = changes.Count > Shown ? Changes[^1].Number : null;
    }
}
