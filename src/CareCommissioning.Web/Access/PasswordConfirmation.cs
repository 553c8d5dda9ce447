using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Access;

/// <summary>The person's own password, asked for beside a change that matters unless they gave it in the last few minutes (ASVS V7.5.1). In the same form, so that nothing typed is lost.</summary>
public sealed class PasswordConfirmation
{
    public string? YourPassword { get; set; }
}

/// <summary>Asks for it.</summary>
public static class PasswordConfirmations
{
    /// <summary>False, with a message beside the field, when the password is missing or wrong.</summary>
    /// <param name="always">Also when the password was given a moment ago: what is to be done weakens the account.</param>
    public static async Task<bool> ConfirmedAsync(this PageModel page, PasswordConfirmation confirmation, CredentialCheck check, CancellationToken cancel, bool always = false)
    {
        var session = page.HttpContext.Session()!;
        if ((session.IsConfirmed && !always)
            || (!string.IsNullOrEmpty(confirmation.YourPassword) && await check.ConfirmAsync(session, confirmation.YourPassword, page.HttpContext, cancel)))
        {
            return true;
        }

        page.ModelState.AddModelError(
            $"Confirmation.{nameof(PasswordConfirmation.YourPassword)}",
            string.IsNullOrEmpty(confirmation.YourPassword) ? "Enter your password, to confirm that it is you" : "This is not your password, or your account is locked for a few minutes");
        return false;
    }
}
