using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.MyAccount.TwoStep.Codes;

/// <summary>Makes recovery codes and shows them this one time; only their hashes are kept.</summary>
[OpenWhile(PendingStep.AcceptableUse)]
public sealed class IndexModel(CareDbContext db, UserManager<Account> accounts, CredentialCheck check, AccountEmails emails) : PageModel
{
    [BindProperty] public PasswordConfirmation Confirmation { get; set; } = new();

    /// <summary>Shown after they are made; empty before.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    [TempData] public string? NewCodes { get; set; }

    public bool TwoStepIsOn { get; private set; }

    public async Task OnGetAsync()
    {
        TwoStepIsOn = (await FindAsync()).Credentials.TwoStepEnabled;
        Codes = NewCodes?.Split(' ') ?? [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await this.ConfirmedAsync(Confirmation, check, cancel))
        {
            TwoStepIsOn = true;
            return Page();
        }

        var account = await FindAsync();
        if (!account.Credentials.TwoStepEnabled)
        {
            return LocalRedirect(MyAccountLinks.TwoStep);
        }

        // Shown by the next page: the notice's cookie is encrypted, and gone once read.
        NewCodes = string.Join(' ', await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count) ?? []);
        db.OutboxEmails.Add(emails.NewRecoveryCodes(account));
        await db.SaveChangesAsync(cancel);
        return LocalRedirect(MyAccountLinks.RecoveryCodes);
    }

    private async Task<Account> FindAsync() => (await accounts.FindByIdAsync(HttpContext.Session()!.Actor.AccountId!.Value.ToString()))!;
}
