using CareCommissioning.Persistence.Access;

namespace CareCommissioning.Web.Access;

/// <summary>Makes the signed-in person this request's actor, so that every connection it opens is theirs. Stands between authentication and authorisation.</summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        // The route's pattern, never the path: a path may hold a one-time secret.
        var page = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        current.ComesFrom($"{context.Request.Method} /{page}", context.TraceIdentifier);
        if (context.User.ToActor() is { } actor)
        {
            current.Become(actor);
        }

        return next(context);
    }
}
