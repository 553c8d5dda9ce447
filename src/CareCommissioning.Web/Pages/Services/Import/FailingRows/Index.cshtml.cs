using System.Text;
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
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    [BindProperty(SupportsGet = true, Name = "authority")]
    public List<string> Chosen { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await DirectoryCheck.LoadAsync(db, clock, id, Chosen, cancel) is not { } check)
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"failing-rows.csv\"";
        var writer = new StreamWriter(Response.Body, WithMark);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var row in check.File.FailingRows(check.Plan.Faults))
            {
                await writer.WriteLineAsync(row);
            }
        }

        return new EmptyResult();
    }
}
