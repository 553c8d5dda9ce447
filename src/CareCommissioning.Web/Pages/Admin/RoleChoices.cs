using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Admin;

/// <summary>Which organisations somebody gives accounts for, and which roles.</summary>
public static class RoleChoices
{
    /// <summary>More organisations than a partnership has.</summary>
    private const int MostOrganisations = 500;

    /// <summary>An approver's own organisation; every open one whose record the partnership keeps for an administrator.</summary>
    public static async Task<IReadOnlyList<ManagedOrganisation>> ManagedAsync(this CareDbContext db, CurrentActor current, TimeProvider clock, CancellationToken cancel)
    {
        var actor = current.Actor;
        var today = clock.Today();
        var everywhere = actor.May(Permission.ManageAccounts);
        return await (
            from organisation in db.Organisations
            where (everywhere ? organisation.PartnershipId == actor.PartnershipId : organisation.Id == actor.OrganisationId)
                && (organisation.ClosedOn == null || today < organisation.ClosedOn)
            join kind in db.OrganisationKinds on organisation.KindCode equals kind.Code
            orderby organisation.Name, organisation.Id
            select new ManagedOrganisation(organisation.Id, organisation.Name, kind)).Take(MostOrganisations).ToListAsync(cancel);
    }

    /// <summary>Roles people may have there, as this person may give them.</summary>
    public static IEnumerable<SelectListItem> For(IEnumerable<ManagedOrganisation> organisations, Actor by)
    {
        var functions = organisations.Select(o => o.Kind.Function).ToHashSet();
        return AccessTable.Roles
            .Where(role => role.Value.WorksFor.Any(functions.Contains) && Account.MayGive(role.Key, by))
            .OrderBy(role => role.Value.Name, StringComparer.CurrentCulture)
            .Select(role => new SelectListItem(role.Value.Name + (role.Value.IsTimeLimited ? " (for a limited time)" : ""), role.Key.ToString()));
    }
}

/// <summary>An organisation whose accounts somebody manages.</summary>
public sealed record ManagedOrganisation(Guid Id, string Name, OrganisationKind Kind);
