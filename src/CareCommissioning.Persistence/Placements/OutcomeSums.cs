using CareCommissioning.Domain.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Placements;

/// <summary>By what people placed are summed up.</summary>
public enum OutcomesBy
{
    All,
    Type,
    Provider,
    Service,
}

/// <summary>Asks the database for sums of what it shows of nobody alone.</summary>
public static class OutcomeSums
{
    /// <summary>Of the reader's partnership; for a provider of its own placements. Nothing is told of fewer than <see cref="PlacementOutcomes.Fewest"/>.</summary>
    public static async Task<IReadOnlyList<PlacementOutcomes>> PlacementOutcomesAsync(this CareDbContext db, OutcomesBy by, DateOnly today, CancellationToken cancel) =>
        await db.Database.SqlQuery<PlacementOutcomes>($"""
            select key as "Key", people as "People", housing_known as "HousingKnown", settled as "Settled", work_known as "WorkKnown", in_paid_work as "InPaidWork",
              company as "Company", recovery as "Recovery", followed as "Followed", gained as "Gained", gained_in_all as "GainedInAll", cost as "Cost"
            from app.placement_outcomes({by.ToString().ToLowerInvariant()}, {today})
            """).ToListAsync(cancel);
}
