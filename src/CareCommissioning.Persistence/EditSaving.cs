using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareCommissioning.Persistence;

/// <summary>Saving what a person edited, when somebody else may have edited it too.</summary>
public static class EditSaving
{
    /// <summary>Saves a change of a record that was read at <paramref name="version"/>.</summary>
    /// <param name="version">The record's row version when its form was made.</param>
    /// <returns>False when somebody else has saved since. Nothing is tracked then, so that the record is read anew.</returns>
    /// <exception cref="DbUpdateException">A constraint refused the change.</exception>
    public static async Task<bool> SaveEditAsync<T>(this CareDbContext db, T record, uint version, CancellationToken cancel)
        where T : class
    {
        db.Entry(record).Property("Version").OriginalValue = version;
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Overtaken = NameInLog(db.Entry(record));
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static (string Table, string RecordId) NameInLog(EntityEntry record) =>
        (record.Metadata.GetTableName()!, string.Join('/', record.Metadata.FindPrimaryKey()!.Properties.Select(key => record.Property(key).CurrentValue)));
}
