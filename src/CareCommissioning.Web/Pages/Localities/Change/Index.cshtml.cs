using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Localities.Change;

/// <summary>Changes a locality, or deletes one that nothing refers to.</summary>
[Requires(Permission.ManageLocalities)]
public sealed class IndexModel(CareDbContext db) : PageModel
{
    [BindProperty] public LocalityForm Form { get; set; } = new();

    public Locality It { get; private set; } = null!;

    /// <summary>Whether something refers to it, so that it cannot be deleted.</summary>
    public bool IsInUse { get; private set; }

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

        It.Describe(Form.Name!.Trim(), Form.AreaCode?.Trim());
        return await SaveAsync($"{It.Name} is changed", cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Clear();
        db.Localities.Remove(It);
        return await SaveAsync($"{It.Name} is deleted", cancel);
    }

    private async Task<IActionResult> SaveAsync(string message, CancellationToken cancel)
    {
        var id = It.Id;
        try
        {
            if (!await db.SaveEditAsync(It, Form.Version, cancel))
            {
                return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
            }

            return this.Done(message, LocalityLinks.List);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.LocalityName))
        {
            ModelState.AddModelError("Form.Name", LocalityForm.NameIsTaken);
            return Page();
        }
        catch (DbUpdateException failed) when (failed.IsReferredTo())
        {
            IsInUse = true;
            ModelState.AddModelError("Form.Name", "Teams refer to this locality, so it cannot be deleted");
            return Page();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Localities.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        IsInUse = await db.Teams.AnyAsync(t => t.LocalityId == id, cancel);
        return true;
    }

    private LocalityForm Saved() => new() { Version = It.Version, Name = It.Name, AreaCode = It.AreaCode };
}
