using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.New;

/// <summary>Starts a new version as the copy of another.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

    public Pathway It { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, int? from, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new NewForm { From = from, Outlook = Outlook.Future };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var from = await db.PathwayVersions.AsNoTracking().SingleOrDefaultAsync(v => v.PathwayId == id && v.Number == Form.From, cancel);
        if (from is null && Form.From is not null)
        {
            ModelState.AddModelError("Form.From", "Choose a version from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var number = await db.PathwayVersions.Where(v => v.PathwayId == id).MaxAsync(v => v.Number, cancel) + 1;
        db.PathwayVersions.Add(new PathwayVersion(Guid.CreateVersion7(clock.GetUtcNow()), It, number, Form.Outlook!.Value, from!.Map, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.PathwayVersionNumber))
        {
            ModelState.AddModelError("", "Somebody else started a version at the same moment: look at theirs, or try again");
            return Page();
        }

        return this.Done($"Version {number} is started as a copy of version {from.Number}", PathwayLinks.Map(id, number));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pathways.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        var versions = await db.PathwayVersions.Where(v => v.PathwayId == id).OrderByDescending(v => v.Number).Take(Pathways.Details.IndexModel.MostVersions).Select(v => new { v.Number, v.Outlook }).ToListAsync(cancel);
        Versions = [.. versions.Select(v => new SelectListItem(PathwayWords.VersionName(v.Number, v.Outlook), v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        return true;
    }
}
