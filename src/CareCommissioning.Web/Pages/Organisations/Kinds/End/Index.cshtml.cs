using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Kinds.End;

/// <summary>Ends a kind of organisation: from a day on none of it can be registered.</summary>
[Requires(Permission.ManageOrganisationKinds)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public EndForm Form { get; set; } = new();

    public OrganisationKind It { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancel)
    {
        if (!await FindAsync(code, cancel))
        {
            return NotFound();
        }

        var successor = Form.Successor is null ? null : await db.OrganisationKinds.SingleOrDefaultAsync(k => k.Code == Form.Successor, cancel);
        if (Form.Successor is not null && successor is null)
        {
            ModelState.AddModelError("Form.Successor", "Choose a kind from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tookOverOn = await db.OrganisationKinds.Where(k => k.SuccessorCode == code).MaxAsync(k => k.ValidTo, cancel);
        if (It.CloseOn(Form.LastDay!.Value.EndAfter(), successor, tookOverOn).Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal.Code is "succeeds-itself" or "successor-not-there" ? "Form.Successor" : "Form.LastDay", refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(code, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done($"{It.Name} ends: {Form.LastDay.Value.InWords()} is its last day", OrganisationLinks.Kinds);
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancel)
    {
        if (await db.OrganisationKinds.SingleOrDefaultAsync(k => k.Code == code, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        var others = await db.OrganisationKinds.AsNoTracking().Where(k => k.Code != code).OrderBy(k => k.Name).Take(OrganisationFilters.MostKinds).ToListAsync(cancel);
        Successors = [.. others.Select(k => new SelectListItem(k.NameWithYears(), k.Code))];
        return true;
    }

    private EndForm Saved() => new() { Version = It.Version, LastDay = It.ValidTo?.LastDay(), Successor = It.SuccessorCode };
}
