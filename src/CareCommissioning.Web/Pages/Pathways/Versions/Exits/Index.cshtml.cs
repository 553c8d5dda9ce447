using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Exits;

/// <summary>Adds an exit to a map, or changes it.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk) : PageModel
{
    [BindProperty] public ExitForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    /// <summary>Pathways that can go on from here.</summary>
    public IReadOnlyList<SelectListItem> Pathways { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid? element, Guid? stage, CancellationToken cancel)
    {
        await OfferAsync(id, cancel);
        return await Desk.ShowAsync<ExitForm, Exit>(this, id, n, element, form => Form = form ?? new() { Stage = stage }, cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid? element, CancellationToken cancel)
    {
        await OfferAsync(id, cancel);
        MapDesk.Hold(ModelState, Pathways, ("Form.ContinuesIn", Form.ContinuesIn));
        return await Desk.SaveAsync<ExitForm, Exit>(this, id, n, element, Form, "Form.Name", cancel);
    }

    private async Task OfferAsync(Guid pathway, CancellationToken cancel) =>
        Pathways = await db.Pathways.Where(p => p.Id != pathway).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(CareCommissioning.Web.Pages.Pathways.IndexModel.Most)
            .Select(p => new SelectListItem(p.Name, p.Id.ToString())).ToListAsync(cancel);
}
