using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Packages.Change;

/// <summary>Changes a care package, or takes it away.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, PackageDesk desk) : PageModel
{
    [BindProperty] public PackageForm Form { get; set; } = new();

    public PackageDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid package, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(id, package, cancel))
        {
            return NotFound();
        }

        Form = PackageForm.Of(Desk.Package);
        await Desk.OfferAsync(Form, ModelState, isSent: false, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid package, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(id, package, cancel))
        {
            return NotFound();
        }

        await Desk.OfferAsync(Form, ModelState, isSent: true, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Desk.Package.Describe(Form.ToDescription());
        try
        {
            if (await db.SaveEditAsync(Desk.Package, Form.Version, cancel))
            {
                return this.Done("The care package is changed", PathwayLinks.Packages(id));
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.CarePackageName))
        {
            ModelState.AddModelError("Form.Name", PackageDesk.NameIsTaken);
            return Page();
        }

        return await Desk.FindAsync(id, package, cancel) ? this.Conflict(Form, PackageForm.Of(Desk.Package)) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid package, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Desk.FindAsync(id, package, cancel))
        {
            return NotFound();
        }

        db.CarePackages.Remove(Desk.Package);
        await db.SaveChangesAsync(cancel);
        return this.Done("The care package is removed", PathwayLinks.Packages(id));
    }
}
