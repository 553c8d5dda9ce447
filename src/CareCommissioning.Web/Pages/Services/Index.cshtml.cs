using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Lists;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services;

/// <summary>The services of every provider that serves the partnership, by name (S1-013).</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>In the address without a prefix: <c>?type=…&amp;state=…</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public ServiceFilters Filters { get; set; } = new();

    public ListPage<ServiceRow> Services { get; private set; } = ListPage<ServiceRow>.Empty;

    /// <summary>All that fit, or <see cref="CountWords.Take"/> where there are more.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<SelectListItem> Localities { get; private set; } = [];

    /// <summary>Name of the provider the list is narrowed to; null when it is not.</summary>
    public string? Provider { get; private set; }

    /// <summary>Null for those who may not know, and where the list is narrowed or turned over.</summary>
    public Market? Market { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public bool MayRegister { get; private set; }

    /// <summary>The reader's own organisation, where it is a provider whose services are among these; else null.</summary>
    public Guid? OwnProvider => current.Actor.Kind == ActorKind.Provider ? current.Actor.OrganisationId : null;

    public bool SeesPeople { get; private set; }

    public async Task OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        // A filter nobody could have chosen filters nothing.
        ModelState.Clear();
        MayRegister = current.Actor.May(Permission.ManageProviders);
        SeesPeople = Market.IsSeenBy(current.Actor);
        Localities = await TeamForm.LocalitiesAsync(db, cancel);
        Filters.Locality = Localities.Any(l => l.Value == Filters.Locality?.ToString()) ? Filters.Locality : null;
        Provider = Filters.Provider is { } provider ? await db.Organisations.Where(o => o.Id == provider).Select(o => o.Name).SingleOrDefaultAsync(cancel) : null;
        Filters.Provider = Provider is null ? null : Filters.Provider;

        var place = ListPlace.Of(before, after, keys: 2);
        var services = Filters.Apply(db, Today);
        var rows = await services.ByName(place, s => s.Name, s => s.Id)
            .Select(s => new ServiceRow(
                s.Id,
                s.Name,
                db.Organisations.Where(o => o.Id == s.ProviderId).Select(o => o.Name).First(),
                s.Type,
                db.Localities.Where(l => l.Id == s.LocalityId).Select(l => l.Name).FirstOrDefault(),
                s.Places,
                SeesPeople ? db.Placements.Count(p => p.ServiceId == s.Id && p.Stage == PlacementStage.Started) : 0,
                s.OpenedOn,
                s.ClosedOn))
            .ToListAsync(cancel);
        Services = place.Page(rows, row => [row.Name, row.Id.ToString()]);
        Count = await Services.CountAsync(services.OrderBy(s => s.Name).ThenBy(s => s.Id), cancel);
        Market = SeesPeople && !Filters.Any && place.Keys is null && rows.Count > 0 ? await Market.LoadAsync(db, Today, cancel) : null;
    }
}

/// <summary>One line of the list.</summary>
/// <param name="People">Placed there now by the reader's partnership.</param>
public sealed record ServiceRow(Guid Id, string Name, string Provider, ServiceType Type, string? Locality, int Places, int People, DateOnly OpenedOn, DateOnly? ClosedOn);
