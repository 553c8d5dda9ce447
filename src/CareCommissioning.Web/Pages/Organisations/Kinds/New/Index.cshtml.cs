using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Kinds.New;

/// <summary>Adds a kind of organisation, for all partnerships.</summary>
[Requires(Permission.ManageOrganisationKinds)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

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

        var function = Form.Function!.Value;
        var sector = function == OrganisationFunction.Provider ? Form.Sector : null;
        db.OrganisationKinds.Add(new OrganisationKind(Form.Code!, Form.Name!.Trim(), function, sector, new Period(Form.From!.Value)));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.OrganisationKindCode))
        {
            ModelState.AddModelError("Form.Code", "Another kind has this short name");
            return Page();
        }

        return this.Done($"{Form.Name.Trim()} is added", OrganisationLinks.Kinds);
    }
}
