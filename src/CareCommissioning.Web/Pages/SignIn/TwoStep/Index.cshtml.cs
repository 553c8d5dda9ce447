using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CareCommissioning.Web.Pages.SignIn.TwoStep;

/// <summary>The second step: a code of the authenticator app, or a recovery code.</summary>
[OpenWhile(PendingStep.TwoStep)]
[EnableRateLimiting(AccountsSetup.SignInLimit)]
public sealed class IndexModel(CredentialCheck check, Sessions sessions, HeldPosts helds) : PageModel
{
    private const int LongestCode = 40;

    [BindProperty] public string? OneTimeCode { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    [BindProperty] public string? Held { get; set; }

    public HeldPost? Kept { get; private set; }

    public IActionResult OnGet()
    {
        ModelState.Clear();
        return HttpContext.Session()!.Pending == PendingStep.TwoStep ? Page() : LocalRedirect(Home());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var before = HttpContext.Session()!;
        if (before.Pending != PendingStep.TwoStep)
        {
            return LocalRedirect(Home());
        }

        if (string.IsNullOrWhiteSpace(OneTimeCode))
        {
            ModelState.AddModelError(nameof(OneTimeCode), "Enter the code that your authenticator app shows");
            return Page();
        }

        if (!ModelState.IsValid || OneTimeCode.Length > LongestCode || await check.PassTwoStepAsync(before.Id, OneTimeCode, HttpContext, cancel) is not { } key)
        {
            ModelState.AddModelError(nameof(OneTimeCode), "This code is not right, was used before, or your account is locked for a few minutes. Wait for the next code and try again");
            return Page();
        }

        Sessions.Give(HttpContext, key);
        var session = await sessions.FindAsync(key.Text, isUsed: true, cancel);
        Kept = helds.Unwrap(Held, session!.Actor.AccountId!.Value);
        if (Kept is null)
        {
            return LocalRedirect(Entrance.After(session.Pending, Home()));
        }

        HttpContext.User = session.ToPrincipal();
        return Page();
    }

    private string Home() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";
}

/// <summary>What the form of the second step carries along.</summary>
public sealed record TwoStepQuestion(string? ReturnUrl, string? Held)
{
    /// <summary>What is asked; never written back.</summary>
    public string? OneTimeCode { get; init; }
}
