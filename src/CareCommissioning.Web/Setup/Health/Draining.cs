using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Setup.Health;

/// <summary>Between being told to stop and closing the door: a node that says it is not ready, and still answers whoever comes until the proxy has noticed.</summary>
public sealed class Draining(IHostApplicationLifetime lifetime, IOptions<ShutdownSettings> settings, TimeProvider clock) : IHostedLifecycleService, IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("this node is about to stop") : HealthCheckResult.Healthy());

    /// <summary>Comes before any hosted service stops, the web server among them.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Value.Drain, clock, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
