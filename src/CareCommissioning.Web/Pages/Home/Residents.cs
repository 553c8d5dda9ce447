using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>People in one service now.</summary>
/// <param name="Places">0 where there is no limit.</param>
public sealed record ServiceResidents(Guid Id, string Service, ServiceType Type, int Places, int People);

/// <summary>Who lives with, or is supported by, a provider now: of the partnership its people work in.</summary>
public static class Residents
{
    private const int MostServices = 50;

    /// <summary>By service; closed services only while somebody is there.</summary>
    public static async Task<IReadOnlyList<ServiceResidents>> OfAsync(CareDbContext db, Guid provider, DateOnly today, CancellationToken cancel)
    {
        var people = await db.Placements.Where(p => p.ProviderId == provider && p.Stage == PlacementStage.Started).GroupBy(p => p.ServiceId!.Value)
            .Select(g => new { g.Key, People = g.Select(p => p.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, cancel);
        List<Guid> inUse = [.. people.Keys];
        var services = await db.Services.Where(s => s.ProviderId == provider && (s.ClosedOn == null || s.ClosedOn > today || inUse.Contains(s.Id)))
            .OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostServices).Select(s => new { s.Id, s.Name, s.Type, s.Places }).ToListAsync(cancel);
        return [.. services.Select(s => new ServiceResidents(s.Id, s.Name, s.Type, s.Places, people.GetValueOrDefault(s.Id)))];
    }
}
