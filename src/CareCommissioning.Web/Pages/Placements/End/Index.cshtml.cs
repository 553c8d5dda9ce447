using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.End;

/// <summary>Ends a placement that is over, or takes back an end that was a mistake (S1-019).</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public EndForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (It.End(Form.On!.Value, Form.Reason!.Value, Form.Note?.Trim(), Today).Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal == PlacementRefusals.NotUnderWay ? "" : "Form.On", refusal.Message);
            return Page();
        }

        return await SaveAsync(id, $"The placement ended: {Form.On.Value.LastDay().InWords()} was its last day", cancel);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        // Nothing is asked but whether to do it.
        ModelState.Clear();
        if (It.TakeBackEnd().Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        try
        {
            return await SaveAsync(id, "The end is taken back: the placement goes on", cancel);
        }
        catch (DbUpdateException failed) when (failed.Overlaps(Constraints.PlacementOnce))
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", PlacementRefusals.Overlaps.Message);
            return await FindAsync(id, cancel) ? Page() : NotFound();
        }
    }

    private async Task<IActionResult> SaveAsync(Guid id, string message, CancellationToken cancel)
    {
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done(message, PlacementLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Placements.SingleOrDefaultAsync(p => p.Id == id, cancel);
        It = found!;
        return found is not null;
    }

    private EndForm Saved() => new() { Version = It.Version, On = It.EndedOn, Reason = It.EndReason, Note = It.EndNote };
}
