using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Moves;

/// <summary>Connects two boxes of a map, or changes a move.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public MoveForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Organisations that the map names: between them a person may choose.</summary>
    public IReadOnlyDictionary<Guid, string> Named { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid? element, Guid? from, CancellationToken cancel)
    {
        Organisations = await Desk.OrganisationsAsync(cancel);
        var shown = await Desk.ShowAsync<MoveForm, Move>(this, id, n, element, form => Form = form ?? new() { From = from }, cancel);
        await OfferAsync(cancel);
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid? element, CancellationToken cancel)
    {
        Organisations = await Desk.OrganisationsAsync(cancel);
        MapDesk.Hold(ModelState, Organisations, ("Form.Gains", Form.Gains), ("Form.Loses", Form.Loses));
        MapDesk.Hold(ModelState, Organisations, [.. Form.Providers.Select(provider => ("Form.Providers", (Guid?)provider))]);
        var saved = await Desk.SaveAsync<MoveForm, Move>(this, id, n, element, Form, "Form.To", cancel);
        await OfferAsync(cancel);
        return saved;
    }

    private async Task OfferAsync(CancellationToken cancel)
    {
        if (Desk.Open is { } open)
        {
            Named = await Desk.NamesAsync(open.Map, cancel);
        }
    }
}
