using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace CareCommissioning.Web.Pages.MyAccount.TwoStep.SetUp;

/// <summary>Sets two-step verification up, or moves it to another phone: scan, type one code, print the recovery codes.</summary>
/// <remarks>The new key goes along in the page, protected and bound to the account, and is stored only when a code proves that the app has it.</remarks>
[OpenWhile(PendingStep.SetUpTwoStep)]
public sealed class IndexModel(
    CareDbContext db, UserManager<Account> accounts, AccountStore store, CredentialCheck check, Sessions sessions, AccountEmails emails, IDataProtectionProvider protection, TimeProvider clock) : PageModel
{
    private const int QrPixels = 5;

    [BindProperty] public string? OneTimeCode { get; set; }

    /// <summary>The key being set up, protected.</summary>
    [BindProperty] public string? NewKeyToken { get; set; }

    [BindProperty] public PasswordConfirmation Confirmation { get; set; } = new();

    /// <summary>For the next page, which shows them once.</summary>
    [TempData] public string? NewCodes { get; set; }

    public string ReadableKey { get; private set; } = "";

    /// <summary>The QR code as a PNG picture in a data address.</summary>
    public string Picture { get; private set; } = "";

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        await ShowAsync(Authenticator.NewKey());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var session = HttpContext.Session()!;
        if (ReadKey(session.Actor.AccountId!.Value) is not { } key)
        {
            ModelState.AddModelError(nameof(OneTimeCode), "This page was open for too long. Scan the new picture and enter its code");
            await ShowAsync(Authenticator.NewKey());
            return Page();
        }

        var typed = new string([.. (OneTimeCode ?? "").Where(char.IsAsciiDigit)]);
        if (!await this.ConfirmedAsync(Confirmation, check, cancel))
        {
            await ShowAsync(key);
            return Page();
        }

        if (Authenticator.StepOfCode(key, typed, clock.GetUtcNow()) is not { } step)
        {
            ModelState.AddModelError(nameof(OneTimeCode), "This code is not right. Check that the clock of your phone sets itself, wait for the next code and enter that");
            await ShowAsync(key);
            return Page();
        }

        var account = (await accounts.FindByIdAsync(session.Actor.AccountId.Value.ToString()))!;
        await StoreAsync(account, key, step, session, cancel);
        return LocalRedirect(MyAccountLinks.RecoveryCodes);
    }

    private async Task StoreAsync(Account account, string key, long step, SessionState session, CancellationToken cancel)
    {
        await store.SetAuthenticatorKeyAsync(account, key, cancel);
        account.Credentials.StartAuthenticator(step);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        NewCodes = string.Join(' ', await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count) ?? []);
        var newKey = SecretKey.New();
        (await db.Sessions.SingleAsync(s => s.Id == session.Id, cancel)).PassTwoStep(newKey.Hash, clock.GetUtcNow());
        await sessions.EndAllAsync(account.Id, except: session.Id, SessionEnd.CredentialsChanged, cancel);
        db.OutboxEmails.Add(emails.TwoStepOn(account));
        await db.SaveChangesAsync(cancel);
        Sessions.Give(HttpContext, newKey);
    }

    private async Task ShowAsync(string key)
    {
        var account = HttpContext.Session()!.Actor.AccountId!.Value;
        var email = await db.Set<Credentials>().Where(c => c.AccountId == account).Select(c => c.Email).SingleAsync();
        ModelState.Remove(nameof(NewKeyToken));
        NewKeyToken = Protector(account).Protect(key);
        ReadableKey = Authenticator.Readable(key);
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Authenticator.Uri(key, "CareCommissioning", email), QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        Picture = "data:image/png;base64," + Convert.ToBase64String(code.GetGraphic(QrPixels));
    }

    private string? ReadKey(Guid account)
    {
        try
        {
            return NewKeyToken is null ? null : Protector(account).Unprotect(NewKeyToken);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Guid account) => protection.CreateProtector("CareCommissioning.NewAuthenticator", account.ToString());
}
