using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Placements, the latest start first, or the most pressing review where those are looked for: all of the partnership by reference for commissioners, by name one's own people for a team and one's own residents for a provider.</summary>
[Requires(Permission.ViewPlacements)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, IdentityVault vault, TimeProvider clock) : PageModel
{
    private const int MostProviders = 500;

    [BindProperty(SupportsGet = true, Name = "")]
    public PlacementFilters Filters { get; set; } = new();

    public ListPage<PlacementRow> Placements { get; private set; } = ListPage<PlacementRow>.Empty;

    /// <summary>All that fit, or <see cref="CountWords.Take"/> where there are more.</summary>
    public int Count { get; private set; }

    /// <summary>Who the people on this page are, as far as the reader may know.</summary>
    public IReadOnlyDictionary<Guid, PersonIdentity> Identities { get; private set; } = new Dictionary<Guid, PersonIdentity>();

    public IReadOnlyList<SelectListItem> Providers { get; private set; } = [];

    /// <summary>"Me", then the others of the team.</summary>
    public IEnumerable<SelectListItem> Coordinators =>
        Filters.Colleagues.Where(c => c.Id != current.Actor.AccountId).Select(c => new SelectListItem(c.Name, c.Id.ToString())).Prepend(new SelectListItem("Me", PlacementFilters.Mine));

    public DateOnly Today { get; } = clock.Today();

    public ActorKind Kind => current.Actor.Kind;

    public bool MayLog => current.Actor.May(Permission.ManagePlacements);

    public bool MayExport => current.Actor.May(Permission.ExportPlacements);

    public bool SeesOutcomes => current.Actor.May(Permission.ViewOutcomes);

    /// <summary>Somebody of a team who works in none now sees nobody.</summary>
    public bool HasNoTeam => Kind == ActorKind.Team && current.Actor.TeamId is null;

    public async Task OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        // A filter nobody could have chosen filters nothing.
        ModelState.Clear();
        if (Kind != ActorKind.Provider)
        {
            Providers = await db.Organisations.Where(o => db.Services.Any(s => s.ProviderId == o.Id)).OrderBy(o => o.Name).ThenBy(o => o.Id).Take(MostProviders).Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(cancel);
        }

        await Filters.OfferColleaguesAsync(db, current.Actor, Today, cancel);
        var place = ListPlace.Of(before, after, keys: 2);
        var placements = Filters.Apply(db, current.Actor, Today);
        var page = Filters.AboutReviews ? placements.EarliestFirst(place, p => p.NextReviewOn!.Value, p => p.Id) : placements.LatestFirst(place, p => p.StartsOn, p => p.Id);
        var rows = await PlacementRow.Of(db, page, Today).ToListAsync(cancel);
        Placements = place.Page(rows, row => [(Filters.AboutReviews ? row.NextReviewOn!.Value : row.StartsOn).ToString("O"), row.Id.ToString()]);
        Count = await Placements.CountAsync(Filters.AboutReviews ? placements.OrderBy(p => p.NextReviewOn).ThenBy(p => p.Id) : placements.OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id), cancel);
        if (Kind != ActorKind.Commissioner)
        {
            Identities = await db.OpenIdentitiesAsync(vault, [.. Placements.Rows.Select(r => r.PersonId).Distinct()], cancel);
        }
    }
}
