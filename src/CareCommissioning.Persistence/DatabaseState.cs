using CareCommissioning.Persistence.RowSecurity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence;

/// <summary>What a process should know of its database before people work on it.</summary>
/// <param name="IsOfThisBuild">Tables and row security are those of this build: neither older nor newer.</param>
/// <param name="SwitchedOff">PostgreSQL's settings, by name, without which an acknowledged change can be lost or a damaged page be read as good.</param>
public sealed record DatabaseState(bool IsOfThisBuild, IReadOnlyList<string> SwitchedOff)
{
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<DatabaseState> ReadAsync(CareDbContext db, CancellationToken cancel)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            var ours = await RowSecurityScripts.AreAppliedAsync(connection, db.Database.GetMigrations().Last(), cancel);
            var off = await db.Database.SqlQuery<string>(
                $"""
                select name as "Value" from pg_settings
                where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') and setting = 'off' order by name
                """).ToListAsync(cancel);
            return new DatabaseState(ours, off);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.InsufficientPrivilege)
        {
            // The roles are not there, or not this login's: `migrate` has never run here.
            return new DatabaseState(false, []);
        }
    }
}
