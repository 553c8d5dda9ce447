using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Close;

/// <summary>Closes an organisation, with or without a successor, or takes a closing back.</summary>
[Requires(Permission.ManageProviders, Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    [BindProperty] public CloseForm Form { get; set; } = new();

    public Organisation It { get; private set; } = null!;

    public string? Successor { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var successor = Form.Successor.IsEmpty ? null : await Form.Successor.FindAsync(db.OrganisationsOf(current.Actor), ModelState, "Form.Successor", cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var tookOverOn = await db.Organisations.Where(o => o.SuccessorId == id).MaxAsync(o => o.ClosedOn, cancel);
        if (It.Close(Form.LastDay!.Value.EndAfter(), successor, tookOverOn).Refusal is { } refusal)
        {
            var field = refusal.Code is "succeeds-itself" or "successor-not-there" ? "Form.Successor.Typed" : "Form.LastDay";
            ModelState.AddModelError(field, refusal.Message);
            return Page();
        }

        return await SaveAsync($"{It.Name} closes: {Form.LastDay.Value.InWords()} is its last day{(successor is null ? "" : $", and {successor.Name} takes over its work")}", cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        // Nothing is asked but whether to do it.
        ModelState.Clear();
        if (It.Reopen().Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.LastDay", refusal.Message);
            return Page();
        }

        return await SaveAsync($"{It.Name} is open again", cancel);
    }

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancel)
    {
        var id = It.Id;
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ?? this.Conflict(Form, Saved());
        }

        return this.Done(message, OrganisationLinks.Details(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindKeptAsync(id, cancel) is not { } kept)
        {
            return NotFound();
        }

        It = kept.It;
        Successor = await db.Organisations.Where(o => o.Id == It.SuccessorId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        return current.Actor.Keeps(It.PartnershipId, kept.Kind.Function) ? null : Forbid();
    }

    private CloseForm Saved() => new() { Version = It.Version, LastDay = It.ClosedOn?.LastDay(), Successor = new OrganisationChoice { Typed = Successor } };
}
