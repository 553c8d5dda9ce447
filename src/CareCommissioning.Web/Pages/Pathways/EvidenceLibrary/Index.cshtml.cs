using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.EvidenceLibrary;

/// <summary>What is known to work: all evidence on the maps that the reader sees, each piece once, with the steps that rest on it (S2-058, S0-039).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Versions looked through: the latest of each pathway that the reader sees.</summary>
    public const int MostPathways = Pathways.IndexModel.Most;

    [BindProperty(SupportsGet = true, Name = "")]
    public EvidenceFilters Filters { get; set; } = new();

    /// <summary>By citation.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Evidence = await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        IEnumerable<string?[]> rows =
        [
            ["Citation", "Kind", "Strength", "Look at again by", "Link", "What it says", "Steps"],
            .. (await ReadAsync(cancel)).Select(row => new[] { row.It.Citation, row.It.Type.Name(), row.It.Strength.ToString(), row.It.ReviewOn.ToString("yyyy-MM-dd"), row.It.Link, row.It.Summary, string.Join("; ", row.Steps.Select(step => $"{step.Name} ({step.Pathway})")) }),
        ];
        await Response.WriteCsvAsync("evidence.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private async Task<IReadOnlyList<EvidenceRow>> ReadAsync(CancellationToken cancel)
    {
        var latest = await db.Pathways.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostPathways)
            .Select(p => new { p.Name, Version = db.PathwayVersions.Where(v => v.PathwayId == p.Id && v.State != VersionState.Superseded).OrderByDescending(v => v.Number).FirstOrDefault() }).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. latest.Where(p => p.Version is not null)
                .SelectMany(p => p.Version!.Map.Steps.SelectMany(step => step.Evidence.Select(evidence => (Evidence: evidence, Step: new RestingStep(step.Name, p.Name, PathwayLinks.InMap(p.Version.PathwayId, p.Version.Number, step.Id))))))
                .GroupBy(pair => pair.Evidence.Citation, StringComparer.OrdinalIgnoreCase)
                .Select(group => new EvidenceRow(group.OrderBy(pair => pair.Evidence.ReviewOn).First().Evidence, [.. group.Select(pair => pair.Step)]))
                .Where(row => Filters.Fit(row.It, Today))
                .OrderBy(row => row.It.Citation, StringComparer.OrdinalIgnoreCase),
        ];
    }
}

/// <summary>One piece of evidence and the steps that rest on it. Where steps cite it with several dates, the earliest counts.</summary>
public sealed record EvidenceRow(Evidence It, IReadOnlyList<RestingStep> Steps);

/// <summary>A step of the latest version of a pathway.</summary>
public sealed record RestingStep(string Name, string Pathway, string Url);
