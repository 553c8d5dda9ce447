using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Pathways;

/// <summary>
/// The one way in which a map changes, whoever asks: a form, the canvas, an import. It takes the version as it now is, under a lock, and changes that:
/// of two people who draw at once the second builds on what the first saved.
/// </summary>
public sealed class ChangeMap(CareDbContext db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Of so many of their own changes one is sought that can be undone.</summary>
    public const int LooksBack = 20;

    /// <summary>Locks a version until the transaction ends; null when the actor sees none of this id.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction to hold the lock.</exception>
    public async Task<PathwayVersion?> LockAsync(Guid version, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A map is changed within a transaction.");
        }

        return await db.PathwayVersions.FromSql($"select v.*, v.xmin from care.pathway_versions v where v.id = {version} for update").SingleOrDefaultAsync(cancel);
    }

    /// <summary>Puts the changed map in the place of the locked version's and writes the line of history.</summary>
    /// <param name="map">As changed from <see cref="PathwayVersion.Map"/> of <paramref name="locked"/>; a refusal is handed on.</param>
    /// <param name="summary">As the history says it: "Added the step Acute ward".</param>
    public async Task<Outcome> SaveAsync(PathwayVersion locked, Outcome<PathwayMap> map, string summary, CancellationToken cancel)
    {
        if (map.Value is null)
        {
            return map.Refusal!;
        }

        if (MapDifference.Between(locked.Map, map.Value).Count == 0 && locked.Map.Acceptances.SequenceEqual(map.Value.Acceptances))
        {
            return Outcome.Done;
        }

        var actor = current.Actor;
        return await KeepAsync(locked.Change(map.Value, summary, actor.AccountId, actor.Name, clock.GetUtcNow()), cancel);
    }

    /// <summary>
    /// What the actor undoes next: their latest change that stands and can be taken back now. Nobody undoes another's by mistake, and what somebody else
    /// has built on does not stand before all that came earlier.
    /// </summary>
    public Task<PathwayChange?> NextToUndoAsync(PathwayVersion version, CancellationToken cancel) =>
        LatestAsync(version, StandingOfActor(version.Id).Where(c => c.UndoOf == null || c.IsRedo), cancel);

    /// <summary>What the actor does again next: what they undid last, while they changed nothing else since.</summary>
    public Task<PathwayChange?> NextToRedoAsync(PathwayVersion version, CancellationToken cancel)
    {
        var (id, actor) = (version.Id, current.Actor.AccountId);
        return LatestAsync(version, StandingOfActor(id).Where(c => c.UndoOf != null && !c.IsRedo && !db.PathwayChanges.Any(later => later.VersionId == id && later.By == actor && later.UndoOf == null && later.Number > c.Number)), cancel);
    }

    /// <summary>Takes a change of the locked version back; where that one took another back, the other stands again.</summary>
    /// <returns>The line of history that says so.</returns>
    public async Task<Outcome<PathwayChange>> UndoAsync(PathwayVersion locked, int number, CancellationToken cancel)
    {
        if (await db.PathwayChanges.SingleOrDefaultAsync(c => c.VersionId == locked.Id && c.Number == number && c.UndoneBy == null, cancel) is not { } change)
        {
            return PathwayRefusals.NothingToUndo;
        }

        var undone = locked.Undo(change, current.Actor.AccountId, current.Actor.Name, clock.GetUtcNow());
        await KeepAsync(undone, cancel);
        return undone;
    }

    private static async Task<PathwayChange?> LatestAsync(PathwayVersion version, IQueryable<PathwayChange> changes, CancellationToken cancel)
    {
        // Nearly always the first will do: the others are not read then.
        await foreach (var change in changes.OrderByDescending(c => c.Number).Take(LooksBack).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (version.MayUndo(change))
            {
                return change;
            }
        }

        return null;
    }

    private IQueryable<PathwayChange> StandingOfActor(Guid version)
    {
        var actor = current.Actor.AccountId;
        return db.PathwayChanges.AsNoTracking().Where(c => c.VersionId == version && c.By == actor && c.UndoneBy == null);
    }

    private async Task<Outcome> KeepAsync(Outcome<PathwayChange> change, CancellationToken cancel)
    {
        if (change.Value is null)
        {
            return change.Refusal!;
        }

        db.PathwayChanges.Add(change.Value);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
