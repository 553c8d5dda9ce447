using System.Globalization;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Outcomes;

/// <summary>How the people placed live and how far they have come, beside what it costs: of all, and by kind of service, provider or service (S2-005, S2-007, S2-008).</summary>
[Requires(Permission.ViewOutcomes)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>By what it is split.</summary>
    [BindProperty(SupportsGet = true, Name = "by")]
    public string? By { get; set; }

    public OutcomesBy Split => By switch
    {
        "provider" => OutcomesBy.Provider,
        "service" => OutcomesBy.Service,
        _ => OutcomesBy.Type,
    };

    /// <summary>Of all; null while nothing is written down.</summary>
    public PlacementOutcomes? All { get; private set; }

    /// <summary>The most gained for each person first; what is not told last.</summary>
    public IReadOnlyList<OutcomeRow> Rows { get; private set; } = [];

    /// <summary>How many have too few people to be told of.</summary>
    public int TooFew { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        All = (await db.PlacementOutcomesAsync(OutcomesBy.All, clock.Today(), cancel)).SingleOrDefault();
        await ReadAsync(cancel);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await ReadAsync(cancel);
        IEnumerable<string?[]> rows =
        [
            ["Name", "People", "Housing known", "Settled", "Work known, 18 to 69", "In paid work", "Company, 0 to 4", "Recovery, 0 to 100", "Placements followed", "Points gained each", "Cost in that time, £", "Cost of a point, £"],
            .. Rows.Select(row => (string?[])
            [
                row.Name, .. new object?[] { row.Sums.People, row.Sums.HousingKnown, row.Sums.Settled, row.Sums.WorkKnown, row.Sums.InPaidWork, row.Sums.Company, row.Sums.Recovery, row.Sums.Followed, row.Sums.Gained, row.Sums.Cost, row.Sums.CostOfAPoint }
                    .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)),
            ]),
        ];
        await Response.WriteCsvAsync($"outcomes-by-{Split.ToString().ToLowerInvariant()}.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var sums = await db.PlacementOutcomesAsync(Split, clock.Today(), cancel);
        var told = sums.Where(sum => sum.People is not null || sum.Followed is not null).ToList();
        var names = await NamesAsync([.. told.Select(sum => sum.Key)], cancel);
        TooFew = sums.Count - told.Count;
        Rows = [.. told.Select(sum => new OutcomeRow(names[sum.Key].Name, names[sum.Key].Url, sum)).OrderByDescending(row => row.Sums.Gained ?? decimal.MinValue).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyDictionary<string, (string Name, string? Url)>> NamesAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        if (Split == OutcomesBy.Type)
        {
            return keys.ToDictionary(key => key, key => (Enum.Parse<ServiceType>(key).Name(), (string?)null));
        }

        var ids = keys.Select(Guid.Parse).ToList();
        var named = Split == OutcomesBy.Provider
            ? await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(cancel)
            : await db.Services.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancel);
        var known = named.ToDictionary(one => one.Id, one => one.Name);
        return ids.ToDictionary(id => id.ToString(), id => (known.GetValueOrDefault(id, "Another"), Split == OutcomesBy.Service && known.ContainsKey(id) ? ServiceLinks.Details(id) : null));
    }
}

/// <summary>One line of the table.</summary>
/// <param name="Url">Null where there is no page for it.</param>
public sealed record OutcomeRow(string Name, string? Url, PlacementOutcomes Sums);
