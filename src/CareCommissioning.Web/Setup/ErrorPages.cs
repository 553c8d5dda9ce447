using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Web.Setup;

/// <summary>Turns every failure into a page that says what happened and what to do, and nothing about the inside.</summary>
public static class ErrorPages
{
    /// <summary>Where a status is explained: <c>/errors/404</c>.</summary>
    public const string Path = "/errors";

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = $"{Path}/500",
            StatusCodeSelector = Status,
            SuppressDiagnosticsCallback = context => Status(context.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute($"{Path}/{{0}}");
        return app;
    }

    /// <summary>Answers 404 where there is no page, before the fallback policy would ask somebody to sign in for nothing, and 405 to methods no page has.</summary>
    public static IApplicationBuilder UseNotFound(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (context.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
        {
            return next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }

        return Task.CompletedTask;
    });

    /// <summary>What an exception means to the person: a database that is away is 503, a form too large is theirs to mend.</summary>
    private static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsDatabaseAway(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException { IsTransient: true } => true,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow } => true,
        _ => IsDatabaseAway(exception.InnerException),
    };
}
