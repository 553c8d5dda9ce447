using System.Globalization;
using System.Text.Json;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Components.History;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Audit.Export;

/// <summary>
/// The filtered audit log as CSV, oldest first. The export is a line of the log itself, and asks for
/// the password unless it was given in the last few minutes (ASVS V7.5.3).
/// </summary>
[Requires(Permission.ExportAuditLog)]
[EnableRateLimiting(RateLimits.Heavy)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, CredentialCheck check, TimeProvider clock) : PageModel
{
    private static readonly string[] Columns =
        ["Line", "When (UTC)", "Who", "Role", "What", "Kind of record", "Identifier of the record", "Record changed", "Changes", "Reason", "Page", "Request", "Network address", "Hash"];

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilters Filters { get; set; } = new();

    [BindProperty] public PasswordConfirmation Confirmation { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!HttpContext.Session()!.IsConfirmed)
        {
            return Page();
        }

        var chain = current.Actor.PartnershipId!.Value;
        var details = JsonSerializer.Serialize(new { filters = Filters.Query });
        await db.Database.ExecuteSqlAsync($"select app.record_event('exported', 'audit_entries', {chain.ToString()}, {details}::jsonb)", cancel);
        var last = await db.AuditEntries.Where(e => e.ChainId == chain).MaxAsync(e => e.Sequence, cancel);
        var entries = (await Filters.ApplyAsync(db, chain, cancel)).Where(e => e.Sequence <= last).OrderBy(e => e.Sequence);

        await Response.WriteCsvAsync($"audit-log-{clock.Today():yyyy-MM-dd}.csv", entries.AsAsyncEnumerable().Select(Cells).Prepend(Columns), cancel);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await this.ConfirmedAsync(Confirmation, check, cancel) ? LocalRedirect(AuditLinks.Export + Filters.Query) : Page();

    private static string?[] Cells(AuditEntry entry) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        entry.ActorName,
        AuditWords.RoleName(entry.ActorRole),
        AuditWords.Action(entry.Action),
        AuditWords.Table(entry.RootTable),
        entry.RootId,
        $"{AuditWords.Table(entry.TableName)} {entry.RecordId}",
        entry.Changes,
        entry.Reason,
        entry.Page,
        entry.RequestId,
        entry.Address,
        Convert.ToHexStringLower(entry.Hash),
    ];
}
