using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.MyAccount;

/// <summary>Who I am here, what protects my account, where I am signed in, and where I work now.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, Sessions sessions, TimeProvider clock) : PageModel
{
    /// <summary>More places than anybody works in.</summary>
    private const int MostPlaces = 50;

    public MyDetails Mine { get; private set; } = null!;

    public IReadOnlyList<MySession> OpenSessions { get; private set; } = [];

    public IReadOnlyList<Place> Partnerships { get; private set; } = [];

    public IReadOnlyList<Place> Teams { get; private set; } = [];

    /// <summary>Of a role that sees people through the team it works in.</summary>
    public bool WorksInTeams => current.Actor.Kind == ActorKind.Team;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = current.Actor.AccountId!.Value;
        var today = clock.Today();
        Mine = await db.Accounts.AsNoTracking().Where(a => a.Id == me).Select(a => new MyDetails(
            a.DisplayName,
            a.Credentials.Email,
            db.Organisations.Where(o => o.Id == a.OrganisationId).Select(o => o.Name).FirstOrDefault() ?? "",
            a.Role,
            a.IsApprover,
            a.EndsOn,
            a.Credentials.TwoStepEnabled,
            a.Credentials.RecoveryCodes.Count,
            a.AcceptedUseAt)).SingleAsync(cancel);
        OpenSessions = await sessions.Live(me, clock.GetUtcNow()).AsNoTracking().OrderByDescending(s => s.LastSeenAt).Take(Session.MostAtOnce)
            .Select(s => new MySession(s.Id, s.Browser, s.Address, s.StartedAt, s.LastSeenAt)).ToListAsync(cancel);
        Partnerships = await db.Partnerships
            .Where(p => db.Set<PartnershipMember>().Where(PartnershipMember.ServesOn(today)).Any(m => m.PartnershipId == p.Id && m.OrganisationId == current.Actor.OrganisationId))
            .OrderBy(p => p.Name).Take(MostPlaces).Select(p => new Place(p.Id, p.Name, p.Id == current.Actor.PartnershipId)).ToListAsync(cancel);
        Teams = await db.Teams.Where(t => t.PartnershipId == current.Actor.PartnershipId && (t.ClosedOn == null || today < t.ClosedOn) && t.Members.Any(m => m.AccountId == me))
            .OrderBy(t => t.Name).Take(MostPlaces).Select(t => new Place(t.Id, t.Name, t.Id == current.Actor.TeamId)).ToListAsync(cancel);
    }

    /// <summary>Signs out everywhere else, on every node at once.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        var session = HttpContext.Session()!;
        await sessions.EndAllAsync(session.Actor.AccountId!.Value, except: session.Id, SessionEnd.SignedOutElsewhere, cancel);
        await db.RecordAsync(AccountEvents.SignedOutElsewhere, session.Actor.AccountId, new { }, cancel);
        return this.Done("You are signed out everywhere else", MyAccountLinks.Details);
    }

    /// <summary>Ends one session of one's own.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid? session, CancellationToken cancel)
    {
        if (session is null)
        {
            return BadRequest();
        }

        var mine = await db.Sessions.SingleOrDefaultAsync(s => s.Id == session && s.AccountId == current.Actor.AccountId, cancel);
        if (mine is null)
        {
            return NotFound();
        }

        mine.End(clock.GetUtcNow(), SessionEnd.SignedOutElsewhere);
        await db.SaveChangesAsync(cancel);
        await db.RecordAsync(AccountEvents.SignedOutElsewhere, current.Actor.AccountId, new { }, cancel);
        return this.Done("That session has ended", MyAccountLinks.Details);
    }
}

/// <summary>What the page says about the person.</summary>
public sealed record MyDetails(
    string Name, string Email, string Organisation, Role Role, bool IsApprover, DateOnly? EndsOn, bool TwoStepEnabled, int RecoveryCodes, DateTimeOffset? AcceptedUseAt);

/// <summary>A browser in which the person is signed in.</summary>
public sealed record MySession(Guid Id, string? Browser, string? Address, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);

/// <summary>A partnership or team one may work in.</summary>
public sealed record Place(Guid Id, string Name, bool IsNow);
