using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers.Matrix;

/// <summary>What people find effective against the services that offer it, by locality: what matters most and nobody offers first (S3-001).</summary>
[Requires(Permission.ViewRegisters)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>More statements than people can weigh against each other.</summary>
    public const int Most = 300;

    /// <summary>Nobody offers them, the most votes first; then the others.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; private set; } = [];

    /// <summary>Where something is offered, by name; last, where there is any, services of no single locality.</summary>
    public IReadOnlyList<string> Localities { get; private set; } = [];

    public IReadOnlyList<MatrixRow> Unmet => [.. Rows.Where(row => row.Offers.Count == 0)];

    public bool MayKeepGaps => current.Actor.May(RegisterKinds.Gaps.Keep);

    public bool MaySayWhatHelps => current.Actor.May(RegisterKinds.WhatHelps.Keep);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        IEnumerable<string?[]> rows =
        [
            ["What people find effective", "Area of life", "Votes", "Services that offer it", .. Localities],
            .. Rows.Select(row => (string?[])[row.Title, row.Category, row.Votes.ToString(), row.Offers.Count.ToString(), .. Localities.Select(locality => string.Join("; ", row.In(locality).Select(offer => offer.Service)))]),
        ];
        await Response.WriteCsvAsync("what-helps.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var statements = await db.RegisterEntries.AsNoTracking().Where(e => e.PartnershipId == current.Actor.PartnershipId && e.KindCode == RegisterKinds.WhatHelps.Code && e.State == RegisterEntry.Open)
            .OrderByDescending(e => e.FoundOn).ThenByDescending(e => e.Id).Take(Most)
            .Select(e => new { e.Id, e.Title, e.Category, Votes = db.RegisterVotes.Count(v => v.EntryId == e.Id) }).ToListAsync(cancel);
        var ids = statements.ConvertAll(statement => statement.Id);
        var offers = await (from l in db.Links
                            join s in db.Services on l.ToId equals s.Id
                            where ids.Contains(l.FromId) && s.ClosedOn == null
                            orderby s.Name
                            select new { l.FromId, Offer = new Offer(s.Id, s.Name, db.Localities.Where(at => at.Id == s.LocalityId).Select(at => at.Name).FirstOrDefault() ?? Offer.Nowhere) }).ToListAsync(cancel);
        var of = offers.ToLookup(pair => pair.FromId, pair => pair.Offer);
        Rows =
        [
            .. statements.Select(statement => new MatrixRow(statement.Id, statement.Title, statement.Category, statement.Votes, [.. of[statement.Id]]))
                .OrderBy(row => row.Offers.Count > 0).ThenByDescending(row => row.Votes).ThenBy(row => row.Title, StringComparer.OrdinalIgnoreCase),
        ];
        Localities = [.. offers.Select(pair => pair.Offer.Locality).Distinct().OrderBy(name => name == Offer.Nowhere).ThenBy(name => name, StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>An open service that offers what a statement says.</summary>
public sealed record Offer(Guid Id, string Service, string Locality)
{
    /// <summary>Of a service that stands in no single locality.</summary>
    public const string Nowhere = "No one locality";
}

/// <summary>One statement and who offers it.</summary>
public sealed record MatrixRow(Guid Id, string Title, string Category, int Votes, IReadOnlyList<Offer> Offers)
{
    public IEnumerable<Offer> In(string locality) => Offers.Where(offer => offer.Locality == locality);
}
