using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Imports;

/// <summary>
/// Brings the regulator's directory of care into one partnership's market: providers by their number, services by their location's (S1-013, C12).
/// Checking writes nothing and tells everything; importing writes what was checked, all of it or nothing. A file imported twice changes nothing the second time.
/// </summary>
/// <param name="db">Acting as a commissioner or administrator of the partnership, or as the system.</param>
public sealed class ImportCareDirectory(CareDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan LongestWriting = TimeSpan.FromMinutes(5);

    /// <summary>The file's local authorities that the partnership seems to be for: those its name, its councils' or its localities' have in them.</summary>
    public async Task<IReadOnlyList<string>> SuggestAuthoritiesAsync(DirectoryFile file, Guid partnershipId, CancellationToken cancel)
    {
        var names = await db.Partnerships.Where(p => p.Id == partnershipId).Select(p => p.Name)
            .Concat(db.Localities.Where(l => l.PartnershipId == partnershipId).Select(l => l.Name))
            .Concat(db.Organisations.Where(o => o.PartnershipId == partnershipId && db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Function == OrganisationFunction.LocalAuthority)).Select(o => o.Name))
            .ToListAsync(cancel);
        return [.. Authorities(file).Select(a => a.Name).Where(a => names.Exists(name => $" {name} ".Contains($" {a} ", StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Every local authority of the file, by name.</summary>
    public static IReadOnlyList<AuthorityRows> Authorities(DirectoryFile file) =>
        [.. file.Entries.GroupBy(e => e.Authority, StringComparer.OrdinalIgnoreCase).OrderBy(g => g.Key, StringComparer.OrdinalIgnoreCase).Select(g => new AuthorityRows(g.Key, g.Count()))];

    /// <summary>Works out what the file would do to the partnership's market as it is now.</summary>
    /// <param name="authorities">Local authorities whose locations are brought in; none for all.</param>
    public async Task<DirectoryPlan> CheckAsync(DirectoryFile file, Guid partnershipId, IReadOnlyCollection<string> authorities, CancellationToken cancel)
    {
        var sifted = DirectorySieve.Sift(file, authorities);
        var market = await MarketAsync(partnershipId, sifted.Entries, cancel);
        return new DirectoryPlanning(market, sifted, clock.GetUtcNow(), London.DayOf(clock.GetUtcNow())).Plan(partnershipId);
    }

    /// <summary>Writes what was checked, in the transaction that is open or in one of its own.</summary>
    /// <exception cref="DbUpdateException">Somebody else changed or brought in the same meanwhile: nothing is written.</exception>
    public async Task WriteAsync(DirectoryPlan plan, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(LongestWriting);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        db.Organisations.AddRange(plan.NewProviders);
        db.Services.AddRange(plan.NewServices);
        db.Services.UpdateRange(plan.Changes.Select(c => c.It));
        await db.SaveChangesAsync(cancel);

        // The log's lines, several for each service, are written now: with the commit, which does not wait so long, they would be too many.
        await db.Database.ExecuteSqlAsync($"set constraints all immediate", cancel);
        await (own?.CommitAsync(cancel) ?? Task.CompletedTask);
    }

    private async Task<KnownMarket> MarketAsync(Guid partnershipId, IReadOnlyList<DirectoryEntry> entries, CancellationToken cancel)
    {
        var providerCodes = entries.Select(e => e.ProviderCode).Distinct(StringComparer.Ordinal).ToList();
        var locationCodes = entries.Select(e => e.LocationCode).Distinct(StringComparer.Ordinal).ToList();

        // A provider that another partnership keeps and that serves this one is the same provider; where both keep it, this one's record counts.
        var providers = await (
            from o in db.Organisations
            join k in db.OrganisationKinds on o.KindCode equals k.Code
            where o.Code != null && providerCodes.Contains(o.Code) && (o.PartnershipId == partnershipId || o.Partnerships.Any(m => m.PartnershipId == partnershipId && m.AcceptedOn != null))
            orderby o.PartnershipId == partnershipId
            select new KnownProvider(o.Id, o.Code!, o.Name, o.OpenedOn, k.Function == OrganisationFunction.Provider)).ToListAsync(cancel);
        var services = await db.Services.AsNoTracking().Where(s => s.PartnershipId == partnershipId && locationCodes.Contains(s.LocationCode!)).ToListAsync(cancel);
        var kinds = await db.OrganisationKinds.AsNoTracking().Where(k => k.Function == OrganisationFunction.Provider).OrderBy(k => k.ValidTo != null).ThenBy(k => k.ValidFrom).ThenBy(k => k.Code).ToListAsync(cancel);
        return new KnownMarket(
            providers.GroupBy(p => p.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal),
            services.ToDictionary(s => s.LocationCode!, StringComparer.Ordinal),
            kinds);
    }
}

/// <summary>What the partnership has already of what a file names.</summary>
/// <param name="Kinds">Of providers; those that still exist first.</param>
internal sealed record KnownMarket(
    IReadOnlyDictionary<string, KnownProvider> Providers,
    IReadOnlyDictionary<string, Service> Services,
    IReadOnlyList<OrganisationKind> Kinds);

/// <summary>An organisation with a provider's number.</summary>
internal sealed record KnownProvider(Guid Id, string Code, string Name, DateOnly OpenedOn, bool IsProvider);
