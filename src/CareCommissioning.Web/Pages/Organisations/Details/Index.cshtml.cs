using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Details;

/// <summary>One organisation: what it is, was and will be, whom it serves, its teams and people.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>Members, services and teams shown; the lists have the rest.</summary>
    public const int MostRelated = 25;

    public OrganisationView It { get; private set; } = null!;

    public IReadOnlyList<NameView> Names { get; private set; } = [];

    /// <summary>Earlier organisations, the oldest first, this one, and those after it.</summary>
    public IReadOnlyList<LineageStep> Lineage { get; private set; } = [];

    public IReadOnlyList<ServedView> Served { get; private set; } = [];

    public IReadOnlyList<RelatedView> Members { get; private set; } = [];

    public IReadOnlyList<RelatedView> Teams { get; private set; } = [];

    /// <summary>What a provider runs; empty for every other kind.</summary>
    public IReadOnlyList<RelatedView> Services { get; private set; } = [];

    /// <summary>Null for those who may not know.</summary>
    public int? Accounts { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public bool MayChange { get; private set; }

    public bool MayRegisterServices => It.Function == OrganisationFunction.Provider && It.ClosedOn is null && !IsOffered && current.Actor.May(Permission.ManageProviders);

    public bool MayDecideWhomItServes { get; private set; }

    /// <summary>Offered to the reader's partnership, which has not answered: only its administrators see the organisation.</summary>
    public bool IsOffered => Served.Any(s => s.Id == current.Actor.PartnershipId && !s.IsAccepted);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await (
            from o in db.Organisations
            join k in db.OrganisationKinds on o.KindCode equals k.Code
            where o.Id == id
            select new OrganisationView(o.Id, o.PartnershipId, o.Name, k.Name, k.Function, k.Sector, o.Code, o.OpenedOn, o.ClosedOn, o.MemberOfId, db.Organisations.Where(c => c.Id == o.MemberOfId).Select(c => c.Name).FirstOrDefault())).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        It = found;
        MayChange = current.Actor.Keeps(It.PartnershipId, It.Function);
        Names = await db.Organisations.Where(o => o.Id == id).SelectMany(o => o.Names).OrderByDescending(n => n.ValidFrom).Take(MostRelated)
            .Select(n => new NameView(n.Name, n.ValidFrom, n.ValidTo)).ToListAsync(cancel);
        Lineage = await OrganisationLineage.OfAsync(db, id, cancel);
        Served = await db.Organisations.Where(o => o.Id == id).SelectMany(o => o.Partnerships).OrderBy(p => p.ValidFrom).ThenBy(p => p.PartnershipId).Take(MostRelated)
            .Select(p => new ServedView(p.PartnershipId, db.Partnerships.Where(x => x.Id == p.PartnershipId).Select(x => x.Name).FirstOrDefault(), p.ValidFrom, p.ValidTo, p.AcceptedOn != null)).ToListAsync(cancel);
        MayDecideWhomItServes = current.Actor.May(Permission.ManageOrganisations) && (MayChange || Served.Any(s => s.Id == current.Actor.PartnershipId));
        Members = await db.Organisations.Where(o => o.MemberOfId == id).OrderBy(o => o.Name).ThenBy(o => o.Id).Take(MostRelated + 1)
            .Select(o => new RelatedView(o.Id, o.Name, o.ClosedOn)).ToListAsync(cancel);
        Teams = await db.Teams.Where(t => t.OrganisationId == id).OrderBy(t => t.Name).ThenBy(t => t.Id).Take(MostRelated + 1)
            .Select(t => new RelatedView(t.Id, t.Name, t.ClosedOn)).ToListAsync(cancel);
        Services = await db.Services.Where(s => s.ProviderId == id).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostRelated + 1)
            .Select(s => new RelatedView(s.Id, s.Name, s.ClosedOn)).ToListAsync(cancel);
        if (current.Actor.May(Permission.ManageAccounts) || (current.Actor.May(Permission.ManageColleagues) && current.Actor.OrganisationId == id))
        {
            Accounts = await db.Accounts.Where(a => a.OrganisationId == id).OrderBy(a => a.Id).Take(CountWords.Take).CountAsync(cancel);
        }

        return Page();
    }
}

/// <summary>What the page's heading and summary say.</summary>
public sealed record OrganisationView(
    Guid Id, Guid PartnershipId, string Name, string Kind, OrganisationFunction Function, Sector? Sector, string? Code,
    DateOnly OpenedOn, DateOnly? ClosedOn, Guid? MemberOfId, string? MemberOf);

/// <summary>A name it has or had.</summary>
public sealed record NameView(string Name, DateOnly From, DateOnly? To);

/// <summary>A partnership it serves, served or is offered to; the name is null where the reader works in another.</summary>
public sealed record ServedView(Guid Id, string? Name, DateOnly From, DateOnly? To, bool IsAccepted);

/// <summary>A team, service or member organisation.</summary>
public sealed record RelatedView(Guid Id, string Name, DateOnly? ClosedOn);
