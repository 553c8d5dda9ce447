using System.Diagnostics;
using CareCommissioning.Web.Setup.Health;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.StaticAssets;

namespace CareCommissioning.Web.Setup.Logging;

/// <summary>Writes one line for each request, and the same facts into its trace.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        var notes = new RequestNotes(context.TraceIdentifier);
        context.Features.Set(notes);
        using var scope = log.BeginScope(notes);
        var answered = false;
        try
        {
            await next(context);
            answered = true;
        }
        finally
        {
            // For requests that ended before anybody was asked for.
            notes.Take(context);

            // What throws past the error pages breaks an answer off in the middle, whatever its first line said.
            var status = answered ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
            var method = Method(context.Request.Method);
            Write(Level(context, status), method, notes.Route, status, (long)clock.GetElapsedTime(began).TotalMilliseconds, notes.AccountId, context.TraceIdentifier);
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
            {
                Describe(activity, method, notes.Route, status);
            }
        }
    }

    // Probes and files that are well are not what anybody looks for.
    private static LogLevel Level(HttpContext context, int status) =>
        status >= StatusCodes.Status500InternalServerError ? LogLevel.Warning
        : status < StatusCodes.Status400BadRequest && (context.Request.Path.StartsWithSegments(HealthPages.Path, StringComparison.Ordinal) || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) ? LogLevel.Debug
        : LogLevel.Information;

    // Names after OpenTelemetry's conventions for HTTP. The framework is told to add none of its own: its would hold the path.
    private static void Describe(Activity activity, string method, string route, int status)
    {
        activity.DisplayName = $"{method} {route}";
        activity.SetTag("http.request.method", method);
        activity.SetTag("http.route", route);
        activity.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    // A method is whatever the other side calls it.
    private static string Method(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method)
        || HttpMethods.IsPatch(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method) || HttpMethods.IsConnect(method)
            ? HttpMethods.GetCanonicalizedValue(method)
            : "_OTHER";

    [LoggerMessage(Message = "{Method} {Route} answered {Status} in {Milliseconds} ms (account {AccountId}, request {RequestId})")]
    private partial void Write(LogLevel level, string method, string route, int status, long milliseconds, Guid? accountId, string requestId);
}
