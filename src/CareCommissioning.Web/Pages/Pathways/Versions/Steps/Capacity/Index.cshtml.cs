using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Capacity;

/// <summary>How much of a step there is, and how long people spend in it.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public CapacityForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        Desk.ShowAsync<CapacityForm, Step>(this, id, n, element, form => Form = form ?? new(), cancel);

    public Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        Desk.SaveAsync<CapacityForm, Step>(this, id, n, element, Form, "Form.Capacity", cancel);
}
