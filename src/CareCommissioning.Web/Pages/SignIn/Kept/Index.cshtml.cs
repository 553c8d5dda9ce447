using System.Diagnostics.CodeAnalysis;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.SignIn.Kept;

/// <summary>
/// Where a form goes that arrives after its session has ended: the sign-in page, which holds on to what was typed for the person whose session it was.
/// It changes nothing, and finds nobody's session without the cookie, which browsers do not send with another site's form.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SuppressMessage("Security", "S4502", Justification = "The form's token was bound to the session that has ended; nothing is changed here.")]
public sealed class IndexModel(Sessions sessions, HeldPosts helds) : PageModel
{
    public string? Held { get; private set; }

    /// <summary>More was typed than can be kept.</summary>
    public bool TooLong { get; private set; }

    public string ReturnUrl { get; private set; } = "/";

    public IActionResult OnGet() => LocalRedirect(SignInLinks.SignIn());

    public async Task<IActionResult> OnPostAsync([FromQuery] string? returnUrl, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!Url.IsLocalUrl(returnUrl)
            || Request.Cookies[Sessions.Cookie] is not { } key
            || await sessions.OwnerOfAsync(key, cancel) is not { } owner)
        {
            return LocalRedirect(SignInLinks.SignIn());
        }

        ReturnUrl = returnUrl;
        Held = helds.Wrap(owner, returnUrl, await Request.ReadFormAsync(cancel));
        TooLong = Held is null;
        return Page();
    }
}
