using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Figures;

/// <summary>What follows from a map: people, places, money, hand-offs; each figure with its working (S0-041, S0-049).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk, TimeProvider clock) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public PathwayFigures Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Figures = PathwayFigures.Of(Desk.Open.Map, clock.Today());
        return Page();
    }

    /// <summary>The capacity plan as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        IEnumerable<string?[]> rows = [
            ["Step", "People a year", "Counted in", "Capacity", "Load", "Needed at 85 %", "Gap", "Utilisation %", "Chance of waiting %", "Cost a year"],
            .. PathwayFigures.Of(Desk.Open.Map, clock.Today()).Steps.Select(Row)];
        await Response.WriteCsvAsync("capacity-plan.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private static string?[] Row(StepFigures step) =>
    [
        step.Step.Name, Number(step.FlowPerYear), step.Step.CapacityUnit?.Name(), step.Step.Capacity?.ToString("0.##"), Number(step.Load), step.Needed?.ToString("0"), step.Gap?.ToString("0.##"),
        Number(step.Utilisation * 100), Number(step.WaitChance * 100), step.CostPerYear?.ToString("0.00"),
    ];

    private static string? Number(double? number) => number?.ToString("0.##");
}
