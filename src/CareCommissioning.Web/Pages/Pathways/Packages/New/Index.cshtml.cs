using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Packages.New;

/// <summary>Puts a care package together (S2-020).</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, PackageDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public PackageForm Form { get; set; } = new();

    public PackageDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        await Desk.OfferAsync(Form, ModelState, isSent: false, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        await Desk.OfferAsync(Form, ModelState, isSent: true, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.CarePackages.Add(new CarePackage(Guid.CreateVersion7(clock.GetUtcNow()), Desk.Pathway, Form.ToDescription()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.CarePackageName))
        {
            ModelState.AddModelError("Form.Name", PackageDesk.NameIsTaken);
            return Page();
        }

        return this.Done("The care package is added", PathwayLinks.Packages(id));
    }
}
