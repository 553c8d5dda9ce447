using System.Net;

namespace CareCommissioning.Web.Setup;

/// <summary>One's own machine: what browsers treat as safe without TLS.</summary>
public static class Loopback
{
    public static bool IsNamed(HostString host) =>
        host.Host is "localhost" || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// Treats plain HTTP from this machine as HTTPS, as browsers do, so that secure cookies work while developing and demonstrating.
    /// In production TLS ends at the proxy, which says so.
    /// </summary>
    public static IApplicationBuilder UseLoopbackAsSecure(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsNamed(context.Request.Host))
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
        }

        return next(context);
    });
}
