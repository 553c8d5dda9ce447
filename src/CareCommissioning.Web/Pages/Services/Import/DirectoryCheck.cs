using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Imports;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.Import;

/// <summary>An uploaded directory and what it would do to the market as it is now.</summary>
/// <param name="Authorities">Local authorities whose locations are brought in.</param>
public sealed record DirectoryCheck(string FileName, DirectoryFile File, IReadOnlyList<string> Authorities, DirectoryPlan Plan)
{
    /// <param name="chosen">Local authorities as chosen on the page; when there are none, those the partnership seems to be for, or else all.</param>
    /// <returns>Null where the actor sees no such upload.</returns>
    public static async Task<DirectoryCheck?> LoadAsync(CareDbContext db, TimeProvider clock, Guid id, IReadOnlyList<string> chosen, CancellationToken cancel)
    {
        if (await db.CheckedUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is not { } upload)
        {
            return null;
        }

        // It was read when it was uploaded: what could not be read is not kept.
        var file = DirectoryFile.Read(upload.Content).Value!;
        var import = new ImportCareDirectory(db, clock);
        var known = ImportCareDirectory.Authorities(file).Select(a => a.Name);
        var authorities = known.Where(a => chosen.Contains(a, StringComparer.OrdinalIgnoreCase)).ToList();
        IReadOnlyList<string> used = authorities.Count > 0 ? authorities : await import.SuggestAuthoritiesAsync(file, upload.PartnershipId, cancel);
        return new DirectoryCheck(upload.FileName, file, used, await import.CheckAsync(file, upload.PartnershipId, used, cancel));
    }
}
