using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Web.Pages.Placements.HandOver;

/// <summary>A team manager hands a person over to another team of the partnership, with everything that is not over (S1-048). The own team no longer sees the person then.</summary>
[Requires(Permission.AssignCareCoordinators)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    private const int MostTeams = 200;

    [BindProperty] public HandOverForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    /// <summary>The other teams of the partnership.</summary>
    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    /// <summary>Who may become the care co-ordinator in the team chosen.</summary>
    public IReadOnlyList<SelectListItem> Coordinators { get; private set; } = [];

    /// <summary>The team chosen; null until one is.</summary>
    public string? Team => Teams.FirstOrDefault(t => t.Value == Form.Team?.ToString())?.Text;

    /// <summary>First the team is chosen; who works in it depends on that.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? team, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Team = Guid.TryParse(team, out var chosen) ? chosen : null;
        if (Request.Query.ContainsKey("team") && Team is null)
        {
            ModelState.AddModelError("team", "Choose a team");
        }

        await ChooseAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await ChooseAsync(cancel);
        if (Form.Coordinator is { } chosen && !Coordinators.Any(c => c.Value == chosen.ToString()))
        {
            ModelState.AddModelError("Form.Coordinator", "Choose a care co-ordinator of the team that takes over");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var reference = Person.ReferenceOf(await db.People.Where(p => p.Id == It.PersonId).Select(p => p.Number).SingleAsync(cancel));
        await db.GiveReasonAsync(Form.Reason!.Trim(), cancel);
        try
        {
            await db.Database.ExecuteSqlAsync($"select app.hand_over({It.PersonId}, {Form.Team}, {Form.Coordinator})", cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // A colleague handed the person over at the same moment.
            return NotFound();
        }

        return this.Done($"{reference} is handed over to {Team}. Your team no longer sees this person", PlacementLinks.List);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Placements.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        var today = clock.Today();
        Teams = await db.Teams.Where(t => t.Id != found.TeamId && (t.ClosedOn == null || t.ClosedOn > today)).OrderBy(t => t.Name).Take(MostTeams)
            .Select(t => new SelectListItem(t.Name, t.Id.ToString())).ToListAsync(cancel);
        return true;
    }

    private async Task ChooseAsync(CancellationToken cancel) =>
        Coordinators = Team is null ? [] : [.. (await db.CareCoordinatorsAsync(Form.Team!.Value, clock.Today(), cancel)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
}
