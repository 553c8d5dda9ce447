using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareCommissioning.Web.Setup.Health;

/// <summary>Whether the database is there, is the one this build was made for, and keeps what it acknowledges.</summary>
/// <remarks>Invented data may be lost: while developing and demonstrating a fast database is told, not refused.</remarks>
public sealed class DatabaseCheck(CareDbContext db, CurrentActor current, DemonstrationMode demonstration, IHostEnvironment environment) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        current.Become(Actor.System);
        current.ComesFrom("Health", "");
        try
        {
            var state = await DatabaseState.ReadAsync(db, cancellationToken);
            return state switch
            {
                { IsOfThisBuild: false } => HealthCheckResult.Unhealthy("not migrated to this build, run migrate"),
                { SwitchedOff: [] } => HealthCheckResult.Healthy(),
                _ when demonstration.IsOn || environment.IsDevelopment() => HealthCheckResult.Degraded(MayLose(state)),
                _ => HealthCheckResult.Unhealthy(MayLose(state)),
            };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("cannot be reached", failure);
        }
    }

    private static string MayLose(DatabaseState state) => $"may lose what it acknowledged, switched off: {string.Join(", ", state.SwitchedOff)}";
}
