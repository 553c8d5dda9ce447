using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Csv;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CareCommissioning.Web.Pages.Services.Import.FailingRows;

/// <summary>The rows of an uploaded directory that have a fault, as CSV with the reasons in a column more (C12).</summary>
[Requires(Permission.ManageProviders)]
[EnableRateLimiting(RateLimits.Heavy)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "authority")]
    public List<string> Chosen { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await DirectoryCheck.LoadAsync(db, clock, id, Chosen, cancel) is not { } check)
        {
            return NotFound();
        }

        await Response.WriteCsvAsync("failing-rows.csv", check.File.FailingRows(check.Plan.Faults).ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }
}
