using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.People;

/// <summary>Who works in a step, who comes in, and what everybody brings.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public PeopleForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        Desk.ShowAsync<PeopleForm, Step>(this, id, n, element, form => Form = form ?? new(), cancel);

    public Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        Desk.SaveAsync<PeopleForm, Step>(this, id, n, element, Form, "Form.Staff", cancel);
}
