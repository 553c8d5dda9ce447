using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.MyAccount.Password;

/// <summary>Changes one's own password. Every other session ends, and a notice goes to one's address.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(CareDbContext db, UserManager<Account> accounts, CredentialCheck check, Sessions sessions, AccountEmails emails) : PageModel
{
    [BindProperty] public PasswordForm Form { get; set; } = new();

    public void OnGet()
    {
        // The form starts empty.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var session = HttpContext.Session()!;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await check.ConfirmAsync(session, Form.CurrentPassword!, HttpContext, cancel))
        {
            ModelState.AddModelError("Form.CurrentPassword", "This is not the password you have now, or your account is locked for a few minutes");
            return Page();
        }

        var account = await accounts.FindByIdAsync(session.Actor.AccountId!.Value.ToString());
        var changed = await accounts.ChangePasswordAsync(account!, Form.CurrentPassword!, Form.NewPassword!);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("Form.NewPassword", changed.Errors.First().Description);
            return Page();
        }

        await sessions.EndAllAsync(account!.Id, except: session.Id, SessionEnd.CredentialsChanged, cancel);
        db.OutboxEmails.Add(emails.PasswordChanged(account));
        await db.SaveChangesAsync(cancel);
        return this.Done("Your password is changed, and you are signed out everywhere else", MyAccountLinks.Details);
    }
}
