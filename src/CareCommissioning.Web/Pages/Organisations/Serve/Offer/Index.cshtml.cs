using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;

namespace CareCommissioning.Web.Pages.Organisations.Serve.Offer;

/// <summary>Offers an organisation to another partnership, which serves it once that partnership accepts.</summary>
[Requires(Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : MembershipPage(db, current)
{
    [BindProperty] public MembershipForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindKeptAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindKeptAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        return await DecideAsync(Form, Them.MayOffer, (it, partnership, from) => it.Offer(partnership, from), cancel)
            ? this.Done($"{Them.It.Name} is offered to {Them.NameOf(Form.Partnership!.Value)} from {Form.On.InWords()}", OrganisationLinks.Serve(id))
            : Page();
    }

    private async Task<IActionResult?> FindKeptAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ?? (Them.Keeps ? null : Forbid());
}
