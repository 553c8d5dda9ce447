using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams.Close;

/// <summary>Closes a team, or takes a closing back.</summary>
[Requires(Permission.ManageTeams)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public CloseForm Form { get; set; } = new();

    public Team It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return It.Close(Form.LastDay!.Value.EndAfter()).Refusal is { } refusal
            ? Refuse(refusal.Message)
            : await SaveAsync($"{It.Name} closes: {Form.LastDay.Value.InWords()} is its last day", cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        // Nothing is asked but whether to do it.
        ModelState.Clear();
        return It.Reopen().Refusal is { } refusal ? Refuse(refusal.Message) : await SaveAsync($"{It.Name} is open again", cancel);
    }

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError("Form.LastDay", message);
        return Page();
    }

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancel)
    {
        var id = It.Id;
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done(message, TeamLinks.Details(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Teams.SingleOrDefaultAsync(t => t.Id == id, cancel);
        It = found!;
        return found is not null;
    }

    private CloseForm Saved() => new() { Version = It.Version, LastDay = It.ClosedOn?.LastDay() };
}
