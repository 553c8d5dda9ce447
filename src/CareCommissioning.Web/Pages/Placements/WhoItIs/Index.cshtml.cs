using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.WhoItIs;

/// <summary>Corrects who a person is. The log says that it was done, and not what is written there.</summary>
/// <remarks>The heading writes the opening down; see <see cref="PlacementHeadingViewComponent"/>.</remarks>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, IdentityVault vault, TimeProvider clock) : PageModel
{
    private SealedIdentity _sealed = null!;
    private Person _person = null!;

    [BindProperty] public PersonForm Form { get; set; } = new();

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

        if (!ModelState.IsValid || !NhsNumber.TryParse(Form.NhsNumber, out var number))
        {
            return Page();
        }

        if (_person.Correct(Form.BornOn!.Value, PersonRules.Kept(Form.PostcodeDistrict), clock.Today()).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.BornOn", refusal.Message);
            return Page();
        }

        vault.Reseal(_sealed, new PersonIdentity(Form.Name!.Trim(), number, Form.BornOn.Value));
        try
        {
            if (!await db.SaveEditAsync(_sealed, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
            }
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.PersonLookUp))
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("Form.NhsNumber", "Somebody else in your partnership has this NHS number: check each digit");
            return Page();
        }

        return this.Done("Who the person is has been corrected", PlacementLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await (
            from placement in db.Placements
            where placement.Id == id
            join person in db.People on placement.PersonId equals person.Id
            join identity in db.SealedIdentities on person.Id equals identity.PersonId
            select new { Placement = placement, Person = person, Identity = identity }).SingleOrDefaultAsync(cancel);
        (It, _person, _sealed) = (found?.Placement!, found?.Person!, found?.Identity!);
        return found is not null;
    }

    private PersonForm Saved()
    {
        var identity = vault.Open(_sealed);
        return new() { Version = _sealed.Version, NhsNumber = identity.NhsNumber.ToString(), Name = identity.Name, BornOn = identity.BornOn, PostcodeDistrict = _person.PostcodeDistrict };
    }
}
