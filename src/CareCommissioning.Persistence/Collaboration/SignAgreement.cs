using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Collaboration;

/// <summary>Takes positions and withdraws agreements, one person at a time, and lets what is agreed follow: a version becomes agreed with its last signature.</summary>
public sealed class SignAgreement(CareDbContext db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Locks an agreement until the transaction ends; null when the actor sees none of this id, or may not write it.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction to hold the lock.</exception>
    public async Task<Agreement?> LockAsync(Guid id, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An agreement is signed within a transaction.");
        }

        var locked = await db.Agreements.FromSql($"select a.*, a.xmin from care.agreements a where a.id = {id} for update").SingleOrDefaultAsync(cancel);
        if (locked is not null)
        {
            await db.Entry(locked).Collection(a => a.Parties).LoadAsync(cancel);
            await db.Entry(locked).Collection(a => a.Positions).LoadAsync(cancel);
        }

        return locked;
    }

    /// <summary>Takes the position of the actor's organisation.</summary>
    public async Task<Outcome> SignAsync(Agreement locked, Position position, string? reason, CancellationToken cancel)
    {
        var outcome = locked.Sign(current.Actor, position, reason, clock.GetUtcNow());
        if (!outcome.Succeeded)
        {
            return outcome;
        }

        // First the position, then what follows from it: the database asks for it.
        await db.SaveChangesAsync(cancel);
        if (locked.Conclude(clock.GetUtcNow()))
        {
            await db.SaveChangesAsync(cancel);
            await FollowAsync(locked, cancel);
        }

        return outcome;
    }

    /// <summary>Withdraws it; a version goes back to consultation.</summary>
    public async Task<Outcome> WithdrawAsync(Agreement locked, string reason, CancellationToken cancel)
    {
        var outcome = locked.Withdraw(reason, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            await db.SaveChangesAsync(cancel);
            if (locked.Subject == AgreementSubject.PathwayVersion)
            {
                (await db.PathwayVersions.SingleAsync(v => v.Id == locked.SubjectId, cancel)).TakeBack();
                await db.SaveChangesAsync(cancel);
            }
        }

        return outcome;
    }

    private async Task FollowAsync(Agreement reached, CancellationToken cancel)
    {
        if (reached.Subject != AgreementSubject.PathwayVersion)
        {
            return;
        }

        var version = await db.PathwayVersions.SingleAsync(v => v.Id == reached.SubjectId, cancel);
        var before = await db.PathwayVersions.Where(v => v.PathwayId == version.PathwayId && v.Outlook == version.Outlook && v.State == VersionState.Agreed).ToListAsync(cancel);
        version.Agree();
        before.ForEach(earlier => earlier.Supersede());
        await db.SaveChangesAsync(cancel);
    }
}
