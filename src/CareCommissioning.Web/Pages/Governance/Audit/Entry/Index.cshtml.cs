using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.History;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Audit.Entry;

/// <summary>One line of the audit log with everything it holds: each field before and after, where it came from, and its place in the chain.</summary>
[Requires(Permission.ReadAuditLog)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    public AuditLine Line { get; private set; } = null!;

    /// <summary>Where the person worked, by name.</summary>
    public string? Organisation { get; private set; }

    public async Task<IActionResult> OnGetAsync(long sequence, CancellationToken cancel)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.ChainId == current.Actor.PartnershipId && e.Sequence == sequence).Take(1).ToListAsync(cancel);
        if (entries.Count == 0)
        {
            return NotFound();
        }

        Line = (await AuditReading.ReadAsync(db, entries, cancel))[0];
        Organisation = await db.Organisations.Where(o => o.Id == Line.Entry.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        return Page();
    }
}
