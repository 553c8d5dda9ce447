namespace CareCommissioning.Web.Setup;

/// <summary>The headers every answer carries, whatever it is: page, error, picture, redirect (ASVS V3.4).</summary>
public static class SecurityHeaders
{
    /// <summary>Nothing but our own files; no inline script or style, no frame, no plug-in, no form to elsewhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private const string OneYear = "max-age=31536000; includeSubDomains";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

            // Browsers ignore it without TLS; on one's own machine it would bind every other local server.
            if (context.Request.IsHttps && !Loopback.IsNamed(context.Request.Host))
            {
                headers.StrictTransportSecurity = OneYear;
            }

            if (!headers.ContainsKey("Cache-Control"))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        await next(context);
    });
}
