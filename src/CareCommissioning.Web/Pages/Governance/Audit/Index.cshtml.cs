using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.History;
using CareCommissioning.Web.Components.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Governance.Audit;

/// <summary>Who did what and when, the newest first, for the information-governance lead (C18).</summary>
[Requires(Permission.ReadAuditLog)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>In the address without a prefix: <c>?who=…&amp;from=…</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilters Filters { get; set; } = new();

    public ListPage<AuditLine> Lines { get; private set; } = ListPage<AuditLine>.Empty;

    public bool MayExport { get; private set; }

    public async Task OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        // A filter that could not be read filters nothing.
        ModelState.Clear();
        MayExport = current.Actor.May(Permission.ExportAuditLog);
        var entries = await Filters.ApplyAsync(db, current.Actor.PartnershipId!.Value, cancel);
        Lines = await AuditReading.ReadPageAsync(db, entries, before, after, cancel);
    }
}
