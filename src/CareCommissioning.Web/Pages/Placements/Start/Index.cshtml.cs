using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Start;

/// <summary>Starts a placement that lacks nothing: approved, or urgent with the reason why it could not wait.</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public StartForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    public string? Service { get; private set; }

    /// <summary>The first day is still to come.</summary>
    public bool IsTooEarly => It.StartsOn > clock.Today();

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

        if (It.Start(Form.Reason?.Trim(), await db.ReviewRulesAsync(cancel), clock.Today()).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Reason", refusal.Message);
            return Page();
        }

        It.BeginWith(Form.Lives.ToCircumstances());
        try
        {
            if (!await db.SaveEditAsync(It, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
            }
        }
        catch (DbUpdateException failed) when (failed.Overlaps(Constraints.PlacementOnce))
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("Form.Reason", PlacementRefusals.Overlaps.Message);
            return await FindAsync(id, cancel) ? Page() : NotFound();
        }

        return this.Done($"The placement has started. Its first review is due by {It.NextReviewOn.InWords()}", PlacementLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindPlacementAsync(id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Service = await db.Services.Where(s => s.Id == It.ServiceId).Select(s => s.Name).FirstOrDefaultAsync(cancel);
        return true;
    }

    private StartForm Saved() => new() { Version = It.Version, Reason = It.UrgentReason };
}
