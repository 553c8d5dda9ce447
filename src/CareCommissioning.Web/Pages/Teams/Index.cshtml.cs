using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams;

/// <summary>The partnership's teams, by name.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>More localities than an area is divided into.</summary>
    public const int MostLocalities = 200;

    public const string Open = "open";
    public const string Closed = "closed";

    public ListPage<TeamRow> Teams { get; private set; } = ListPage<TeamRow>.Empty;

    public IReadOnlyList<SelectListItem> Localities { get; private set; } = [];

    public string? Name { get; private set; }

    public Guid? Locality { get; private set; }

    public string? State { get; private set; }

    /// <summary>The organisation the list is narrowed to, by its name; null when it is not.</summary>
    public string? Organisation { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public bool MayChange { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(Name) || Locality is not null || State is Open or Closed || Organisation is not null;

    public async Task OnGetAsync(string? name, Guid? organisation, Guid? locality, string? state, string? before, string? after, CancellationToken cancel)
    {
        // A filter nobody could have chosen filters nothing.
        ModelState.Clear();
        MayChange = current.Actor.May(Permission.ManageTeams);
        Localities = await db.Localities.OrderBy(l => l.Name).Take(MostLocalities).Select(l => new SelectListItem(l.Name, l.Id.ToString())).ToListAsync(cancel);
        (Name, State) = (name?.Trim(), state);
        Locality = Localities.Any(l => l.Value == locality?.ToString()) ? locality : null;
        Organisation = organisation is null ? null : await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        var place = ListPlace.Of(before, after, keys: 2);
        var rows = await Narrow(db.Teams.AsNoTracking(), Organisation is null ? null : organisation)
            .ByName(place, t => t.Name, t => t.Id)
            .Select(t => new TeamRow(
                t.Id,
                t.Name,
                db.Organisations.Where(o => o.Id == t.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                db.Localities.Where(l => l.Id == t.LocalityId).Select(l => l.Name).FirstOrDefault(),
                db.Accounts.Where(a => a.Id == t.ManagerId).Select(a => a.DisplayName).FirstOrDefault(),
                t.Members.Count,
                t.ClosedOn))
            .ToListAsync(cancel);
        Teams = place.Page(rows, row => [row.Name, row.Id.ToString()]);
    }

    private IQueryable<Team> Narrow(IQueryable<Team> teams, Guid? organisation)
    {
        if (!string.IsNullOrEmpty(Name))
        {
            var pattern = Like.Contains(Name.Length > Team.MaxNameLength ? Name[..Team.MaxNameLength] : Name);
            teams = teams.Where(t => EF.Functions.ILike(t.Name, pattern, Like.Escape));
        }

        if (organisation is not null)
        {
            teams = teams.Where(t => t.OrganisationId == organisation);
        }

        if (Locality is not null)
        {
            teams = teams.Where(t => t.LocalityId == Locality);
        }

        return State switch
        {
            Open => teams.Where(t => t.ClosedOn == null || t.ClosedOn > Today),
            Closed => teams.Where(t => t.ClosedOn <= Today),
            _ => teams,
        };
    }
}

/// <summary>One line of the list.</summary>
public sealed record TeamRow(Guid Id, string Name, string? Organisation, string? Locality, string? Manager, int Members, DateOnly? ClosedOn);
