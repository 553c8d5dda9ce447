using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.Auditing;

/// <summary>Each test on a database of its own: a log that one test tears is of no use to another.</summary>
[Requirement("C43"), Asvs("V16.4.2")]
public sealed class AuditTests : IAsyncLifetime
{
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CareTestDatabase.DemonstrationAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_change_is_written_with_who_when_where_and_each_field_before_and_after()
    {
        var admin = await _database.ActorAsync("admin@liverpool.demo.example");
        await using var db = _database.As(admin);
        var locality = await db.Localities.FirstAsync(l => l.Name == "North Liverpool");
        locality.Describe("North and Vale", locality.AreaCode);
        await db.SaveChangesAsync();

        await using var guardian = _database.As(await _database.ActorAsync("guardian@liverpool.demo.example"));
        var line = await guardian.AuditEntries.Where(e => e.RootId == locality.Id.ToString()).OrderByDescending(e => e.Sequence).FirstAsync();
        line.Action.ShouldBe("update");
        line.ActorId.ShouldBe(admin.AccountId);
        line.ActorName.ShouldBe("Adam Min");
        line.ActorRole.ShouldBe(nameof(Role.SystemAdministrator));
        line.OrganisationId.ShouldBe(admin.OrganisationId);
        line.Page.ShouldBe("Test");
        line.Changes.ShouldBe("""{"name": ["North Liverpool", "North and Vale"]}""");
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_leaves_no_line_and_no_gap()
    {
        var admin = await _database.ActorAsync("admin@liverpool.demo.example");
        await using var db = _database.As(admin);
        await using (await db.Database.BeginTransactionAsync())
        {
            db.Localities.Add(new Locality(Guid.CreateVersion7(), admin.PartnershipId!.Value, "Never", null));
            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
        db.Localities.Add(new Locality(Guid.CreateVersion7(), admin.PartnershipId!.Value, "Once", null));
        await db.SaveChangesAsync();
        (await VerifyAsync()).ShouldAllBe(chain => chain.Fault == null);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where changes::text like '%Never%'")).ShouldBe(0);
    }

    [Fact, Asvs("V16.2.5")]
    public async Task Secrets_are_recorded_as_changed_and_never_shown()
    {
        var hashes = await _database.BehindTheScenesAsync<string>("select string_agg(changes::text, '') from care.audit_entries where table_name = 'credentials'");
        hashes.ShouldNotBeNull();
        hashes.ShouldContain("(hidden)");
        var hash = await _database.BehindTheScenesAsync<string>("select password_hash from care.credentials limit 1");
        hashes.ShouldNotContain(hash ?? "none");
    }

    [Theory]
    [InlineData("update care.audit_entries set reason = 'x'")]
    [InlineData("delete from care.audit_entries")]
    [InlineData("truncate care.audit_entries")]
    [InlineData("insert into care.audit_entries select * from care.audit_entries")]
    public async Task The_application_cannot_touch_the_log(string sql)
    {
        foreach (var who in new[] { "guardian", "admin", "pct" })
        {
            await using var db = _database.As(await _database.ActorAsync($"{who}@liverpool.demo.example"));
            var refused = await Should.ThrowAsync<PostgresException>(ExecuteAsync(db, sql));
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        await using var system = _database.As(Actor.System);
        (await Should.ThrowAsync<PostgresException>(ExecuteAsync(system, sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_log_is_read_by_its_own_partnerships_guardian_only()
    {
        await using var guardian = _database.As(await _database.ActorAsync("guardian@liverpool.demo.example"));
        (await guardian.AuditEntries.Select(e => e.ChainId).Distinct().CountAsync()).ShouldBe(1);
        await using var staff = _database.As(await _database.ActorAsync("staff@liverpool.demo.example"));
        (await staff.AuditEntries.CountAsync(e => e.RootTable == "accounts" && e.RootId != null)).ShouldBe(
            await staff.AuditEntries.CountAsync(e => e.RootTable == "accounts" && e.RootId == staff.Accounts.Select(a => a.Id.ToString()).First(id => id == e.RootId)));
    }

    [Fact]
    public async Task An_untouched_log_is_found_whole() => (await VerifyAsync()).ShouldAllBe(chain => chain.Fault == null && chain.Lines > 0);

    [Theory]
    [InlineData("delete from care.audit_entries where chain_id = $1 and sequence = 7", 7, "a line is missing")]
    [InlineData("update care.audit_entries set actor_name = 'Somebody else' where chain_id = $1 and sequence = 7", 7, "the line was altered")]
    [InlineData("update care.audit_entries set changes = '{}' where chain_id = $1 and sequence = 1", 1, "the line was altered")]
    [InlineData("update care.audit_entries set at = at + interval '1 second' where chain_id = $1 and sequence = 9", 9, "the line was altered")]
    [InlineData("update care.audit_entries set previous_hash = hash where chain_id = $1 and sequence = 8", 8, "the line does not follow from the one before")]
    public async Task A_superusers_tampering_is_found_at_its_first_line(string sql, long line, string what)
    {
        var chain = (await _database.ActorAsync("admin@liverpool.demo.example")).PartnershipId!.Value;
        await _database.BehindTheScenesAsync<object>("alter table care.audit_entries disable trigger user");
        await _database.BehindTheScenesAsync<object>(sql, chain);
        var torn = (await VerifyAsync()).Where(c => c.Fault is not null).ShouldHaveSingleItem();
        torn.Chain.ShouldBe(chain);
        torn.Fault.ShouldBe(new AuditFault(line, what));
    }

    [Fact]
    public async Task Eight_writers_at_once_leave_one_chain_without_a_gap()
    {
        const int each = 40;
        var admin = await _database.ActorAsync("admin@liverpool.demo.example");
        var before = (await VerifyAsync()).Single(c => c.Chain == admin.PartnershipId).Lines;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            await using var db = _database.As(admin);
            for (var i = 0; i < each; i++)
            {
                db.Localities.Add(new Locality(Guid.CreateVersion7(), admin.PartnershipId!.Value, $"Ward {writer}-{i}", null));
                await db.SaveChangesAsync();
            }
        }));
        var chain = (await VerifyAsync()).Single(c => c.Chain == admin.PartnershipId);
        chain.Fault.ShouldBeNull();
        chain.Lines.ShouldBe(before + (8 * each));
    }

    [Fact, Requirement("C18"), Asvs("V16.3.2")]
    public async Task The_opening_of_a_record_is_an_event_of_the_log()
    {
        var coordinator = await _database.ActorAsync("coordinator@liverpool.demo.example");
        await using var db = _database.As(coordinator);
        var person = Guid.CreateVersion7().ToString();
        await db.Database.ExecuteSqlAsync($"select app.record_event('opened', 'people', {person}, '{{}}'::jsonb)");
        await using var guardian = _database.As(await _database.ActorAsync("guardian@liverpool.demo.example"));
        var line = await guardian.AuditEntries.SingleAsync(e => e.Action == "opened");
        line.ActorId.ShouldBe(coordinator.AccountId);
        line.RecordId.ShouldBe(person);
    }

    private static Task<int> ExecuteAsync(CareDbContext db, string sql) => db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql));

    private async Task<IReadOnlyList<AuditChain>> VerifyAsync()
    {
        await using var db = _database.As(Actor.System);
        await db.Database.OpenConnectionAsync();
        return await AuditVerifier.VerifyAsync((NpgsqlConnection)db.Database.GetDbConnection());
    }
}
