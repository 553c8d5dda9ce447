using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Somebody who may carry people in a team.</summary>
public sealed record CareCoordinator(Guid Id, string Name);

/// <summary>Reads who may be the care co-ordinator of a team's people.</summary>
public static class CareCoordinators
{
    /// <summary>More than a team has.</summary>
    public const int Most = 200;

    private static readonly Role[] Roles = [Role.CareCoordinator, Role.TeamManager];

    /// <summary>Members of the team who are care co-ordinators or managers and whose account may be used today, by name.</summary>
    public static async Task<IReadOnlyList<CareCoordinator>> CareCoordinatorsAsync(this CareDbContext db, Guid team, DateOnly today, CancellationToken cancel) =>
        await db.MayCoordinate(team, today).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(Most).Select(a => new CareCoordinator(a.Id, a.DisplayName)).ToListAsync(cancel);

    /// <summary>The same as a query.</summary>
    public static IQueryable<Account> MayCoordinate(this CareDbContext db, Guid team, DateOnly today) =>
        db.Accounts.Where(a => Roles.Contains(a.Role) && a.DisabledAt == null && a.StartsOn <= today && (a.EndsOn == null || a.EndsOn > today)
            && db.Teams.Any(t => t.Id == team && t.Members.Any(m => m.AccountId == a.Id)));
}
