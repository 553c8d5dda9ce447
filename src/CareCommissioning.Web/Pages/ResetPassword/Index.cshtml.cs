using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CareCommissioning.Web.Pages.ResetPassword;

/// <summary>Chooses a new password with a link from the e-mail. Every session ends; two-step verification stays on, and nobody is signed in by it.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.SignInLimit)]
public sealed class IndexModel(CareDbContext db, UserManager<Account> accounts, ResetLinks links, Sessions sessions, AccountEmails emails) : PageModel
{
    [BindProperty] public NewPasswordForm Form { get; set; } = new();

    /// <summary>The link's secret.</summary>
    [BindProperty(SupportsGet = true)] public string? Key { get; set; }

    public bool LinkWorks { get; private set; }

    /// <summary>The page works for nobody who is signed in: their eyes would not see the link's account.</summary>
    public bool SignedIn => HttpContext.Session() is not null;

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        LinkWorks = !SignedIn && await FindAsync() is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (SignedIn)
        {
            return Page();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await FindAsync() is not { } account)
        {
            return Page();
        }

        LinkWorks = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var changed = await accounts.ResetPasswordAsync(account, Key!, Form.NewPassword!);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("Form.NewPassword", changed.Errors.First().Description);
            return Page();
        }

        account.Credentials.Unlock();
        await sessions.EndAllAsync(account.Id, except: null, SessionEnd.CredentialsChanged, cancel);
        db.OutboxEmails.Add(emails.PasswordChanged(account));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return this.Done("Your password is changed. Sign in with the new one", SignInLinks.SignIn());
    }

    /// <summary>The account whose link this is, while the link works.</summary>
    private async Task<Account?> FindAsync() =>
        Key is { Length: > 0 } key
        && links.AccountOf(key) is { } id
        && await accounts.FindByIdAsync(id.ToString()) is { } account
        && await links.ValidateAsync(UserManager<Account>.ResetPasswordTokenPurpose, key, accounts, account)
            ? account
            : null;
}

/// <summary>A new password, typed once: it can be shown.</summary>
public sealed class NewPasswordForm
{
    public string? NewPassword { get; set; }
}

internal sealed class NewPasswordFormRules : AbstractValidator<NewPasswordForm>
{
    public NewPasswordFormRules() => RuleFor(f => f.NewPassword).NotEmpty().WithMessage("Enter a new password");
}
