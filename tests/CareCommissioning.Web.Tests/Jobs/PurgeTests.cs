using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CareCommissioning.Web.Tests.Jobs;

/// <summary>What was needed for a while goes, what is needed still stays, whoever deletes at the same time.</summary>
public sealed class PurgeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeClock _clock = new(Now);
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_is_young_stays()
    {
        await AddAsync(Now - TimeSpan.FromDays(90) - Session.AbsoluteLimit, Now - TimeSpan.FromDays(30));
        await using var node = new CareHost(_database, _clock);
        await PurgeOf(node).RunAsync(default);
        (await CountAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_is_old_goes_on_two_nodes_at_once()
    {
        for (var n = 0; n < 20; n++)
        {
            await AddAsync(Now - TimeSpan.FromDays(91) - TimeSpan.FromHours(n), Now - TimeSpan.FromDays(31) - TimeSpan.FromHours(n));
        }

        await AddAsync(Now - TimeSpan.FromDays(1), Now - TimeSpan.FromDays(1));
        await using var one = new CareHost(_database, _clock);
        await using var two = new CareHost(_database, _clock, dataFolder: one.DataFolder);
        await Task.WhenAll(PurgeOf(one).RunAsync(default), PurgeOf(two).RunAsync(default));
        (await CountAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_operator_says_how_long()
    {
        await AddAsync(Now - TimeSpan.FromDays(8), Now - TimeSpan.FromDays(3));
        await using var node = new CareHost(_database, _clock, new Dictionary<string, string>(StringComparer.Ordinal) { ["Keep:SessionDays"] = "7", ["Keep:SubmissionDays"] = "2" });
        await PurgeOf(node).RunAsync(default);
        (await CountAsync()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_upload_is_kept_for_a_week()
    {
        await UploadAsync("old.csv", Now - TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await UploadAsync("young.csv", Now - TimeSpan.FromDays(7));
        await using var node = new CareHost(_database, _clock);
        await PurgeOf(node).RunAsync(default);
        (await _database.BehindTheScenesAsync<string>("select string_agg(file_name, ' ') from care.checked_uploads")).ShouldBe("young.csv");
    }

    private static Purge PurgeOf(CareHost node) => node.Services.GetRequiredService<Purge>();

    private async Task AddAsync(DateTimeOffset sessionStarted, DateTimeOffset submitted)
    {
        var account = (await _database.ActorAsync("pct@liverpool.demo.example")).AccountId!.Value;
        await using var db = _database.As(Domain.Access.Actor.System);
        db.Sessions.Add(new Session(Guid.CreateVersion7(), account, SecretKey.New().Hash, null, null, null, null, sessionStarted));
        db.Submissions.Add(new Persistence.Submissions.Submission(account, Guid.CreateVersion7(), "POST /test", submitted));
        await db.SaveChangesAsync();
    }

    private async Task UploadAsync(string name, DateTimeOffset at)
    {
        var actor = await _database.ActorAsync("pct@liverpool.demo.example");
        await using var db = _database.As(actor);
        db.CheckedUploads.Add(CheckedUpload.Of(Guid.CreateVersion7(), actor.PartnershipId!.Value, actor.AccountId!.Value, name, [1], at).Value!);
        await db.SaveChangesAsync();
    }

    private async Task<(long Sessions, long Submissions)> CountAsync() =>
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.sessions"), await _database.BehindTheScenesAsync<long>("select count(*) from care.submissions"));
}
