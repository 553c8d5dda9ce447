using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Coordinator;

/// <summary>A team manager gives a placement another care co-ordinator of the same team (S1-048).</summary>
[Requires(Permission.AssignCareCoordinators)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public CoordinatorForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    /// <summary>Who it is now; null while nobody is.</summary>
    public string? Now { get; private set; }

    /// <summary>Whom it can be given to, each with what they carry.</summary>
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new CoordinatorForm { Version = It.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Form.Coordinator is { } chosen && !Colleagues.Any(c => c.Value == chosen.ToString()))
        {
            ModelState.AddModelError("Form.Coordinator", "Choose a colleague of this team");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (It.AssignTo(Form.Coordinator!.Value).Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, new CoordinatorForm { Version = It.Version, Coordinator = Form.Coordinator }) : NotFound();
        }

        var name = await db.Accounts.Where(a => a.Id == Form.Coordinator).Select(a => a.DisplayName).SingleAsync(cancel);
        return this.Done($"{name} is the care co-ordinator now", PlacementLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Placements.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Now = await db.Accounts.Where(a => a.Id == It.CareCoordinatorId).Select(a => a.DisplayName).FirstOrDefaultAsync(cancel);
        var carried = await db.Placements.Where(p => p.TeamId == It.TeamId && p.Stage == PlacementStage.Started && p.CareCoordinatorId != null)
            .GroupBy(p => p.CareCoordinatorId!.Value).Select(g => new { g.Key, People = g.Select(p => p.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, cancel);
        Colleagues = [.. (await db.CareCoordinatorsAsync(It.TeamId, clock.Today(), cancel)).Where(c => c.Id != It.CareCoordinatorId)
            .Select(c => new SelectListItem($"{c.Name}, {CountWords.Of(carried.GetValueOrDefault(c.Id), "person", "people").ToLower()} now", c.Id.ToString()))];
        return true;
    }
}
