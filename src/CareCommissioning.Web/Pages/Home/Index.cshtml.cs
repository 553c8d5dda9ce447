using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Governance.Audit;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Teams;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>What somebody finds in the morning: a worklist of their role.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, IdentityVault vault, DemonstrationMode demonstration, TimeProvider clock) : PageModel
{
    private const int EndingWithinDays = 30;
    private const int MostTeams = 10;

    public RoleHome Home { get; private set; } = null!;

    public WorkingAs As { get; private set; } = null!;

    /// <summary>Reviews, decisions and residents.</summary>
    public PlacementsAtHome Placements { get; private set; } = new();

    /// <summary>Live counts that are this person's to act on.</summary>
    public IReadOnlyList<WorklistCount> Counts { get; private set; } = [];

    /// <summary>Steps of setting up, while one is not done; else empty.</summary>
    public IReadOnlyList<SetUpStep> Steps { get; private set; } = [];

    /// <summary>Teams this person manages, with their members.</summary>
    public IReadOnlyList<OwnTeam> OwnTeams { get; private set; } = [];

    public bool ManagesTeam { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = current.Actor;
        Home = RoleHome.All[actor.Role!.Value];
        As = await WorkingAs.OfAsync(db, actor, cancel);
        Placements = await PlacementsAtHome.OfAsync(db, vault, actor, clock.Today(), cancel);
        Counts = [.. await AccountsAsync(actor, cancel), .. await OffersAsync(actor, cancel), .. await GovernanceAsync(actor, cancel), .. await PathwaysAtHome.OfAsync(db, actor, cancel)];
        ManagesTeam = actor.May(Permission.ManageOwnTeam);
        OwnTeams = ManagesTeam ? await OwnTeamsAsync(actor, cancel) : [];
        if (actor.May(Permission.ManageOrganisations))
        {
            var steps = await SetUp.OfAsync(db, actor, !demonstration.IsOn, clock.GetUtcNow(), cancel);
            Steps = steps.All(step => step.IsDone) ? [] : steps;
        }
    }

    private async Task<IReadOnlyList<WorklistCount>> AccountsAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageColleagues) && !actor.May(Permission.ManageAccounts))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var invitations = await db.Invitations.Where(i => i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).OrderBy(i => i.Id).Take(CountWords.Take).CountAsync(cancel);
        var open = new WorklistCount(CountWords.Of(invitations, "open invitation", "open invitations"), "Offers of an account that were not answered yet", Admin.AdministrationLinks.Invitations);
        if (!actor.May(Permission.ManageAccounts))
        {
            return [open];
        }

        var (today, soon) = (clock.Today(), clock.Today().AddDays(EndingWithinDays));
        var locked = await db.Accounts.Where(a => a.Credentials.LockedUntil > now).OrderBy(a => a.Id).Take(CountWords.Take).CountAsync(cancel);
        var ending = await db.Accounts.Where(a => a.DisabledAt == null && a.EndsOn > today && a.EndsOn <= soon).OrderBy(a => a.Id).Take(CountWords.Take).CountAsync(cancel);
        return
        [
            open,
            new(CountWords.Of(locked, "locked account", "locked accounts"), "After too many failed sign-ins", Admin.AdministrationLinks.Accounts),
            new(CountWords.Of(ending, "account ending", "accounts ending"), $"Within {EndingWithinDays} days", Admin.AdministrationLinks.Accounts),
        ];
    }

    private async Task<IReadOnlyList<WorklistCount>> OffersAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageOrganisations))
        {
            return [];
        }

        var offers = await new OrganisationFilters(State: OrganisationFilters.Offered).Apply(db.Organisations, db, clock.Today(), actor.PartnershipId!.Value)
            .OrderBy(o => o.Id).Take(CountWords.Take).CountAsync(cancel);
        return offers == 0 ? [] : [new(CountWords.Of(offers, "organisation offered", "organisations offered"), "By another partnership, to accept or decline", OrganisationLinks.Offered)];
    }

    private async Task<IReadOnlyList<WorklistCount>> GovernanceAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadAuditLog))
        {
            return [];
        }

        var today = clock.Today();
        var failed = await new AuditFilters { From = today, Action = AccountEvents.SignInFailed }.ApplyAsync(db, actor.PartnershipId!.Value, cancel);
        var openings = await new AuditFilters { From = today, Action = Persistence.Auditing.Openings.Action }.ApplyAsync(db, actor.PartnershipId.Value, cancel);
        return
        [
            new(CountWords.Of(await failed.OrderBy(e => e.Sequence).Take(CountWords.Take).CountAsync(cancel), "failed sign-in", "failed sign-ins"), "Today, by people of your partnership", AuditLinks.FailedSignIns(today)),
            new(CountWords.Of(await openings.OrderBy(e => e.Sequence).Take(CountWords.Take).CountAsync(cancel), "identity opened", "identities opened"), "Today", AuditLinks.Openings(today)),
        ];
    }

    private async Task<IReadOnlyList<OwnTeam>> OwnTeamsAsync(Actor actor, CancellationToken cancel)
    {
        var teams = await db.Teams.Where(t => t.ManagerId == actor.AccountId && t.ClosedOn == null).OrderBy(t => t.Name).Take(MostTeams).Select(t => new { t.Id, t.Name }).ToListAsync(cancel);
        var own = new List<OwnTeam>();
        foreach (var team in teams)
        {
            own.Add(new OwnTeam(team.Id, team.Name, await TeamMembers.OfAsync(db, team.Id, Teams.Details.IndexModel.MostMembers, cancel)));
        }

        return own;
    }
}

/// <summary>A number with what it counts, leading to the list behind it.</summary>
public sealed record WorklistCount(string Heading, string Meaning, string Url);

/// <summary>A team this person manages.</summary>
public sealed record OwnTeam(Guid Id, string Name, IReadOnlyList<MemberView> Members);
