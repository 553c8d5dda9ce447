using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.SignOut;

/// <summary>Ends the session in the database and takes everything of it from the browser. Also for somebody who has not finished signing in.</summary>
[AllowAnonymous]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>A form that somebody else had begun in this browser goes along to the sign-in page, for them.</summary>
    [BindProperty] public string? Held { get; set; }

    public void OnGet()
    {
        // Shows that the person is signed out, or a button to do so: a link alone signs nobody out.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HttpContext.Session() is { } state)
        {
            var session = await db.Set<Session>().SingleAsync(s => s.Id == state.Id, cancel);
            session.End(clock.GetUtcNow(), SessionEnd.SignedOut);
            await db.SaveChangesAsync(cancel);
            await db.RecordAsync(AccountEvents.SignedOut, state.Actor.AccountId, new { }, cancel);
        }

        Sessions.Take(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Held is null ? LocalRedirect(SignInLinks.SignOut) : LocalRedirectPreserveMethod(SignInLinks.Kept("/"));
    }
}
