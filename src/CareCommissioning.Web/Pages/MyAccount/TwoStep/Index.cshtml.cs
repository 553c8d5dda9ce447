using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.MyAccount.TwoStep;

/// <summary>Whether two-step verification is on; new recovery codes; taking it off where the role allows.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(CareDbContext db, UserManager<Account> accounts, CredentialCheck check, Sessions sessions, AccountEmails emails, DemonstrationMode demonstration) : PageModel
{
    [BindProperty] public PasswordConfirmation Confirmation { get; set; } = new();

    public bool IsOn { get; private set; }

    /// <summary>The role needs it, so it cannot be taken off.</summary>
    public bool IsNeeded { get; private set; }

    public int CodesLeft { get; private set; }

    public async Task OnGetAsync() => await FindAsync();

    /// <summary>Takes two-step verification off and ends every other session.</summary>
    public async Task<IActionResult> OnPostTurnOffAsync(CancellationToken cancel)
    {
        var confirmed = await this.ConfirmedAsync(Confirmation, check, cancel, always: true);
        var account = await FindAsync();
        if (IsNeeded)
        {
            return Forbid();
        }

        if (!IsOn)
        {
            return LocalRedirect(MyAccountLinks.TwoStep);
        }

        if (!confirmed)
        {
            return Page();
        }

        account.Credentials.TurnTwoStepOff();
        await accounts.UpdateSecurityStampAsync(account);
        await sessions.EndAllAsync(account.Id, except: HttpContext.Session()!.Id, SessionEnd.CredentialsChanged, cancel);
        db.OutboxEmails.Add(emails.TwoStepOff(account));
        await db.SaveChangesAsync(cancel);
        return this.Done("Two-step verification is off", MyAccountLinks.TwoStep);
    }

    private async Task<Account> FindAsync()
    {
        var session = HttpContext.Session()!;
        var account = (await accounts.FindByIdAsync(session.Actor.AccountId!.Value.ToString()))!;
        IsOn = account.Credentials.TwoStepEnabled;
        IsNeeded = account.Role.Describe().SeesIdentifiablePeople && !demonstration.IsOn;
        CodesLeft = account.Credentials.RecoveryCodes.Count;
        return account;
    }
}
