using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Fee;

/// <summary>A commissioner changes fee and funders of a running placement from a day; what was paid before stays (rules E9).</summary>
[Requires(Permission.ApprovePlacements)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty] public FeeForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = It.LatestTerms is { } terms ? FeeForm.Of(terms, It.Version) : Form;
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

        if (Change() is { } refusal)
        {
            ModelState.AddModelError(FieldOf(refusal), refusal.Message);
            return Page();
        }

        // The terms are rows of their own: the placement is written too, so that its version tells who came first.
        db.Entry(It).Property(p => p.Stage).IsModified = true;
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, FeeForm.Of(It.LatestTerms!, It.Version)) : NotFound();
        }

        return this.Done($"The fee is {PlacementWords.AWeek(Form.WeeklyFee!.Value)} from {Form.From.InWords()}", PlacementLinks.Details(id));
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "terms-too-early" or "starts-too-far-ahead" => "Form.From",
        "fee-out-of-range" => "Form.WeeklyFee",
        "shares-do-not-sum" or "share-out-of-range" => "Form.Nhs",
        "section-117-is-free" => "Form.Person",
        _ => "",
    };

    private Refusal? Change()
    {
        if (Form.From > clock.Today().AddDays(Placement.FurthestAhead))
        {
            return PlacementRefusals.StartsTooFarAhead;
        }

        var shares = Form.Shares;
        return shares.Refusal ?? It.ChangeTerms(Guid.CreateVersion7(clock.GetUtcNow()), Form.From!.Value, Form.WeeklyFee!.Value, shares.Value!, Form.Reference?.Trim()).Refusal;
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Placements.Include(p => p.Terms).SingleOrDefaultAsync(p => p.Id == id, cancel);
        It = found!;
        return found is not null;
    }
}
