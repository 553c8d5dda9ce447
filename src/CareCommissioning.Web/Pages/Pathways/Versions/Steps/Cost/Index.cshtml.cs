using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Steps.Cost;

/// <summary>What a step costs and who pays.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    [BindProperty] public CostForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Task<IActionResult> OnGetAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        Desk.ShowAsync<CostForm, Step>(this, id, n, element, form => Form = form ?? new(), cancel);

    public Task<IActionResult> OnPostAsync(Guid id, int n, Guid element, CancellationToken cancel) =>
        Desk.SaveAsync<CostForm, Step>(this, id, n, element, Form, "Form.Nhs", cancel);
}
