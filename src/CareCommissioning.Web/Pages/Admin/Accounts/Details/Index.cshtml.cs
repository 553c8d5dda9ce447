using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Common;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Admin.Accounts.Details;

/// <summary>One account, and what its approver or administrator may do with it. Nobody does any of it to themselves.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, CredentialCheck check, Sessions sessions, AccountEmails emails, TimeProvider clock) : PageModel
{
    private const int MaxReason = 500;

    /// <summary>Why, for the log; asked where somebody is signed out, or an account switched off or on.</summary>
    [BindProperty] public string? Reason { get; set; }

    [BindProperty] public PasswordConfirmation Confirmation { get; set; } = new();

    public Account It { get; private set; } = null!;

    public string Organisation { get; private set; } = "";

    public int OpenSessions { get; private set; }

    public bool IsSelf => It.Id == current.Actor.AccountId;

    public bool IsLocked => It.Credentials.IsLockedAt(clock.GetUtcNow());

    /// <summary>Another approver has asked to take two-step verification off, and this person may confirm it.</summary>
    public bool MayConfirmReset => It.Credentials.ResetAskedBy(clock.GetUtcNow()) is { } asked && asked != current.Actor.AccountId;

    /// <summary>This person has asked, and another approver has not confirmed yet.</summary>
    public bool ResetWaits => It.Credentials.ResetAskedBy(clock.GetUtcNow()) is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, "The account is switched off, and its sessions have ended", needsReason: true, async () =>
    {
        await sessions.EndAllAsync(id, except: null, SessionEnd.EndedByApprover, cancel);
        return It.Disable(current.Actor, clock.GetUtcNow());
    }, cancel);

    public Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, "The account is switched on", needsReason: true, () => Task.FromResult(It.Enable(current.Actor)), cancel);

    public Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, "The account is no longer locked", needsReason: false, () =>
    {
        It.Credentials.Unlock();
        return Task.FromResult(Outcome.Done);
    }, cancel);

    public Task<IActionResult> OnPostEndSessionsAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, "The person is signed out everywhere", needsReason: true, async () =>
    {
        await sessions.EndAllAsync(id, except: null, SessionEnd.EndedByApprover, cancel);
        await db.RecordAsync(AccountEvents.SessionsEnded, id, new { }, cancel);
        return Outcome.Done;
    }, cancel);

    public Task<IActionResult> OnPostAskResetAsync(Guid id, CancellationToken cancel) =>
        ConfirmedChangeAsync(id, "Asked. Another approver must confirm it", () => Task.FromResult(It.Credentials.AskForTwoStepReset(current.Actor, clock.GetUtcNow())), cancel);

    public Task<IActionResult> OnPostConfirmResetAsync(Guid id, CancellationToken cancel) => ConfirmedChangeAsync(id, "Two-step verification is off, and the person is signed out everywhere", async () =>
    {
        await db.Entry(It.Credentials).Collection(c => c.RecoveryCodes).LoadAsync(cancel);
        var outcome = It.Credentials.ConfirmTwoStepReset(current.Actor, clock.GetUtcNow());
        if (outcome.Succeeded)
        {
            await sessions.EndAllAsync(id, except: null, SessionEnd.EndedByApprover, cancel);
            db.OutboxEmails.Add(emails.TwoStepOff(It));
        }

        return outcome;
    }, cancel);

    private async Task<IActionResult> ConfirmedChangeAsync(Guid id, string done, Func<Task<Outcome>> change, CancellationToken cancel)
    {
        var confirmed = await this.ConfirmedAsync(Confirmation, check, cancel);
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        return confirmed ? await ChangeAsync(id, done, needsReason: false, change, cancel) : Page();
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string done, bool needsReason, Func<Task<Outcome>> change, CancellationToken cancel)
    {
        if (It is null && !await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var reason = Reason?.Trim() ?? "";
        if (needsReason && reason.Length is 0 or > MaxReason)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? "Say why: it stands in the log" : $"The reason must be {MaxReason} characters or fewer");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (IsSelf)
        {
            ModelState.AddModelError("", AccountRefusals.NotForYourself.Message);
            return Page();
        }

        if (needsReason)
        {
            await db.GiveReasonAsync(reason, cancel);
        }

        if ((await change()).Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done(done, AdministrationLinks.Account(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Managed(current).Include(a => a.Credentials).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } account)
        {
            return false;
        }

        It = account;
        Organisation = await db.Organisations.Where(o => o.Id == account.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancel) ?? "";
        OpenSessions = await sessions.Live(id, clock.GetUtcNow()).CountAsync(cancel);
        return true;
    }
}
