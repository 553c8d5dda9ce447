using CareCommissioning.Domain.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Placements;

/// <summary>How often placements are reviewed in the partnership the actor works in.</summary>
public static class ReviewRuleReading
{
    /// <summary>The defaults with the partnership's own intervals in their place.</summary>
    public static async Task<IReadOnlyList<ReviewRule>> ReviewRulesAsync(this CareDbContext db, CancellationToken cancel) =>
        ReviewSetting.Over(await db.ReviewSettings.AsNoTracking().ToListAsync(cancel));
}
