using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations;

/// <summary>An organisation about to be changed, with what must be known to change it.</summary>
public sealed record KeptOrganisation(Organisation It, OrganisationKind Kind);

/// <summary>Who keeps which organisation's record.</summary>
public static class OrganisationKeeping
{
    /// <summary>The partnership that registered an organisation keeps its record: all kinds for those who manage organisations, providers for those who manage the market.</summary>
    public static bool Keeps(this Actor actor, Guid registeredBy, OrganisationFunction function) =>
        registeredBy == actor.PartnershipId && actor.MayRegister(function);

    /// <summary>Whether the actor may register an organisation that does such work.</summary>
    public static bool MayRegister(this Actor actor, OrganisationFunction function) =>
        actor.May(Permission.ManageOrganisations) || (function == OrganisationFunction.Provider && actor.May(Permission.ManageProviders));

    /// <summary>Organisations that serve the actor's partnership, to choose from: without those that are only offered to it, which its administrators see too.</summary>
    public static IQueryable<Organisation> OrganisationsOf(this CareDbContext db, Actor actor) =>
        db.Organisations.Where(o => o.PartnershipId == actor.PartnershipId || o.Partnerships.Any(m => m.PartnershipId == actor.PartnershipId && m.AcceptedOn != null));

    /// <summary>The organisation with its names and partnerships, to change it; null where the actor sees none.</summary>
    public static async Task<KeptOrganisation?> FindKeptAsync(this CareDbContext db, Guid id, CancellationToken cancel)
    {
        var it = await db.Organisations.Include(o => o.Names).Include(o => o.Partnerships).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, cancel);
        return it is null ? null : new KeptOrganisation(it, await db.OrganisationKinds.SingleAsync(k => k.Code == it.KindCode, cancel));
    }
}
