using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Goals;

/// <summary>What the person of a placement wants to reach, and what became of it: between reviews too (S2-002).</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public GoalForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    /// <summary>Open ones first, then the latest.</summary>
    public IReadOnlyList<PlacementGoal> Goals => [.. It.Goals.OrderBy(goal => goal.State != GoalState.Open).ThenByDescending(goal => goal.SetOn).ThenBy(goal => goal.Id)];

    public bool MayChange => It.Stage is not (PlacementStage.Ended or PlacementStage.Withdrawn);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel) =>
        SaveAsync(id, today => It.AddGoal(Guid.CreateVersion7(clock.GetUtcNow()), Form.Text!.Trim(), today), "The goal is written down", cancel);

    public Task<IActionResult> OnPostMarkAsync(Guid id, Guid goal, GoalState state, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(id, today => It.MarkGoal(goal, Enum.IsDefined(state) ? state : GoalState.Open, today), "What became of the goal is written down", cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, Func<DateOnly, Outcome> change, string done, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (change(clock.Today()).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Text", refusal.Message);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done(done, PlacementLinks.Goals(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Placements.Include(p => p.Goals).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        return true;
    }
}
