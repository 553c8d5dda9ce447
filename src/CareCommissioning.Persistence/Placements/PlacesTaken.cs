using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Placements;

/// <summary>How full services are.</summary>
public static class PlacesTaken
{
    /// <summary>How many people are with each service now, whoever placed them. A service nobody is with is not in the answer.</summary>
    /// <param name="services">A page of them at most.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>> PlacesTakenAsync(this CareDbContext db, IEnumerable<Guid> services, CancellationToken cancel)
    {
        Guid[] wanted = [.. services];
        var rows = await db.Database.SqlQuery<Taken>($"""select service_id as "ServiceId", taken as "Count" from app.places_taken({wanted})""").ToListAsync(cancel);
        return rows.ToDictionary(r => r.ServiceId, r => r.Count);
    }

    private sealed record Taken(Guid ServiceId, int Count);
}
