using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Stages;

/// <summary>Adds a stage to a map, or changes its name.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public StageForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Task<IActionResult> OnGetAsync(Guid id, int n, Guid? element, CancellationToken cancel) =>
        Desk.ShowAsync<StageForm, Stage>(this, id, n, element, form => Form = form ?? new(), cancel);

    public Task<IActionResult> OnPostAsync(Guid id, int n, Guid? element, CancellationToken cancel) =>
        Desk.SaveAsync<StageForm, Stage>(this, id, n, element, Form, "Form.Name", cancel);
}
