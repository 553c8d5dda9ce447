using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>Finds the placement of a page's address.</summary>
public static class PlacementFinding
{
    /// <summary>The placement with its terms, to be changed; null where the reader sees no such placement.</summary>
    public static Task<Placement?> FindPlacementAsync(this CareDbContext db, Guid id, CancellationToken cancel) =>
        db.Placements.Include(p => p.Terms).SingleOrDefaultAsync(p => p.Id == id, cancel);
}
