using System.Diagnostics.CodeAnalysis;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Pages.Services.Import;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Import;

/// <summary>Takes a file with a map, keeps it for a week, and leads to what it would do.</summary>
[Requires(Permission.EditPathways)]
[EnableRateLimiting(RateLimits.Heavy)]
[SuppressMessage("Security", "S5693", Justification = "It is limited: to 10 MB and a little, for one account 30 times a minute.")]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    private const int MaxRequest = CheckedUpload.MaxBytes + (1024 * 1024);

    [BindProperty] public UploadForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

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

        using var content = new MemoryStream();
        await Form.File!.CopyToAsync(content, cancel);
        var bytes = content.ToArray();
        var file = PathwayFile.Read(bytes);
        if (file.Refusal is not null && file.Report.Count == 0)
        {
            ModelState.AddModelError("Form.File", file.Refusal);
            return Page();
        }

        var now = clock.GetUtcNow();
        var upload = CheckedUpload.Of(Guid.CreateVersion7(now), current.Actor.PartnershipId!.Value, current.Actor.AccountId!.Value, Form.File.FileName, bytes, now);
        db.CheckedUploads.Add(upload.Value!);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(PathwayLinks.Check(id, upload.Value!.Id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var name = await db.Pathways.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancel);
        Name = name ?? "";
        return name is not null;
    }
}
