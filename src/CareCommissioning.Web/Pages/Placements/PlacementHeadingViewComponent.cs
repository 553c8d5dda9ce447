using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Identities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements;

/// <summary>The heading of a page about a placement, with whom and where it is about: <c>&lt;vc:placement-heading placement="…" title="Review" /&gt;</c></summary>
/// <remarks>
/// The name only for those who may see it, and each showing of it is logged. It is read while the page is drawn, not by the handler: a form that is shown
/// again was rolled back by then, and the line in the log would be gone though the name was seen.
/// </remarks>
public sealed class PlacementHeadingViewComponent(CareDbContext db, IdentityVault vault, CurrentActor current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid placement, string title)
    {
        var cancel = HttpContext.RequestAborted;
        var it = await (
            from p in db.Placements
            where p.Id == placement
            join person in db.People on p.PersonId equals person.Id
            select new { p.PersonId, person.Number, Service = db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.Name).FirstOrDefault() }).SingleAsync(cancel);
        var reference = Person.ReferenceOf(it.Number);
        var name = current.Actor.Kind is ActorKind.Team or ActorKind.Provider ? (await db.OpenIdentityAsync(vault, it.PersonId, cancel))?.Name : null;
        return View(new PlacementHeading(title, name is null ? reference : $"{name} ({reference})", it.Service));
    }
}

/// <summary>What the component shows.</summary>
/// <param name="Who">"Aaron Abara (P-000123)", or the reference alone.</param>
/// <param name="Service">Null while none has been found.</param>
public sealed record PlacementHeading(string Title, string Who, string? Service);
