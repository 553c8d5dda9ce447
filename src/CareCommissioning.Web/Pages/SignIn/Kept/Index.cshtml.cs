using System.Diagnostics.CodeAnalysis;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.SignIn.Kept;

/// <summary>
/// Where a form goes that arrives when its session is over, or with a token of before: it holds on to what was typed, for the person who had the form and
/// for nobody else. It changes nothing, and takes only forms that bear our mark, which no other site can put on one.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SuppressMessage("Security", "S4502", Justification = "The form's token was bound to somebody who is signed in no longer; nothing is changed here.")]
public sealed class IndexModel(Sessions sessions, HeldPosts helds, FormOwners owners) : PageModel
{
    public string? Held { get; private set; }

    /// <summary>More was typed than can be kept.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The form, when the person whose it is is signed in.</summary>
    public HeldPost? Kept { get; private set; }

    /// <summary>Somebody is signed in: not the form's person, or not fully.</summary>
    public WayIn? Instead { get; private set; }

    /// <summary>Why the session is over; null when that is not known here.</summary>
    public string? Why { get; private set; }

    public string ReturnUrl { get; private set; } = "/";

    public IActionResult OnGet() => LocalRedirect(SignInLinks.SignIn());

    public async Task<IActionResult> OnPostAsync([FromQuery] string? returnUrl, CancellationToken cancel)
    {
        ModelState.Clear();
        var form = await Request.FormOrEmptyAsync();
        if (form[HeldPosts.Field] is [{ Length: > 0 } carried])
        {
            // Held before, and on its way again: from the sign-out page, or a sign-in page that was overtaken.
            Held = carried;
            ReturnUrl = Url.IsLocalUrl(form[nameof(ReturnUrl)]) ? form[nameof(ReturnUrl)].ToString() : "/";
        }
        else if (Url.IsLocalUrl(returnUrl) && owners.Of(form) is { } owner)
        {
            ReturnUrl = returnUrl;
            Held = helds.Wrap(owner, returnUrl, form);
            TooLong = Held is null;
        }
        else
        {
            return LocalRedirect(SignInLinks.SignIn());
        }

        if (HttpContext.Session() is not { } session)
        {
            Why = await sessions.WhyOverAsync(HttpContext, cancel);
        }
        else if (session.Pending == PendingStep.TwoStep)
        {
            Instead = WayIn.TwoStep;
        }
        else
        {
            Kept = helds.Unwrap(Held, session.Actor.AccountId!.Value);
            Instead = Kept is null ? WayIn.Password : WayIn.Kept;
        }

        return Page();
    }
}
