using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Change;

/// <summary>Changes a pathway's name and whom it is for.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public PathwayForm Form { get; set; } = new();

    public Pathway It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = PathwayForm.Of(It);
        await PathwayOwners.OfferAsync(db, Form, ModelState, "Form.Owner", cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        await PathwayOwners.OfferAsync(db, Form, ModelState, "Form.Owner", cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        It.OwnedBy(Form.Owner);
        It.Describe(Form.Name!.Trim(), Form.ToCohort(), Form.ReviewOn);
        try
        {
            if (!await db.SaveEditAsync(It, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ? this.Conflict(Form, PathwayForm.Of(It)) : NotFound();
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.PathwayName))
        {
            ModelState.AddModelError("Form.Name", PathwayForm.NameIsTaken);
            return Page();
        }

        return this.Done("The pathway is changed", PathwayLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Pathways.SingleOrDefaultAsync(p => p.Id == id, cancel);
        It = found!;
        return found is not null;
    }
}
