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

    private Dictionary<int, bool> _isRedo = [];
    private Dictionary<int, int> _undoneBy = [];

    public MapDesk Desk { get; } = desk;

    public IReadOnlyList<PathwayChange> Changes { get; private set; } = [];

    /// <summary>Changes before this one are older than what is shown; null when all are shown.</summary>
    public int? Older { get; private set; }

    /// <summary>What became of a change that was taken back: the last word is with the latest that took it, or its undoing, back.</summary>
    public string Fate(PathwayChange change)
    {
        var stands = _isRedo[LastOf(change.UndoneBy!.Value)];
        return (change.IsUndo, stands) switch
        {
            (true, true) => "Redone",
            (true, false) => "Undone again",
            (false, true) => "Stands again",
            _ => "Undone",
        };
    }

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
            return this.Done(outcome.Value!.IsRedo ? "The change stands again" : "The change is undone", Desk.Open.Link);
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
        await FollowAsync(cancel);
    }

    /// <summary>Reads what took changes back, on this page and after it: only numbers, not what they say.</summary>
    private async Task FollowAsync(CancellationToken cancel)
    {
        var (version, first) = (Desk.Open.Version.Id, Changes.Count > 0 ? Changes[^1].Number : int.MaxValue);
        var takenBack = await db.PathwayChanges.Where(c => c.VersionId == version && c.Number > first && c.UndoOf != null).Select(c => new { c.Number, c.IsRedo, c.UndoneBy }).ToListAsync(cancel);
        _isRedo = takenBack.ToDictionary(c => c.Number, c => c.IsRedo);
        _undoneBy = takenBack.Where(c => c.UndoneBy is not null).ToDictionary(c => c.Number, c => c.UndoneBy!.Value);
    }

    private int LastOf(int number)
    {
        while (_undoneBy.TryGetValue(number, out var next))
        {
            number = next;
        }

        return number;
    }
}
