using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Charts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Validation;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Benefits.Details;

/// <summary>One benefit: how far it has come, its values, and what is decided about it (S0-040).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, BenefitDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public ObserveForm Form { get; set; } = new();

    [BindProperty] public GiveUpForm GiveUp { get; set; } = new();

    public BenefitDesk Desk { get; } = desk;

    public string? Owner { get; private set; }

    public string? CoOwner { get; private set; }

    /// <summary>Null while there is nothing to draw.</summary>
    public string? Chart { get; private set; }

    public DateOnly Today { get; } = clock.Today();

    public bool MayChange => current.Actor.May(Permission.EditPathways);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid benefit, CancellationToken cancel) => await ReadAsync(id, benefit, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostObserveAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Form));
        return SaveAsync(id, benefit, "Form.On", () => Desk.Measure.Observe(new DatedValue(Form.Value!.Value, Form.On!.Value), Form.Note, current.Actor, Today, clock.GetUtcNow()), "The value is written down", cancel);
    }

    public Task<IActionResult> OnPostApproveAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(id, benefit, "", () => Desk.Benefit.Approve(Desk.Measure), "The benefit is approved", cancel);
    }

    public Task<IActionResult> OnPostAchieveAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(id, benefit, "", () => Desk.Benefit.Achieve(Desk.Measure), "The benefit is achieved", cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(GiveUp));
        return SaveAsync(id, benefit, "GiveUp.Reason", () => Desk.Benefit.Withdraw(GiveUp.Reason!.Trim()), "The benefit is withdrawn", cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, Guid benefit, string field, Func<Outcome> change, string done, CancellationToken cancel)
    {
        if (!MayChange)
        {
            return Forbid();
        }

        if (!await ReadAsync(id, benefit, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (change().Refusal is { } refusal)
        {
            ModelState.AddModelError(field, refusal.Message);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done(done, PathwayLinks.Benefit(id, benefit));
    }

    private async Task<string?> NameAsync(Guid? account, CancellationToken cancel) =>
        account is null ? null : await db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel);

    private async Task<bool> ReadAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(id, benefit, cancel))
        {
            return false;
        }

        Owner = await NameAsync(Desk.Measure.OwnerId, cancel);
        CoOwner = await NameAsync(Desk.Measure.CoOwnerId, cancel);
        Chart = MeasureChart.Svg(Desk.Measure, $"{Desk.Measure.Name}: {BenefitWords.Realised(Desk.Measure)} of the way from baseline to target");
        return true;
    }
}
