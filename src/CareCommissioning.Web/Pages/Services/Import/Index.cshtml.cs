using System.Diagnostics.CodeAnalysis;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Services.Import;

/// <summary>Takes a care directory, keeps it for a week, and leads to what it would do (C12).</summary>
[Requires(Permission.ManageProviders)]
[EnableRateLimiting(RateLimits.Heavy)]
[SuppressMessage("Security", "S5693", Justification = "It is limited: to 10 MB and a little, for one account 30 times a minute.")]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>The largest file and the form around it, with room to tell somebody whose file is a little larger.</summary>
    private const int MaxRequest = CheckedUpload.MaxBytes + (1024 * 1024);

    private const int MostRecent = 10;

    [BindProperty] public UploadForm Form { get; set; } = new();

    public IReadOnlyList<UploadRow> Recent { get; private set; } = [];

    /// <summary>"“Location ID” or “location_id”": as the newer layout has it first.</summary>
    public static string InWords(DirectoryColumn column) => string.Join(" or ", column.Headings.Reverse().Select(heading => $"“{heading}”"));

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        using var content = new MemoryStream();
        await Form.File!.CopyToAsync(content, cancel);
        var bytes = content.ToArray();
        if (DirectoryFile.Read(bytes).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.File", refusal.Message);
            return await ShowAsync(cancel);
        }

        var now = clock.GetUtcNow();
        var upload = CheckedUpload.Of(Guid.CreateVersion7(now), current.Actor.PartnershipId!.Value, current.Actor.AccountId!.Value, Form.File.FileName, bytes, now);
        db.CheckedUploads.Add(upload.Value!);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(ServiceLinks.Check(upload.Value!.Id));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Recent = await db.CheckedUploads.OrderByDescending(u => u.UploadedAt).Take(MostRecent)
            .Select(u => new UploadRow(u.Id, u.FileName, db.Accounts.Where(a => a.Id == u.UploadedBy).Select(a => a.DisplayName).FirstOrDefault() ?? "Somebody who has left", u.UploadedAt))
            .ToListAsync(cancel);
        return Page();
    }
}

/// <summary>A file that was looked at.</summary>
public sealed record UploadRow(Guid Id, string FileName, string By, DateTimeOffset At);
