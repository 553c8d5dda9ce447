using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Placements.Approve;

/// <summary>A commissioner agrees to fee and funders of a placement, knowing the need and not the name.</summary>
[Requires(Permission.ApprovePlacements)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public ApproveForm Form { get; set; } = new();

    public Placement It { get; private set; } = null!;

    public PlacementPlace Place { get; private set; } = null!;

    /// <summary>Age and postcode district.</summary>
    public string Need { get; private set; } = "";

    /// <summary>Why there is nothing to approve; null when there is.</summary>
    public string? Refused => It switch
    {
        { ApprovedAt: not null } => PlacementRefusals.AlreadyApproved.Message,
        { Stage: not (PlacementStage.Matched or PlacementStage.Started) } => PlacementRefusals.NothingToApprove.Message,
        { Missing.Count: > 0 } => $"The team has not written everything down yet: {string.Join(", ", It.Missing.Select(m => m.Name()))}",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = new ApproveForm { Version = It.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (It.Approve(current.Actor.AccountId!.Value, clock.GetUtcNow()).Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? ShowAgain() : NotFound();
        }

        return this.Done($"You approved {PlacementWords.AWeek(It.LatestTerms!.WeeklyFee)}", PlacementLinks.Details(id));
    }

    /// <summary>What was read is not what would be approved: it is read again first.</summary>
    private PageResult ShowAgain()
    {
        ModelState.Remove("Form.Version");
        Form.Version = It.Version;
        ModelState.AddModelError("", "Somebody changed this placement while you read. This is how it stands now: read it again before you approve");
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindPlacementAsync(id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Place = await PlacementPlace.WithFullnessAsync(db, It, cancel);
        var person = await db.People.Where(p => p.Id == It.PersonId).Select(p => new { p.BirthYear, p.PostcodeDistrict }).SingleAsync(cancel);
        Need = $"{AgeBand.Of(person.BirthYear, clock.Today())}{(person.PostcodeDistrict is { } district ? $", from {district}" : "")}";
        return true;
    }
}
