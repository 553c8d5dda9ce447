using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Benefits;

/// <summary>What a pathway is to bring, and how far each of it has come; disbenefits beside it (S0-040).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, BenefitDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>More than anybody watches for one pathway.</summary>
    public const int Most = 200;

    public BenefitDesk Desk { get; } = desk;

    public IReadOnlyList<(Benefit Benefit, Measure Measure)> Rows { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public bool MayPropose => current.Actor.May(Permission.EditPathways);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
        {
            return NotFound();
        }

        IEnumerable<string?[]> rows =
        [
            ["Measure", "Description", "Kind", "Disbenefit", "State", "Step", "Unit", "Baseline", "Baseline on", "Target", "Target on", "Latest", "Latest on", "Realised %"],
            .. Rows.Select(row => new[]
            {
                row.Measure.Name, row.Benefit.Description, row.Benefit.Type.Name(), row.Benefit.IsDisbenefit ? "Yes" : "No", row.Benefit.State.ToString(), row.Benefit.StepName, row.Measure.Unit,
                row.Measure.BaselineValue?.ToString("0.####"), row.Measure.BaselineOn?.ToString("yyyy-MM-dd"), row.Measure.TargetValue?.ToString("0.####"), row.Measure.TargetOn?.ToString("yyyy-MM-dd"),
                row.Measure.Latest?.Value.ToString("0.####"), row.Measure.Latest?.On.ToString("yyyy-MM-dd"), row.Measure.Latest is { } latest ? (row.Measure.Realised(latest.Value) * 100)?.ToString("0.#") : null,
            }),
        ];
        await Response.WriteCsvAsync("benefits.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return false;
        }

        var benefits = await db.Benefits.AsNoTracking().Where(b => b.PathwayId == id).OrderBy(b => b.Id).Take(Most).ToListAsync(cancel);
        var ids = benefits.Select(benefit => benefit.MeasureId).ToList();
        var measures = await db.Measures.AsNoTracking().Include(m => m.Observations).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        Rows = [.. benefits.OrderBy(benefit => benefit.State == BenefitState.Withdrawn).ThenBy(benefit => benefit.IsDisbenefit).Select(benefit => (benefit, measures[benefit.MeasureId]))];
        return true;
    }
}
