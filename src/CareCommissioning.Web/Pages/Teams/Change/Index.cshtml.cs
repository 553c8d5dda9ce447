using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams.Change;

/// <summary>Changes a team's name and locality.</summary>
[Requires(Permission.ManageTeams)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public TeamForm Form { get; set; } = new();

    public Team It { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Localities { get; private set; } = [];

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

        if (Form.Locality is { } locality && !Localities.Any(l => l.Value == locality.ToString()))
        {
            ModelState.AddModelError("Form.Locality", "Choose a locality from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        It.Describe(Form.Name!.Trim(), Form.Locality);
        try
        {
            if (!await db.SaveEditAsync(It, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.TeamName))
        {
            ModelState.AddModelError("Form.Name", TeamForm.NameIsTaken);
            return Page();
        }

        return this.Done("The team is changed", TeamLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Teams.SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Localities = await TeamForm.LocalitiesAsync(db, cancel);
        return true;
    }

    private TeamForm Saved() => new() { Version = It.Version, Name = It.Name, Locality = It.LocalityId };
}
