using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Governance.Registers.Change;

/// <summary>Changes an open entry of a register.</summary>
[Requires(Permission.ViewRegisters)]
public sealed class IndexModel(CareDbContext db, RegisterDesk desk) : PageModel
{
    [BindProperty] public EntryForm Form { get; set; } = new();

    public RegisterDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken cancel)
    {
        if (await RefusedAsync(kind, id, cancel) is { } refused)
        {
            return refused;
        }

        Form = EntryForm.Of(Desk.Entry);
        await Desk.OfferAsync(Form, ModelState, isSent: false, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, Guid id, CancellationToken cancel)
    {
        if (await RefusedAsync(kind, id, cancel) is { } refused)
        {
            return refused;
        }

        await Desk.OfferAsync(Form, ModelState, isSent: true, cancel);
        if (ModelState.IsValid && Desk.Entry.Describe(Form.ToDescription()).Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await db.SaveEditAsync(Desk.Entry, Form.Version, cancel))
        {
            return this.Done($"The {Desk.Kind.Entry} is changed", RegisterLinks.Entry(kind, id));
        }

        return await Desk.FindAsync(kind, id, cancel) ? this.Conflict(Form, EntryForm.Of(Desk.Entry)) : NotFound();
    }

    private async Task<IActionResult?> RefusedAsync(string kind, Guid id, CancellationToken cancel)
    {
        if (!Desk.Keeps(kind))
        {
            return Forbid();
        }

        return await Desk.FindAsync(kind, id, cancel) ? null : NotFound();
    }
}
