using CareCommissioning.Domain.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Identities;

/// <summary>Somebody with this NHS number is known in the partnership: to which team, and nothing else.</summary>
public sealed record KnownPerson(Guid PersonId, Guid TeamId);

/// <summary>Finds people by their NHS number.</summary>
public static class PersonFinding
{
    /// <summary>The person with this number in the partnership, whichever team looks after them; null when nobody does.</summary>
    public static async Task<KnownPerson?> FindPersonAsync(this CareDbContext db, IdentityVault vault, Guid partnership, NhsNumber number, CancellationToken cancel)
    {
        var wanted = vault.LookUp(partnership, number);
        return await db.Database.SqlQuery<KnownPerson>($"""select person_id as "PersonId", team_id as "TeamId" from app.find_person({wanted})""").SingleOrDefaultAsync(cancel);
    }
}
