using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Flow;

/// <summary>How many people a year go which way: a picture of bands, and the same as a table and a file.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public MapFlow Flow { get; private set; } = null!;

    public string Picture { get; private set; } = "";

    /// <summary>What the picture shows, in a sentence.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>Moves that lead back: not drawn, and told in the table.</summary>
    public IReadOnlySet<Guid> Back { get; private set; } = new HashSet<Guid>();

    /// <summary>The most taken first.</summary>
    public IReadOnlyList<MoveFlow> Moves => [.. Flow.Moves.Where(move => move.PerYear > 0).OrderByDescending(move => move.PerYear)];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var map = Desk.Open.Map;
        Flow = MapFlow.Of(map);
        var plan = BandPlan.Of(map, Flow);
        Back = plan.Left.Select(move => move.Move.Id).ToHashSet();
        Headline = Moves is [var most, ..] ? $"{Flow.EnteringPerYear:N0} people enter in a year; the most taken way is from {map.NameOf(most.Move)} ({most.PerYear:N0})" : "Nobody goes anywhere yet";
        Picture = plan.Bars.Count == 0 ? "" : BandPicture.Svg(plan, Headline, value => $"{value:N0} a year", "flow");
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var map = Desk.Open.Map;
        Flow = MapFlow.Of(map);
        IEnumerable<string?[]> rows = [["From", "To", "People a year", "Share of those who leave %"], .. Moves.Select(move => new[] { map.Node(move.Move.From)!.Name, map.Node(move.Move.To)!.Name, move.PerYear.ToString("0.##"), Share(move).ToString("0.##") })];
        await Response.WriteCsvAsync("flow.csv", rows.ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    /// <summary>Per cent of those who leave the box; above 0.</summary>
    public double Share(MoveFlow move) => 100 * move.PerYear / Flow.At(move.Move.From);
}
