using System.Security.Claims;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Access;

/// <summary>
/// Who is signed in where. The cookie holds a random key and nothing else; everything about the session and its person is read from the database
/// with each request, so that ending a session, switching an account off or changing a role works at once on every web node.
/// </summary>
public sealed class Sessions(CareDbContext db, TimeProvider clock, DemonstrationMode demonstration)
{
    public const string Cookie = "__Host-care-session";
    public const string Scheme = "Session";

    /// <summary>Seeing a session writes its row at most this often: a page of twenty requests is one write.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Sent by a page that looks for news by itself: nobody has done anything, and the session ends as if it had not asked.</summary>
    public const string WatchingHeader = "Care-Watching";

    /// <summary>The person behind a cookie's key, as they are now; null when the session has ended or the account may not be used.</summary>
    /// <param name="isUsed">The person did something, so that the session goes on.</param>
    public async Task<SessionState?> FindAsync(string key, bool isUsed, CancellationToken cancel)
    {
        var hash = SecretKey.HashOf(key);
        var today = clock.Today();
        var now = clock.GetUtcNow();
        var found = await (
            from session in db.Sessions.AsNoTracking()
            where session.KeyHash == hash
            join account in db.Accounts on session.AccountId equals account.Id
            select new
            {
                Session = session,
                Account = account,
                account.Credentials.TwoStepEnabled,
                ServesPartnership = db.Set<PartnershipMember>().Where(PartnershipMember.ServesOn(today)).Any(m => m.OrganisationId == account.OrganisationId && m.PartnershipId == session.PartnershipId),
                WorksInTeam = db.Teams.Any(t => t.Id == session.TeamId && t.PartnershipId == session.PartnershipId
                    && (t.ClosedOn == null || today < t.ClosedOn) && t.Members.Any(m => m.AccountId == account.Id)),
            }).SingleOrDefaultAsync(cancel);
        if (found is null || !found.Session.IsLiveAt(now) || !found.Account.IsActiveOn(today))
        {
            return null;
        }

        if (isUsed)
        {
            await SeenAsync(found.Session, now, cancel);
        }

        var (current, person) = (found.Session, found.Account);
        var actor = new Actor(
            person.Role.Describe().Kind,
            person.Id,
            person.DisplayName,
            person.Role,
            person.IsApprover,
            person.OrganisationId,
            found.ServesPartnership ? current.PartnershipId : null,
            found.WorksInTeam ? current.TeamId : null);
        return new SessionState(current.Id, actor, Pending(person, current, found.TwoStepEnabled), current.EndsAt(current.LastSeenAt), current.StartedAt + Domain.Accounts.Session.AbsoluteLimit, current.IsConfirmedAt(now));
    }

    /// <summary>Why the session of this browser is over, in words for whoever holds its key, and nobody else.</summary>
    /// <returns>Null when the key is none of ours, or there is nothing to tell.</returns>
    public async Task<string?> WhyOverAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } key)
        {
            return null;
        }

        var hash = SecretKey.HashOf(key);
        var found = await (
            from session in db.Sessions.AsNoTracking()
            where session.KeyHash == hash
            join account in db.Accounts on session.AccountId equals account.Id
            select new { Session = session, Account = account }).SingleOrDefaultAsync(cancel);
        return found?.Session.WhyOver(found.Account.IsActiveOn(clock.Today()), clock.GetUtcNow());
    }

    /// <summary>Begins a session for somebody who gave their password. Ends the one this browser had, and the oldest when there are too many.</summary>
    /// <returns>The key for the cookie. The caller saves.</returns>
    public async Task<SecretKey> StartAsync(Account account, HttpContext context, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var key = SecretKey.New();
        if (context.Request.Cookies[Cookie] is { } old)
        {
            var oldHash = SecretKey.HashOf(old);
            (await db.Sessions.SingleOrDefaultAsync(s => s.KeyHash == oldHash, cancel))?.End(now, SessionEnd.Replaced);
        }

        var others = await Live(account.Id, now).OrderByDescending(s => s.StartedAt).ToListAsync(cancel);
        foreach (var oldest in others.Where(s => s.EndedAt is null).Skip(Session.MostAtOnce - 1))
        {
            oldest.End(now, SessionEnd.TooMany);
        }

        var (partnership, team) = await WorkplaceAsync(account, cancel);
        var browser = context.Request.Headers.UserAgent.ToString();
        db.Sessions.Add(new Session(
            Guid.CreateVersion7(now),
            account.Id,
            key.Hash,
            partnership,
            team,
            context.Connection.RemoteIpAddress?.ToString(),
            browser.Length > Session.MaxBrowserLength ? browser[..Session.MaxBrowserLength] : browser,
            now));
        return key;
    }

    /// <summary>Ends the sessions of an account.</summary>
    /// <param name="except">The one that goes on; null to end all.</param>
    public async Task EndAllAsync(Guid accountId, Guid? except, SessionEnd because, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.Id != except)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndedBecause, because), cancel);
    }

    /// <summary>Sessions that are open now.</summary>
    public IQueryable<Session> Live(Guid accountId, DateTimeOffset now)
    {
        var (idleSince, startedSince) = (now - Session.IdleLimit, now - Session.AbsoluteLimit);
        return db.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.LastSeenAt > idleSince && s.StartedAt > startedSince);
    }

    /// <summary>Hands the key to the browser, in place of any before.</summary>
    public static void Give(HttpContext context, SecretKey key) => context.Response.Cookies.Append(Cookie, key.Text, CookieOptions);

    /// <summary>Takes the key from the browser.</summary>
    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Cookie, CookieOptions);

    // "__Host-" makes browsers insist on Secure, Path=/ and no Domain. No expiry: it goes when the browser closes, if the session has not ended before.
    private static CookieOptions CookieOptions => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    private string? Pending(Account account, Session session, bool twoStepEnabled) =>
        twoStepEnabled && session.TwoStepAt is null ? PendingStep.TwoStep
        : !twoStepEnabled && account.Role.Describe().SeesIdentifiablePeople && !demonstration.IsOn ? PendingStep.SetUpTwoStep
        : account.AcceptedUseVersion != AcceptableUse.Version ? PendingStep.AcceptableUse
        : null;

    private async Task SeenAsync(Session session, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - SeenEvery;
        if (session.LastSeenAt > before)
        {
            return;
        }

        session.Seen(now);
        await db.Sessions.Where(s => s.Id == session.Id && s.EndedAt == null && s.LastSeenAt <= before)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancel);
    }

    /// <summary>
    /// Where a person begins to work: where they worked last, while that is theirs; else in the partnership that keeps their organisation's record while it
    /// is served, and in their first team there.
    /// </summary>
    private async Task<(Guid? Partnership, Guid? Team)> WorkplaceAsync(Account account, CancellationToken cancel)
    {
        var today = clock.Today();
        var last = await db.Sessions.Where(s => s.AccountId == account.Id).OrderByDescending(s => s.StartedAt)
            .Select(s => new { s.PartnershipId, s.TeamId }).FirstOrDefaultAsync(cancel);
        var (lastPartnership, lastTeam) = (last?.PartnershipId, last?.TeamId);
        var partnership = await (
            from member in db.Set<PartnershipMember>().Where(PartnershipMember.ServesOn(today))
            where member.OrganisationId == account.OrganisationId
            join organisation in db.Organisations on member.OrganisationId equals organisation.Id
            orderby member.PartnershipId == lastPartnership descending, member.PartnershipId == organisation.PartnershipId descending, member.ValidFrom
            select (Guid?)member.PartnershipId).FirstOrDefaultAsync(cancel);
        var team = await db.Teams
            .Where(t => t.PartnershipId == partnership && (t.ClosedOn == null || today < t.ClosedOn) && t.Members.Any(m => m.AccountId == account.Id))
            .OrderByDescending(t => t.Id == lastTeam).ThenBy(t => t.Name)
            .Select(t => (Guid?)t.Id)
            .FirstOrDefaultAsync(cancel);
        return (partnership, team);
    }
}

/// <summary>What one request knows of its session.</summary>
/// <param name="Pending">One of <see cref="PendingStep"/>; null when nothing is left to do.</param>
/// <param name="EndsAt">When it ends if nothing more is asked of it.</param>
/// <param name="LastsUntil">When it ends, however much is asked of it.</param>
/// <param name="IsConfirmed">The password was given in the last few minutes.</param>
public sealed record SessionState(Guid Id, Actor Actor, string? Pending, DateTimeOffset EndsAt, DateTimeOffset LastsUntil, bool IsConfirmed)
{
    /// <summary>The principal of this request. A password without its second step gives no actor: such a person is nobody yet.</summary>
    public ClaimsPrincipal ToPrincipal()
    {
        var claims = Pending == PendingStep.TwoStep ? [new Claim(ClaimTypes.NameIdentifier, Actor.AccountId.ToString()!)] : Actor.ToClaims();
        var identity = new ClaimsIdentity(claims.Append(new Claim(ActorClaims.Session, Id.ToString())), Sessions.Scheme);
        if (Pending is not null)
        {
            identity.AddClaim(new Claim(ActorClaims.Pending, Pending));
        }

        return new ClaimsPrincipal(identity);
    }
}

/// <summary>The session of a request.</summary>
public static class SessionOfRequest
{
    /// <summary>Null when nobody is signed in.</summary>
    public static SessionState? Session(this HttpContext context) => context.Features.Get<SessionState>();
}
