using System.Data.Common;
using System.Text.Encodings.Web;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Access;

/// <summary>Authentication by <see cref="Sessions"/>: who the cookie's key stands for, and where somebody without a session is sent.</summary>
public sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, FormOwners owners)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Sessions.Cookie] is not { Length: > 0 } key)
        {
            return AuthenticateResult.NoResult();
        }

        try
        {
            if (await sessions.FindAsync(key, isUsed: !Request.Headers.ContainsKey(Sessions.WatchingHeader), Context.RequestAborted) is not { } state)
            {
                return AuthenticateResult.NoResult();
            }

            Context.Features.Set(state);
            return AuthenticateResult.Success(new AuthenticationTicket(state.ToPrincipal(), Scheme.Name));
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException { InnerException: DbException })
        {
            // The page that explains it is asked for within this same request and must not fail again: ActorMiddleware throws it, once.
            return AuthenticateResult.Fail(failure);
        }
    }

    /// <summary>To the sign-in page. A form that arrives after its session ended goes along, so that what was typed is kept.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!AsksForPage())
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (await IsOurFormAsync())
        {
            Keep();
        }
        else
        {
            Response.StatusCode = StatusCodes.Status302Found;
            Response.Headers.Location = SignInLinks.SignIn(HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : null);
        }
    }

    /// <summary>To the page of the step that is still to be done, where a form is kept meanwhile; otherwise plainly refused.</summary>
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.Session()?.Pending is { } step)
        {
            if (!AsksForPage())
            {
                // To a script, whoever has not finished signing in is not signed in.
                Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            if (await IsOurFormAsync())
            {
                Keep();
                return;
            }

            Response.StatusCode = StatusCodes.Status302Found;
            Response.Headers.Location = SignInLinks.Step(step, HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : null);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    // A form of another site bears no mark of ours, and never comes this way.
    private async Task<bool> IsOurFormAsync() => HttpMethods.IsPost(Request.Method) && owners.Of(await Request.FormOrEmptyAsync()) is not null;

    /// <summary>Sends the form on to the page that keeps it: 307 keeps method and body.</summary>
    private void Keep()
    {
        Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        Response.Headers.Location = SignInLinks.Kept(Request.PathBase + Request.Path + Request.QueryString);
    }

    // A script asks for JSON and wants an answer, not a page.
    private bool AsksForPage() => Request.Headers.Accept.ToString() is not "application/json";
}
