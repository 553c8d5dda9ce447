using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CareCommissioning.Web.Jobs;

/// <summary>Deletes sessions that are long over, the keys of forms sent long ago and files uploaded for a check. Several nodes may do it at once: what is gone is gone.</summary>
public sealed class Purge(IServiceScopeFactory scopes, TimeProvider clock, IOptionsMonitor<KeepSettings> settings, ILogger<Purge> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>Deletes what is older than the settings say.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Become(Actor.System);
        current.ComesFrom("Deleting what is no longer needed", "");
        var db = scope.ServiceProvider.GetRequiredService<CareDbContext>();

        // Whatever ended it, a session is over by then.
        var sessionsBefore = clock.GetUtcNow() - Session.AbsoluteLimit - TimeSpan.FromDays(settings.CurrentValue.SessionDays);
        await db.Sessions.Where(s => s.StartedAt < sessionsBefore).ExecuteDeleteAsync(cancel);
        var submissionsBefore = clock.GetUtcNow() - TimeSpan.FromDays(settings.CurrentValue.SubmissionDays);
        await db.Submissions.Where(s => s.At < submissionsBefore).ExecuteDeleteAsync(cancel);
        var uploadsBefore = clock.GetUtcNow() - CheckedUpload.Kept;
        await db.CheckedUploads.Where(u => u.UploadedAt < uploadsBefore).ExecuteDeleteAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, say: next time.
                log.LogWarning(failure, "What is no longer needed could not be deleted now");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
