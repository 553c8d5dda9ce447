using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Pages.Admin;
using CareCommissioning.Web.Pages.Localities;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>One step of setting a new partnership up.</summary>
public sealed record SetUpStep(string Name, string Purpose, string Url, bool IsDone);

/// <summary>What a new partnership needs before anybody else can work, in the order in which to do it.</summary>
public static class SetUp
{
    /// <param name="administratorsOrganisation">Its approver does not count: the first administrator is there from the start.</param>
    public static async Task<IReadOnlyList<SetUpStep>> OfAsync(CareDbContext db, Guid? administratorsOrganisation, CancellationToken cancel) =>
    [
        new("Localities", "The parts of your area", await db.Localities.AnyAsync(cancel) ? LocalityLinks.List : LocalityLinks.New, await db.Localities.AnyAsync(cancel)),
        new("Organisations", "The other commissioner and the first provider", OrganisationLinks.New, await HasProviderAsync(db, cancel) && await db.Organisations.OrderBy(o => o.Id).Take(3).CountAsync(cancel) > 2),
        new("Teams", "The first team that looks after service users", TeamLinks.New, await db.Teams.AnyAsync(cancel)),
        new("Approvers", "Somebody at another organisation who gives accounts to their own colleagues", AdministrationLinks.Invitations, await db.Accounts.AnyAsync(a => a.IsApprover && a.OrganisationId != administratorsOrganisation, cancel)),
    ];

    private static Task<bool> HasProviderAsync(CareDbContext db, CancellationToken cancel) =>
        db.Organisations.AnyAsync(o => db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Function == OrganisationFunction.Provider), cancel);
}
