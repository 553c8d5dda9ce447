using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Remove;

/// <summary>Takes an element off a map, once it was asked. It can be undone.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    /// <summary>Moves that go with the box.</summary>
    public IReadOnlyList<Move> Moves => Desk.It is MapNode node ? [.. Desk.Open.Map.To(node.Id), .. Desk.Open.Map.From(node.Id)] : [];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        await Desk.ReadAsync(id, n, cancel) && Desk.Open.MayDraw && Desk.Take<MapElement>(element) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel) || !Desk.Take<MapElement>(element))
        {
            return NotFound();
        }

        return await Desk.FinishAsync(this, MapEdit.Remove(Desk.Open.Map, element), Desk.Open.Link, "", cancel);
    }
}
