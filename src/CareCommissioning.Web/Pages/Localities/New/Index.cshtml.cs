using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Localities.New;

/// <summary>Adds a part of the partnership's area.</summary>
[Requires(Permission.ManageLocalities)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public LocalityForm Form { get; set; } = new();

    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Localities.Add(new Locality(Guid.CreateVersion7(clock.GetUtcNow()), current.Actor.PartnershipId!.Value, Form.Name!.Trim(), Form.AreaCode?.Trim()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.LocalityName))
        {
            ModelState.AddModelError("Form.Name", LocalityForm.NameIsTaken);
            return Page();
        }

        return this.Done($"{Form.Name.Trim()} is added", LocalityLinks.List);
    }
}
