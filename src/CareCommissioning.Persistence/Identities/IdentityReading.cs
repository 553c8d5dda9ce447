using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Identities;

/// <summary>Opens identities for somebody who may see them, and writes down that they did (C18).</summary>
public static class IdentityReading
{
    /// <summary>Who these people are: of those whose identity the reader may see. The log gets one line, with all their references.</summary>
    /// <param name="people">A page of them at most.</param>
    public static async Task<IReadOnlyDictionary<Guid, PersonIdentity>> OpenIdentitiesAsync(this CareDbContext db, IdentityVault vault, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        if (people.Count == 0)
        {
            return new Dictionary<Guid, PersonIdentity>();
        }

        var rows = await (
            from identity in db.SealedIdentities.AsNoTracking()
            where people.Contains(identity.PersonId)
            join person in db.People on identity.PersonId equals person.Id
            select new { Identity = identity, person.Number }).ToListAsync(cancel);
        switch (rows)
        {
            case []:
                break;
            case [var only]:
                await db.RecordOpeningAsync("people", only.Identity.PersonId, Person.ReferenceOf(only.Number), cancel);
                break;
            default:
                await db.RecordOpeningAsync("people", rows.Select(r => Person.ReferenceOf(r.Number)).Order(StringComparer.Ordinal), cancel);
                break;
        }

        return rows.ToDictionary(r => r.Identity.PersonId, r => vault.Open(r.Identity));
    }

    /// <summary>Who one person is; null where the reader may not see it.</summary>
    public static async Task<PersonIdentity?> OpenIdentityAsync(this CareDbContext db, IdentityVault vault, Guid person, CancellationToken cancel) =>
        (await db.OpenIdentitiesAsync(vault, [person], cancel)).GetValueOrDefault(person);
}
