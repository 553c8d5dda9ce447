using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Placements.Funding;

/// <summary>Writes down the weekly fee of a placement that has not started, and who pays which part of it.</summary>
[Requires(Permission.ManagePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public FundingForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

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

        var shares = FundingShares.Of(Form.Nhs ?? 0, Form.Council ?? 0, Form.Pooled ?? 0, Form.Other ?? 0, Form.Person ?? 0);
        var reference = string.IsNullOrWhiteSpace(Form.Reference) ? null : Form.Reference.Trim();
        var refusal = shares.Refusal ?? It.AgreeTerms(Guid.CreateVersion7(clock.GetUtcNow()), Form.WeeklyFee!.Value, shares.Value!, reference).Refusal;
        if (refusal is not null)
        {
            ModelState.AddModelError(FieldOf(refusal.Code), refusal.Message);
            return Page();
        }

        // Only the terms may have changed: the placement is saved with them, so that its version is checked.
        db.Entry(It).Property(p => p.Stage).IsModified = true;
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done($"The fee is {PlacementWords.AWeek(Form.WeeklyFee!.Value)}, {PlacementWords.Pounds(Fees.Annual(Form.WeeklyFee.Value))} a year", It.NextPage());
    }

    private static string FieldOf(string code) => code switch
    {
        "shares-do-not-sum" => "Form.Nhs",
        "section-117-is-free" => "Form.Person",
        _ => "Form.WeeklyFee",
    };

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.FindPlacementAsync(id, cancel);
        It = found!;
        return found is not null;
    }

    private FundingForm Saved() => It.LatestTerms is { } terms
        ? new()
        {
            Version = It.Version,
            WeeklyFee = terms.WeeklyFee,
            Nhs = terms.NhsShare,
            Council = terms.CouncilShare,
            Pooled = terms.PooledShare,
            Other = terms.OtherShare,
            Person = terms.PersonShare,
            Reference = terms.Reference,
        }
        : new() { Version = It.Version };
}
