using System.Security.Cryptography;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.MyAccount;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CareCommissioning.Web.Pages.ForgottenPassword;

/// <summary>Sends a link to choose a new password. The answer is the same, and does as much work, whether or not anybody has the address.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.SignInLimit)]
public sealed class IndexModel(CareDbContext db, UserManager<Account> accounts, AccountEmails emails, ResetLinks links, ResetFlood flood, TimeProvider clock) : PageModel
{
    [BindProperty] public AddressForm Form { get; set; } = new();

    [TempData] public bool Asked { get; set; }

    public IActionResult OnGet() => HttpContext.Session() is null ? Page() : LocalRedirect(MyAccountLinks.Password);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HttpContext.Session() is not null)
        {
            return LocalRedirect(MyAccountLinks.Password);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var address = Form.Email!.Trim();
        var allowed = flood.Allows(accounts.NormalizeEmail(address));
        var account = await accounts.FindByEmailAsync(address);
        var usable = allowed && account is not null && account.IsActiveOn(clock.Today());
        db.OutboxEmails.Add(usable ? emails.ResetLink(account!, await accounts.GeneratePasswordResetTokenAsync(account!)) : await NobodysAsync());
        await db.SaveChangesAsync(cancel);
        await db.RecordAsync(AccountEvents.PasswordForgotten, account?.Id, new { sent = usable }, cancel);
        await transaction.CommitAsync(cancel);
        Asked = true;
        return LocalRedirect(SignInLinks.ForgottenPassword);
    }

    /// <summary>An e-mail to nobody, gone already: the same work as for a known address.</summary>
    private async Task<OutboxEmail> NobodysAsync()
    {
        var now = clock.GetUtcNow();
        var nobody = new Account(Guid.CreateVersion7(now), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), "", Guid.Empty, default, false, clock.Today(), null);
        var email = emails.ResetLink(nobody, await links.GenerateAsync(nameof(NobodysAsync), accounts, nobody));
        email.Sent(now);
        return email;
    }
}

/// <summary>One address.</summary>
public sealed class AddressForm
{
    public string? Email { get; set; }
}

internal sealed class AddressFormRules : AbstractValidator<AddressForm>
{
    public AddressFormRules() => RuleFor(f => f.Email).NotEmpty().WithMessage("Enter your e-mail address")
        .MaximumLength(Account.MaxEmailLength).WithMessage($"The e-mail address must be {Account.MaxEmailLength} characters or fewer");
}
