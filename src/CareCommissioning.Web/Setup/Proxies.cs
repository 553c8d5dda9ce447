using System.Net;
using CareCommissioning.Web.Setup.Health;
using Microsoft.AspNetCore.HttpOverrides;

namespace CareCommissioning.Web.Setup;

/// <summary>What stands before the application: a proxy that ends TLS and whose word about the person's address and scheme is believed, and nobody else's.</summary>
public static class Proxies
{
    /// <summary>Reads <c>TrustedProxies</c>: addresses or networks, separated by commas. None: no header is believed.</summary>
    /// <exception cref="FormatException">Something in the list is neither.</exception>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in (configuration["TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                options.KnownIPNetworks.Add(network.Contains('/') ? System.Net.IPNetwork.Parse(network) : new System.Net.IPNetwork(IPAddress.Parse(network), IPAddress.Parse(network).GetAddressBytes().Length * 8));
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            }
        });

    /// <summary>Believes trusted proxies, and sends plain HTTP from elsewhere to HTTPS (308); a form sent in the clear is refused, since its content has been seen.</summary>
    public static IApplicationBuilder UseTlsOnly(this IApplicationBuilder app) => app.UseForwardedHeaders().UseLoopbackAsSecure().Use((context, next) =>
    {
        var request = context.Request;
        // Probes ask inside the installation, without TLS.
        if (request.IsHttps || request.Path.StartsWithSegments(HealthPages.Path, StringComparison.Ordinal))
        {
            return next(context);
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Response.Redirect($"https://{request.Host.Host}{request.PathBase}{request.Path}{request.QueryString}", permanent: true, preserveMethod: true);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Task.CompletedTask;
    });
}
