using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Consult;

/// <summary>Shows a draft to everybody of the partnership.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel) => await Desk.ReadAsync(id, n, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        var outcome = Desk.Open.Version.PutOutToConsultation();
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done($"{Desk.Open.Title} is shown to everybody of your partnership", Desk.Open.Link);
    }
}
