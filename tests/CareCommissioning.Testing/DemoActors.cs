using CareCommissioning.Domain.Access;
using CareCommissioning.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Testing;

/// <summary>The demonstration's people as actors, for tests that need no browser.</summary>
public static class DemoActors
{
    /// <param name="email">Such as <c>coordinator@liverpool.demo.example</c>.</param>
    public static async Task<Actor> ActorAsync(this CareTestDatabase database, string email)
    {
        await using var db = database.As(Actor.System);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Credentials.Email == email);
        var partnership = await db.Organisations.Where(o => o.Id == account.OrganisationId).Select(o => o.PartnershipId).SingleAsync();
        var team = await db.Teams.Where(t => t.Members.Any(m => m.AccountId == account.Id)).OrderBy(t => t.Name).Select(t => (Guid?)t.Id).FirstOrDefaultAsync();
        return new Actor(account.Role.Describe().Kind, account.Id, account.DisplayName, account.Role, account.IsApprover, account.OrganisationId, partnership, team);
    }
}
