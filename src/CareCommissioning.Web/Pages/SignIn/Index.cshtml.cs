using System.Diagnostics.CodeAnalysis;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CareCommissioning.Web.Pages.SignIn;

/// <summary>Signs in by e-mail address and password. One answer for every reason to refuse.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.SignInLimit)]
public sealed class IndexModel(CredentialCheck check, Sessions sessions, HeldPosts helds, DemonstrationMode demonstration) : PageModel
{
    public const string Refused = "The e-mail address or the password is not right, or the account is locked or has ended";

    /// <summary>Signed in, and out again before the answer was written.</summary>
    public const string EndedAtOnce = "You were signed in and out again at once, because this account signs in elsewhere at the same time. Try again";

    [BindProperty] public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>A form that was posted when the session had ended: only this product reads it.</summary>
    [BindProperty] public string? Held { get; set; }

    public IReadOnlyList<DemoSignIn> Demonstration => demonstration.IsOn ? DemoSeeder.SignIns : [];

    public WayIn Next { get; private set; } = WayIn.Password;

    public HeldPost? Kept { get; private set; }

    /// <summary>Why the session of before is over, told to whoever holds its key.</summary>
    public string? Why { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // Only a page of ours can have been wanted.
        ModelState.Clear();
        if (HttpContext.Session() is { } session)
        {
            return LocalRedirect(Entrance.After(session.Pending, Home()));
        }

        Why = await sessions.WhyOverAsync(HttpContext, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HttpContext.Session() is { } open)
        {
            return LocalRedirect(Entrance.After(open.Pending, Home()));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await check.SignInAsync(Form.Email!.Trim(), Form.Password!, HttpContext, cancel) is not { } key)
        {
            ModelState.AddModelError("", Refused);
            return Page();
        }

        if (await sessions.FindAsync(key.Text, isUsed: true, cancel) is not { } session)
        {
            // Ended again already: by as many later sign-ins as an account may have sessions, or by whoever switched it off.
            ModelState.AddModelError("", EndedAtOnce);
            return Page();
        }

        Sessions.Give(HttpContext, key);
        Kept = helds.Unwrap(Held, session.Actor.AccountId!.Value);
        if (Kept is null)
        {
            return LocalRedirect(Entrance.After(session.Pending, Home()));
        }

        // The form goes along in the page itself, whose token must be the signed-in person's.
        HttpContext.User = session.ToPrincipal();
        Next = session.Pending == PendingStep.TwoStep ? WayIn.TwoStep : WayIn.Kept;
        return Page();
    }

    /// <summary>One button for each demonstration account; outside the demonstration there is no such thing.</summary>
    [SuppressMessage("Major Code Smell", "S6932", Justification = "The address is a button's value, checked against the list it stands in.")]
    public async Task<IActionResult> OnPostDemonstrationAsync([FromForm] string? account, CancellationToken cancel)
    {
        if (Demonstration.FirstOrDefault(one => one.Email == account) is not { } chosen)
        {
            return NotFound();
        }

        ModelState.Clear();
        Form = new SignInForm { Email = chosen.Email, Password = DemoSeeder.SignInWord };
        return await OnPostAsync(cancel);
    }

    private string Home() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";
}

/// <summary>How far somebody has come at the door.</summary>
public enum WayIn
{
    Password,
    TwoStep,
    Kept,
}

/// <summary>Where the way in leads.</summary>
public static class Entrance
{
    /// <summary>The page of the step still to be done, or where the person wanted to go.</summary>
    public static string After(string? pending, string returnUrl) => pending is null ? returnUrl : SignInLinks.Step(pending, returnUrl);
}
