using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Common;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Invitations.Accept;

/// <summary>Makes the account: whoever opens the link in the e-mail has the address, and chooses name and password.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.SignInLimit)]
public sealed class IndexModel(CareDbContext db, UserManager<Account> accounts, TimeProvider clock) : PageModel
{
    [BindProperty] public AcceptForm Form { get; set; } = new();

    /// <summary>The link's secret.</summary>
    [BindProperty(SupportsGet = true)] public string? Key { get; set; }

    public Invitation? It { get; private set; }

    public string Organisation { get; private set; } = "";

    /// <summary>Why the link does nothing; null when it works.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Told to the mailbox's owner alone; an approver never learns it.</summary>
    public bool HasAccount { get; private set; }

    /// <summary>The page works for nobody who is signed in: an account is made by somebody who has none.</summary>
    public bool SignedIn => HttpContext.Session() is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!SignedIn)
        {
            await FindAsync(cancel);
            Form.Name = It?.DisplayName;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (SignedIn)
        {
            return Page();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await FindAsync(cancel);
        if (It is null || Refusal is not null || HasAccount || !ModelState.IsValid)
        {
            return Page();
        }

        var accepted = It.Accept(clock.GetUtcNow());
        if (accepted.Value is not { } account)
        {
            Refusal = accepted.Refusal;
            return Page();
        }

        account.Rename(Form.Name!.Trim());
        var made = await accounts.CreateAsync(account, Form.NewPassword!);
        if (!made.Succeeded)
        {
            ModelState.AddModelError("Form.NewPassword", made.Errors.First().Description);
            return Page();
        }

        await transaction.CommitAsync(cancel);
        return this.Done("Your account is ready. Sign in with your e-mail address and the password you chose", SignInLinks.SignIn());
    }

    private async Task FindAsync(CancellationToken cancel)
    {
        var hash = SecretKey.HashOf(Key ?? "");
        It = await db.Invitations.SingleOrDefaultAsync(i => i.LinkHash == hash, cancel);
        if (It is null)
        {
            Refusal = AccountRefusals.InvitationEnded;
            return;
        }

        Refusal = It.StateAt(clock.GetUtcNow()) switch
        {
            InvitationState.Open => null,
            InvitationState.Accepted => AccountRefusals.InvitationUsed,
            _ => AccountRefusals.InvitationEnded,
        };
        var address = accounts.NormalizeEmail(It.Email);
        HasAccount = Refusal is null && await db.Set<Credentials>().AnyAsync(c => c.NormalizedEmail == address, cancel);
        Organisation = await db.Organisations.Where(o => o.Id == It.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
    }
}
