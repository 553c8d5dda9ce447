using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Leaflet;

/// <summary>One step told to those who come to it: what it is, how one gets there, what one can choose, what happens afterwards; one page to print (S0-023, C29, S2-060).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public Step It => (Step)Desk.It!;

    /// <summary>Who answers for it; null while nobody does.</summary>
    public string? Accountable { get; private set; }

    /// <summary>Choices that lead here or that follow.</summary>
    public IEnumerable<ChoicePoint> Choices => Desk.Open.Map.ChoicePoints.Where(choice =>
        Desk.Open.Map.Moves.Any(move => (move.From == choice.Id && move.To == It.Id) || (move.From == It.Id && move.To == choice.Id)));

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel) || !Desk.Take<Step>(element))
        {
            return NotFound();
        }

        Accountable = It.Accountable is { } organisation ? (await Desk.NamesAsync(Desk.Open.Map, cancel)).GetValueOrDefault(organisation) : null;
        return Page();
    }

    /// <summary>Where somebody comes from: another step, or a choice.</summary>
    public string Whence(Move move) => Desk.Open.Map.Node(move.From) is ChoicePoint choice ? $"By the choice “{choice.Name}”" : $"From {NameOf(move.From)}";

    /// <summary>The name of the box at one end of a move.</summary>
    public string NameOf(Guid node) => Desk.Open.Map.Node(node)!.Name;
}
