using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Money;

/// <summary>Where the money goes: from who pays, through who answers for a step, to the step; a picture of bands, and the same as a table and a file (S2-044).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk, TimeProvider clock) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public PathwayFigures Figures { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    /// <summary>Each step with what each payer pays of it; steps that cost the most first.</summary>
    public IReadOnlyList<(string Organisation, StepFigures Step, IReadOnlyList<(string Payer, decimal Cost)> Payers)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var names = await Desk.NamesAsync(Desk.Open.Map, cancel);
        Picture = Rows.Count == 0 ? "" : BandPicture.Svg(BandPlan.OfMoney(Figures, organisation => names.GetValueOrDefault(organisation, "No longer here")), $"£{Figures.TotalCost:N0} a year, from who pays to the steps", value => $"£{value:N0}", "money");
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        IEnumerable<string?[]> rows = [["Payer", "Organisation", "Step", "Pounds a year"], .. Rows.SelectMany(row => row.Payers.Select(payer => new[] { payer.Payer, row.Organisation, row.Step.Step.Name, payer.Cost.ToString("0.00") }))];
        await Response.WriteCsvAsync("money.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private async Task<bool> ReadAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return false;
        }

        Figures = PathwayFigures.Of(Desk.Open.Map, clock.Today());
        var names = await Desk.NamesAsync(Desk.Open.Map, cancel);
        Rows = [.. Figures.Steps.Where(step => step.CostPerYear > 0).OrderByDescending(step => step.CostPerYear)
            .Select(step => (step.Step.Accountable is { } organisation ? names.GetValueOrDefault(organisation, "An organisation that is no longer here") : "Nobody answers yet", step, step.ByPayer))];
        return true;
    }
}
