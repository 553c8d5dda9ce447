using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Organisations.Serve.Offer;

/// <summary>Offers an organisation to another partnership, which serves it once that partnership accepts.</summary>
[Requires(Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    public Memberships Them { get; private set; } = null!;

    [BindProperty] public MembershipForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        return await Form.DecideAsync(db, Them, Them.MayOffer, (it, partnership, from) => it.Offer(partnership, from), ModelState, cancel)
            ? this.Done($"{Them.It.Name} is offered to {Them.NameOf(Form.Partnership!.Value)} from {Form.On.InWords()}", OrganisationLinks.Serve(id))
            : Page();
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Memberships.FindAsync(db, current.Actor, id, cancel) is not { } found)
        {
            return NotFound();
        }

        Them = found;
        return found.Keeps ? null : Forbid();
    }
}
