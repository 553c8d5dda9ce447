using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareCommissioning.Web.Setup.Health;

/// <summary>
/// What a proxy, a container engine and an operator ask: <c>/health/live</c>, whether the process answers, and <c>/health/ready</c>, whether
/// people should be sent here. Both end before sessions are read, so that a cookie does not lead a probe to the database.
/// </summary>
public static class HealthPages
{
    public const string Path = "/health";

    /// <summary>A probe waits no longer for one check: a proxy asks again soon.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ShutdownSettings>().Bind(configuration.GetSection("Shutdown"))
            .Validate(shutdown => shutdown is { DrainSeconds: >= 0, FinishSeconds: > 0 }, "Shutdown:DrainSeconds must be 0 or more, Shutdown:FinishSeconds more than 0.")
            .ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<Microsoft.Extensions.Options.IOptions<ShutdownSettings>>(
            (host, shutdown) => host.ShutdownTimeout = shutdown.Value.Drain + shutdown.Value.Finish);
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddHealthChecks()
            .AddCheck<Draining>("stopping")
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<KeysCheck>("keys", timeout: Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Path}/live", () => Results.Text("alive")).AllowAnonymous().ShortCircuit();
        app.MapHealthChecks($"{Path}/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous().ShortCircuit();
    }

    /// <summary>One word, then a line for each thing that is amiss. Why it is amiss stands in the log, for those who may read it.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var word = report.Status == HealthStatus.Unhealthy ? "not ready" : "ready";
        var amiss = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => $"{entry.Key}: {entry.Value.Description}");
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join('\n', amiss.Prepend(word)), context.RequestAborted);
    }
}
