using System.Globalization;
using System.Text.Json;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Services;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Export;

/// <summary>The filtered placements as CSV by reference, the latest start first. That it was exported is a line of the audit log.</summary>
[Requires(Permission.ExportPlacements)]
[EnableRateLimiting(RateLimits.Heavy)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    private static readonly string[] Columns =
    [
        "Reference", "Age", "Postcode district", "Service", "Kind of service", "Provider", "State", "First day", "Last day", "Weekly fee (£)",
        .. Enum.GetValues<Funder>().Select(f => $"{f.Name()} (%)"), .. Enum.GetValues<Funder>().Select(f => $"{f.Name()} (£ a week)"),
        "Agreement", "Legal basis", "Care programme approach since", "Last review", "Next review", "Review",
    ];

    [BindProperty(SupportsGet = true, Name = "")]
    public PlacementFilters Filters { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var today = clock.Today();
        var details = JsonSerializer.Serialize(new { filters = Filters.Query });
        await db.Database.ExecuteSqlAsync($"select app.record_event('exported', 'placements', {current.Actor.PartnershipId.ToString()}, {details}::jsonb)", cancel);
        var rows = PlacementRow.Of(db, Filters.Apply(db, current.Actor, today).OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id), today);

        await Response.WriteCsvAsync($"placements-{today:yyyy-MM-dd}.csv", rows.AsAsyncEnumerable().Select(row => Cells(row, today)).Prepend(Columns), cancel);
        return new EmptyResult();
    }

    private static IEnumerable<string?> Cells(PlacementRow row, DateOnly today)
    {
        var parts = row.Terms?.Shares.Split(row.Terms.WeeklyFee);
        return
        [
            row.Reference, AgeBand.Of(row.BirthYear, today), row.PostcodeDistrict, row.Service, row.Type?.Name(), row.Provider, row.Stage.Name(), Day(row.StartsOn), Day(row.EndedOn?.LastDay()),
            Number(row.Terms?.WeeklyFee),
            .. Enum.GetValues<Funder>().Select(f => Number(row.Terms?.Shares.Of(f))), .. Enum.GetValues<Funder>().Select(f => Number(parts?[f])),
            row.Terms?.Reference, row.LegalBasis?.Name(), Day(row.CpaSince), Day(row.LastReviewedOn), Day(row.NextReviewOn), row.Urgency(today)?.Name(),
        ];
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.00", CultureInfo.InvariantCulture);
}
