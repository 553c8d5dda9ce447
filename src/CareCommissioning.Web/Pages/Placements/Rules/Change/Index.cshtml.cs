using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Rules.Change;

/// <summary>Commissioners set how long their partnership lets pass before a review, or go back to the default (rules E11).</summary>
[Requires(Permission.SetReviewRules)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    [BindProperty] public RuleForm Form { get; set; } = new();

    /// <summary>As published or usual.</summary>
    public ReviewRule Default { get; private set; } = null!;

    /// <summary>The partnership's own interval; null while it uses the default.</summary>
    public ReviewSetting? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(string cause, CancellationToken cancel)
    {
        if (!await FindAsync(cause, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string cause, CancellationToken cancel)
    {
        if (!await FindAsync(cause, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Own is null && Form.Version != 0)
        {
            // Somebody went back to the default while the form was open.
            return this.Conflict(Form, Saved());
        }

        if (Own is null)
        {
            Own = new ReviewSetting(current.Actor.PartnershipId!.Value, Default.Cause, Form.Interval);
            db.ReviewSettings.Add(Own);
        }
        else
        {
            Own.Set(Form.Interval);
        }

        return await SaveAsync(cause, $"From now on: {Default.Cause.Name()}, review within {PlacementWords.Interval(Form.Interval)}", cancel);
    }

    public async Task<IActionResult> OnPostDefaultAsync(string cause, CancellationToken cancel)
    {
        if (!await FindAsync(cause, cancel))
        {
            return NotFound();
        }

        // Nothing is asked but whether to do it.
        ModelState.Clear();
        if (Own is not null)
        {
            db.ReviewSettings.Remove(Own);
        }

        return await SaveAsync(cause, $"Back to the default: {Default.Cause.Name()}, review within {PlacementWords.Interval(Default.Interval)}", cancel);
    }

    private async Task<IActionResult> SaveAsync(string cause, string message, CancellationToken cancel)
    {
        try
        {
            if (Own is null || await db.SaveEditAsync(Own, Form.Version, cancel))
            {
                return this.Done(message, PlacementLinks.ReviewRules);
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.ReviewSetting))
        {
            db.ChangeTracker.Clear();
        }

        return await FindAsync(cause, cancel) ? this.Conflict(Form, Saved()) : NotFound();
    }

    private async Task<bool> FindAsync(string cause, CancellationToken cancel)
    {
        var found = ReviewRules.Defaults.FirstOrDefault(r => r.Cause.ToString() == cause);
        Default = found!;
        Own = found is null ? null : await db.ReviewSettings.SingleOrDefaultAsync(s => s.Cause == found.Cause, cancel);
        return found is not null;
    }

    private RuleForm Saved()
    {
        var interval = Own?.Interval ?? Default.Interval;
        return new RuleForm { Version = Own?.Version ?? 0, Months = interval.Months, Days = interval.Days };
    }
}
