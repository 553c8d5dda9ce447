using System.Runtime.ExceptionServices;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Access;

/// <summary>Makes the signed-in person this request's actor, so that every connection it opens is theirs. Stands between authentication and authorisation.</summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        // Whose session it is could not be read: a database that is away signs nobody out.
        if (context.Features.Get<IExceptionHandlerFeature>() is null && (await context.AuthenticateAsync()).Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        // The route's pattern, never the path: a path may hold a one-time secret.
        var page = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        current.ComesFrom($"{context.Request.Method} /{page}", context.TraceIdentifier, context.Connection.RemoteIpAddress?.ToString());
        if (context.User.ToActor() is { } actor)
        {
            current.Become(actor);
            if (AsksForAPage(context))
            {
                // Who acts is told to PostgreSQL at each opening: once for a page with ten queries, not ten times.
                await context.RequestServices.GetRequiredService<CareDbContext>().Database.OpenConnectionAsync(context.RequestAborted);
            }
        }

        await next(context);
    }

    /// <summary>A form has its own transaction, and a page about a database that is away must not ask it.</summary>
    private static bool AsksForAPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null && context.Features.Get<IExceptionHandlerFeature>() is null;
}
