using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rules = CareCommissioning.Domain.Accounts.AcceptableUse;

namespace CareCommissioning.Web.Pages.MyAccount.AcceptableUse;

/// <summary>The rules of use, accepted before anything else opens. The acceptance is a change of the account and so stands in the log.</summary>
[OpenWhile(PendingStep.AcceptableUse)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public AcceptanceForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public bool IsPending => HttpContext.Session()!.Pending is not null;

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Account me = await db.Accounts.SingleAsync(a => a.Id == current.Actor.AccountId, cancel);
        if (me.AcceptedUseVersion != Rules.Version)
        {
            me.AcceptUse(Rules.Version, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}

/// <summary>One box to tick.</summary>
public sealed class AcceptanceForm
{
    public bool Accepted { get; set; }
}

internal sealed class AcceptanceFormRules : AbstractValidator<AcceptanceForm>
{
    public AcceptanceFormRules() => RuleFor(f => f.Accepted).Equal(true).WithMessage("Accept the rules to go on, or sign out");
}
