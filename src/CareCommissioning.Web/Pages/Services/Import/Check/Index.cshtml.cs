using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.Import.Check;

/// <summary>Shows what an uploaded directory would do, and does it once somebody has looked (C12).</summary>
[Requires(Permission.ManageProviders)]
[EnableRateLimiting(RateLimits.Heavy)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>Faults and changes shown; the download has all faults.</summary>
    public const int MostShown = 100;

    /// <summary>Local authorities whose locations are brought in.</summary>
    [BindProperty(SupportsGet = true, Name = "authority")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Of what was looked at, so that this and nothing else is done.</summary>
    [BindProperty] public string? Fingerprint { get; set; }

    public Guid Id { get; private set; }

    public DirectoryCheck It { get; private set; } = null!;

    public DirectoryPlan Plan => It.Plan;

    /// <summary>"Import 12 services and leave out 3 rows".</summary>
    public string ImportWords => $"Import {ServiceWords.Services(Plan.ToImport)}{(Plan.Faults.Count > 0 ? $" and leave out {ServiceWords.Rows(Plan.FailingRows)}" : "")}";

    /// <summary>Keeps the chosen local authorities in the address of the download.</summary>
    public string Query => Request.QueryString.ToString();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Plan.ToImport == 0)
        {
            ModelState.AddModelError("", "There is nothing to import");
            return Page();
        }

        if (Plan.Fingerprint != Fingerprint)
        {
            return ShowChanged();
        }

        try
        {
            await new ImportCareDirectory(db, clock).WriteAsync(Plan, cancel);
        }
        catch (DbUpdateException failed) when (failed is DbUpdateConcurrencyException || failed.IsTaken(Constraints.ServiceLocation) || failed.IsTaken(Constraints.OrganisationCode))
        {
            db.ChangeTracker.Clear();
            return await FindAsync(id, cancel) ? ShowChanged() : NotFound();
        }

        return this.Done($"{ServiceWords.Services(Plan.ToImport)} imported: {Plan.NewServices.Count:N0} new, {Plan.Changes.Count:N0} brought up to date", ServiceLinks.List);
    }

    private PageResult ShowChanged()
    {
        ModelState.AddModelError("", "Somebody changed the services here since you looked. This is what the file would do now");
        ModelState.Remove(nameof(Fingerprint));
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Id = id;
        if (await DirectoryCheck.LoadAsync(db, clock, id, Chosen, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        return true;
    }
}
