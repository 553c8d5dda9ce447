using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Placements.Withdraw;

/// <summary>Gives up a placement that has not started.</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public WithdrawForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

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

        if (It.Withdraw(Form.Note!.Trim()).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Note", refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done("The placement is withdrawn", PlacementLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.FindPlacementAsync(id, cancel);
        It = found!;
        return found is not null;
    }

    private WithdrawForm Saved() => new() { Version = It.Version, Note = It.EndNote };
}
