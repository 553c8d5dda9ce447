using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Experience.New;

/// <summary>Adds a session; what was told is added to it point by point.</summary>
[Requires(Permission.RecordExperience)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public SessionForm Form { get; set; } = new();

    public Pathway Pathway { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

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

        var now = clock.GetUtcNow();
        var session = new ExperienceSession(Guid.CreateVersion7(now), Pathway, Form.HeldOn!.Value, Form.Place.Tidy(), Form.Facilitator!.Trim(), Form.People!.Value, current.Actor.Name, now);
        db.ExperienceSessions.Add(session);
        await db.SaveChangesAsync(cancel);
        return this.Done("The session is added. Now write down what was told, point by point", PathwayLinks.Session(id, session.Id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Pathways.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        Pathway = found!;
        return found is not null;
    }
}
