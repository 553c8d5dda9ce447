using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Equality;

/// <summary>The equality-impact record of a version: written before it is signed, and signed with it (S0-013).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public EqualityForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Form = EqualityForm.Of(Desk.Open.Version.Grounds.Equality);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.EditPathways))
        {
            return Forbid();
        }

        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        var version = Desk.Open.Version;
        if (EqualityForm.Of(version.Grounds.Equality) is var saved && saved.Version != Form.Version)
        {
            return this.Conflict(Form, saved);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (version.RestOn(version.Grounds with { Equality = Form.ToImpact(current.Actor.Name, clock.Today()) }).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Evidence", refusal.Message);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done("The equality-impact record is saved", PathwayLinks.Of(id, n, "equality"));
    }
}
