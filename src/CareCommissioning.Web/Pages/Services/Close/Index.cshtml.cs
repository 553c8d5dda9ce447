using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.Close;

/// <summary>Closes a service, or takes a closing back.</summary>
[Requires(Permission.ManageProviders)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    [BindProperty] public CloseForm Form { get; set; } = new();

    public Service It { get; private set; } = null!;

    /// <summary>Placed with it now, as far as the reader may know.</summary>
    public int People { get; private set; }

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

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (It.Close(Form.On!.Value).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.On", refusal.Message);
            return Page();
        }

        return await SaveAsync($"{It.Name} closes: {Form.On.Value.LastDay().InWords()} is its last day", cancel);
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
            ModelState.AddModelError("Form.On", refusal.Message);
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

        return this.Done(message, ServiceLinks.Details(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Services.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        It = found;
        People = Market.IsSeenBy(current.Actor)
            ? await db.Placements.Where(p => p.ServiceId == id && p.Stage == PlacementStage.Started).Take(CountWords.Take).CountAsync(cancel)
            : 0;
        return It.IsKeptBy(current.Actor) ? null : Forbid();
    }

    private CloseForm Saved() => new() { Version = It.Version, On = It.ClosedOn };
}
