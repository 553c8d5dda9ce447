using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Review;

/// <summary>Writes down a review of a placement, from what the last one said (S1-020).</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    private IReadOnlyList<ReviewRule> _rules = [];

    [BindProperty] public ReviewForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    /// <summary>Null when it has never been reviewed.</summary>
    public PlacementReview? Last { get; private set; }

    /// <summary>Open ones, the oldest first.</summary>
    public IReadOnlyList<PlacementGoal> Goals => [.. It.Goals.Where(goal => goal.State == GoalState.Open).OrderBy(goal => goal.SetOn).ThenBy(goal => goal.Id)];

    public DateOnly Today { get; } = clock.Today();

    /// <summary>When the rules ask for the next review after the one in the form, and why.</summary>
    public ReviewDue Next => It.NextAfter(Form.ReviewedOn ?? Today, _rules);

    /// <summary>The time the rule behind <see cref="Next"/> allows.</summary>
    public ReviewInterval Interval =>
        _rules.FirstOrDefault(r => r.Cause == Next.Cause)?.Interval ?? CareClusters.Interval(It.Cluster!.Value)!.Value;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new ReviewForm { Version = It.Version, ReviewedOn = Today, Lives = CircumstancesForm.Since(It.Latest), Goals = [.. Goals.Select(goal => new GoalAnswer { Id = goal.Id })] };
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

        var outcome = It.Review(Guid.CreateVersion7(clock.GetUtcNow()), Form.ToFindings(), current.Actor.AccountId!.Value, _rules, Today);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(FieldOf(refusal), refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done($"The review of {Form.ReviewedOn.InWords()} is saved. The next one is due on {It.NextReviewOn.InWords()}", PlacementLinks.Details(id));
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "reviewed-outside" or "reviewed-before" => "Form.ReviewedOn",
        "goal-needed" or "too-many-goals" or "no-such-goal" => "Form.NewGoal",
        "next-review-too-early" or "next-review-too-late" => "Form.NextOn",
        _ => "",
    };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Placements.Include(p => p.Goals).Include(p => p.Circumstances).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Last = await db.PlacementReviews.AsNoTracking().Where(r => r.PlacementId == id).OrderByDescending(r => r.ReviewedOn).FirstOrDefaultAsync(cancel);
        _rules = await db.ReviewRulesAsync(cancel);
        return true;
    }

    private ReviewForm Saved() => new() { Version = It.Version, ReviewedOn = It.LastReviewedOn, Summary = Last?.Summary, NextOn = It.NextReviewOn };
}
