using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Moves;

/// <summary>Connects two boxes of a map, or changes a move.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public MoveForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Task<IActionResult> OnGetAsync(Guid id, int n, Guid? element, Guid? from, CancellationToken cancel) =>
        Desk.ShowAsync<MoveForm, Move>(this, id, n, element, form => Form = form ?? new() { From = from }, cancel);

    public Task<IActionResult> OnPostAsync(Guid id, int n, Guid? element, CancellationToken cancel) =>
        Desk.SaveAsync<MoveForm, Move>(this, id, n, element, Form, "Form.To", cancel);
}
