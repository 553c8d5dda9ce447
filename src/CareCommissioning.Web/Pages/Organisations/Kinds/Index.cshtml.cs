using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Kinds;

/// <summary>The kinds of organisation there are and were, with the years they existed and what followed them.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OrganisationKind> Kinds { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public bool MayChange { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MayChange = current.Actor.May(Permission.ManageOrganisationKinds);
        Kinds = await db.OrganisationKinds.AsNoTracking().OrderBy(k => k.Function).ThenBy(k => k.ValidFrom).ThenBy(k => k.Name).Take(OrganisationFilters.MostKinds).ToListAsync(cancel);
    }
}
