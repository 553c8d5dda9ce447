using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CareCommissioning.Web.Setup;

/// <summary>Traces and metrics over OTLP, when the operator says where to; otherwise nothing is collected.</summary>
/// <remarks>
/// The framework and Npgsql have sources and meters of their own; no package stands between. What a request's span says is written by
/// <see cref="Logging.RequestLog"/>: its route, never its path or query. Npgsql's spans hold SQL with parameters left as parameters.
/// </remarks>
public static class Telemetry
{
    /// <summary>OpenTelemetry's own name; the exporter reads it, and its other <c>OTEL_…</c> settings, from the configuration.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Npgsql = "Npgsql";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 })
        {
            return;
        }

        // Else the framework writes path, query and browser into the span.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: true);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("care-commissioning", serviceInstanceId: Environment.MachineName))
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", Npgsql).AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", Npgsql)
                .AddOtlpExporter());
    }
}
