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

namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>Every organisation that serves the partnership, by name.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    public OrganisationFilters Filters { get; private set; } = new();

    public ListPage<OrganisationRow> Organisations { get; private set; } = ListPage<OrganisationRow>.Empty;

    /// <summary>All that fit, or <see cref="CountWords.Take"/> where there are more.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<OrganisationKind> Kinds { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public bool MayRegister { get; private set; }

    /// <summary>States to filter by; offers are seen by administrators only.</summary>
    public IEnumerable<SelectListItem> States =>
        OrganisationFilters.States.Where(s => s.Key != OrganisationFilters.Offered || current.Actor.May(Permission.ManageOrganisations)).Select(s => new SelectListItem(s.Value, s.Key));

    public async Task OnGetAsync(string? name, string? kind, OrganisationFunction? function, string? state, string? before, string? after, CancellationToken cancel)
    {
        // A filter nobody could have chosen filters nothing.
        ModelState.Clear();
        MayRegister = current.Actor.MayRegister(OrganisationFunction.Provider);
        Kinds = await db.OrganisationKinds.AsNoTracking().OrderBy(k => k.Name).Take(OrganisationFilters.MostKinds).ToListAsync(cancel);
        Filters = new OrganisationFilters(name?.Trim(), Kinds.FirstOrDefault(k => k.Code == kind), function, state);
        var place = ListPlace.Of(before, after, keys: 2);
        var mine = current.Actor.PartnershipId!.Value;
        var organisations = Filters.Apply(db.Organisations.AsNoTracking(), db, Today, mine);
        var rows = await organisations.ByName(place, o => o.Name, o => o.Id)
            .Select(o => new OrganisationRow(o.Id, o.Name, o.KindCode, o.Code, o.OpenedOn, o.ClosedOn, o.Partnerships.Any(m => m.PartnershipId == mine && m.AcceptedOn == null)))
            .ToListAsync(cancel);
        Organisations = place.Page(rows, row => [row.Name, row.Id.ToString()]);
        Count = await Organisations.CountAsync(organisations.OrderBy(o => o.Name).ThenBy(o => o.Id), cancel);
    }
}

/// <summary>One line of the list.</summary>
public sealed record OrganisationRow(Guid Id, string Name, string KindCode, string? Code, DateOnly OpenedOn, DateOnly? ClosedOn, bool IsOffered);

/// <summary>What narrows the list of organisations.</summary>
/// <param name="Name">Part of the name, or of the code.</param>
/// <param name="State">A key of <see cref="States"/>, or anything else for all.</param>
public sealed record OrganisationFilters(string? Name = null, OrganisationKind? Kind = null, OrganisationFunction? Function = null, string? State = null)
{
    public const string Open = "open";
    public const string Closed = "closed";
    public const string Offered = "offered";

    /// <summary>States with their names, in the order in which they are offered to choose from.</summary>
    public static readonly IReadOnlyDictionary<string, string> States = new OrderedDictionary<string, string> { [Open] = "Open", [Closed] = "Closed", [Offered] = "Offered to you" };

    /// <summary>More kinds than England has had.</summary>
    public const int MostKinds = 500;

    public string? StateName => State is null ? null : States.GetValueOrDefault(State);

    public bool Any => !string.IsNullOrEmpty(Name) || Kind is not null || Function is not null || StateName is not null;

    /// <param name="today">Closed means closed by today.</param>
    /// <param name="mine">Offered means offered to this partnership.</param>
    public IQueryable<Organisation> Apply(IQueryable<Organisation> organisations, CareDbContext db, DateOnly today, Guid mine)
    {
        if (!string.IsNullOrEmpty(Name))
        {
            var pattern = Like.Contains(Name.Length > Organisation.MaxNameLength ? Name[..Organisation.MaxNameLength] : Name);
            organisations = organisations.Where(o => EF.Functions.ILike(o.Name, pattern, Like.Escape) || (o.Code != null && EF.Functions.ILike(o.Code, pattern, Like.Escape)));
        }

        if (Kind is { Code: var kind })
        {
            organisations = organisations.Where(o => o.KindCode == kind);
        }

        if (Function is { } function)
        {
            organisations = organisations.Where(o => db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Function == function));
        }

        return State switch
        {
            Open => organisations.Where(o => o.ClosedOn == null || o.ClosedOn > today),
            Closed => organisations.Where(o => o.ClosedOn <= today),
            Offered => organisations.Where(o => o.Partnerships.Any(m => m.PartnershipId == mine && m.AcceptedOn == null)),
            _ => organisations,
        };
    }
}
