using System.Globalization;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Order;

/// <summary>Puts a stage at another place in the row.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public OrderForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    /// <summary>First, or after one of the other stages.</summary>
    public IReadOnlyList<SelectListItem> Places =>
        [new("First", "0"), .. Desk.Open.Map.Stages.Where(stage => stage.Id != Desk.It!.Id).Select((stage, i) => new SelectListItem($"After {stage.Name}", (i + 1).ToString(CultureInfo.InvariantCulture)))];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel) || !Desk.Open.MayDraw || !Desk.Take<Stage>(element))
        {
            return NotFound();
        }

        Form.Place = Desk.Open.Map.Stages.ToList().FindIndex(stage => stage.Id == element);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel) || !Desk.Take<Stage>(element))
        {
            return NotFound();
        }

        return ModelState.IsValid
            ? await Desk.FinishAsync(this, MapEdit.PlaceStage(Desk.Open.Map, element, Form.Place!.Value), PathwayLinks.InMap(id, n, element), "Form.Place", cancel)
            : Page();
    }
}
