using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Components.History;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Components.Conflicts;

/// <summary>Who last changed the record of an edit that came too late, and when: <c>&lt;vc:last-change /&gt;</c>. Nothing where the reader may not know.</summary>
/// <remarks>Only changes since the form was made: an older one did not overtake it, though it may be the last that the reader may see.</remarks>
public sealed class LastChangeViewComponent(CareDbContext db, CurrentActor current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (db.Overtaken is not var (table, record) || OncePerForm.MadeAt(Request) is not { } made)
        {
            return Content("");
        }

        var cancel = HttpContext.RequestAborted;
        var latest = await db.AuditEntries.AsNoTracking().Where(e => e.TableName == table && e.RecordId == record && e.At >= made)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(1).ToListAsync(cancel);
        return await AuditReading.ReadAsync(db, latest, cancel) is [var line]
            ? View(new LastChange(line.Entry.ActorId == current.Actor.AccountId ? "you, in another window" : line.Who, line.Entry.At))
            : Content("");
    }
}

/// <summary>What the component shows.</summary>
public sealed record LastChange(string Who, DateTimeOffset At);
