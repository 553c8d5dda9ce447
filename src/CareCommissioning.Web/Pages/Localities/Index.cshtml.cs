using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Lists;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Localities;

/// <summary>The parts of the partnership's area.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    public ListPage<LocalityRow> Localities { get; private set; } = ListPage<LocalityRow>.Empty;

    public bool MayChange { get; private set; }

    public async Task OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        ModelState.Clear();
        MayChange = current.Actor.May(Permission.ManageLocalities);
        var place = ListPlace.Of(before, after, keys: 2);
        var rows = await db.Localities.AsNoTracking()
            .ByName(place, l => l.Name, l => l.Id)
            .Select(l => new LocalityRow(l.Id, l.Name, l.AreaCode, db.Teams.Count(t => t.LocalityId == l.Id && t.ClosedOn == null)))
            .ToListAsync(cancel);
        Localities = place.Page(rows, row => [row.Name, row.Id.ToString()]);
    }
}

/// <summary>One line of the list.</summary>
/// <param name="Teams">Open teams that serve it.</param>
public sealed record LocalityRow(Guid Id, string Name, string? AreaCode, int Teams);
