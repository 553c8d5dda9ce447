namespace CareCommissioning.Web.Setup.Logging;

/// <summary>Where log lines go and in what form: JSON, one object a line, on the standard output; while developing, text for a person.</summary>
public static class Logs
{
    /// <summary>The framework's own lines and scope about each request, which hold the address as it was typed: a path may hold a secret, a query a name.</summary>
    private const string Verbatim = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }

        builder.Logging.AddFilter(Verbatim, LogLevel.None);
    }

    /// <summary>One line for each request, and its id on every other line. Outermost, so that it sees what was answered in the end.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();

    /// <summary>Notes which page was asked for and by whom. After routing and authentication; a page that explains a failure is not noted.</summary>
    public static IApplicationBuilder UseRequestNotes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Features.Get<RequestNotes>()?.Take(context);
        return next(context);
    });
}
