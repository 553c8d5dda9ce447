using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps;

/// <summary>Adds a step to a map, or changes what it is.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public StepForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Task<IActionResult> OnGetAsync(Guid id, int n, Guid? element, Guid? stage, CancellationToken cancel) =>
        Desk.ShowAsync<StepForm, Step>(this, id, n, element, form => Form = form ?? new() { Stage = stage }, cancel);

    public Task<IActionResult> OnPostAsync(Guid id, int n, Guid? element, CancellationToken cancel) =>
        Desk.SaveAsync<StepForm, Step>(this, id, n, element, Form, "Form.Name", cancel);
}
