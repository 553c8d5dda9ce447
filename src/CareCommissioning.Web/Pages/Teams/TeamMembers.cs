using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams;

/// <summary>Somebody who works in a team.</summary>
/// <param name="IsActive">Whether their account may be used: a colleague who has left still stands in the team until taken out.</param>
public sealed record MemberView(Guid Id, string Name, Role Role, bool IsActive);

/// <summary>Reads who works in a team.</summary>
public static class TeamMembers
{
    /// <summary>Members by name, at most <paramref name="most"/>.</summary>
    public static async Task<IReadOnlyList<MemberView>> OfAsync(CareDbContext db, Guid team, int most, CancellationToken cancel) =>
        await (
            from m in db.Teams.Where(t => t.Id == team).SelectMany(t => t.Members)
            join a in db.Accounts on m.AccountId equals a.Id
            orderby a.DisplayName, a.Id
            select new MemberView(a.Id, a.DisplayName, a.Role, a.DisabledAt == null)).Take(most).ToListAsync(cancel);
}
