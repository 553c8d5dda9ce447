using System.Linq.Expressions;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Pages.Admin;
using CareCommissioning.Web.Pages.Localities;
using CareCommissioning.Web.Pages.MyAccount;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Teams;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>One step of setting a new partnership up.</summary>
public sealed record SetUpStep(string Name, string Purpose, string Url, bool IsDone);

/// <summary>What a new partnership needs before anybody else can work, in the order in which to do it.</summary>
public static class SetUp
{
    // The lead organisation is there from the start; beside it stand the other commissioner and a provider.
    private const int FewestOrganisations = 3;

    /// <param name="administrator">Their own organisation's approver does not count: the first administrator is one from the start.</param>
    /// <param name="withTwoStep">False where nobody is asked for two-step verification: in the demonstration.</param>
    public static async Task<IReadOnlyList<SetUpStep>> OfAsync(CareDbContext db, Actor administrator, bool withTwoStep, DateTimeOffset now, CancellationToken cancel)
    {
        var twoStep = await db.Accounts.AnyAsync(a => a.Id == administrator.AccountId && a.Credentials.TwoStepEnabled, cancel);
        var localities = await db.Localities.AnyAsync(cancel);
        var organisations = await db.Organisations.OrderBy(o => o.Id).Take(FewestOrganisations).CountAsync(cancel) == FewestOrganisations
            && await db.Organisations.AnyAsync(o => db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Function == OrganisationFunction.Provider), cancel);
        var teams = await db.Teams.AnyAsync(cancel);
        var approvers = await IsThereAsync(db, a => a.IsApprover && a.OrganisationId != administrator.OrganisationId, i => i.IsApprover && i.OrganisationId != administrator.OrganisationId, now, cancel);
        var guardian = await IsThereAsync(db, a => a.Role == Role.InformationGovernanceLead, i => i.Role == Role.InformationGovernanceLead, now, cancel);
        IEnumerable<SetUpStep> own = withTwoStep ? [new("Two-step verification", "Your account opens every other: protect it with a code from your phone", MyAccountLinks.TwoStep, twoStep)] : [];
        return
        [
            .. own,
            new("Localities", "The parts of your area", localities ? LocalityLinks.List : LocalityLinks.New, localities),
            new("Organisations", "The other commissioner and the first provider", organisations ? OrganisationLinks.List : OrganisationLinks.New, organisations),
            new("Teams", "The first team that looks after service users", teams ? TeamLinks.List : TeamLinks.New, teams),
            new("Approvers", "Invite somebody at another organisation who gives accounts to their own colleagues", approvers ? AdministrationLinks.Invitations : AdministrationLinks.NewInvitation, approvers),
            new("Information-governance lead", "Invite the person who reads who looked at what, and why", guardian ? AdministrationLinks.Invitations : AdministrationLinks.NewInvitation, guardian),
        ];
    }

    /// <summary>Somebody has such an account, or an invitation to it that still works.</summary>
    private static async Task<bool> IsThereAsync(CareDbContext db, Expression<Func<Account, bool>> account, Expression<Func<Invitation, bool>> invitation, DateTimeOffset now, CancellationToken cancel) =>
        await db.Accounts.AnyAsync(account, cancel)
        || await db.Invitations.Where(i => i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).AnyAsync(invitation, cancel);
}
