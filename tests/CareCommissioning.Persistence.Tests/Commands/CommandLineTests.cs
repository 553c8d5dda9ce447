using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Persistence.Tests.Commands;

/// <summary>The operator's commands as an operator runs them: a process, its output and its exit code.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.EmptyAsync();
        await _database.BehindTheScenesAsync<object>("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO care_owner', current_database()); END $$");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Migrating_what_is_up_to_date_does_nothing() => (await RunAsync("migrate")).ShouldBe((0, "Nothing to apply"));

    [Fact]
    public async Task Two_that_migrate_at_once_wait_for_each_other() =>
        (await Task.WhenAll(RunAsync("migrate"), RunAsync("migrate"))).ShouldAllBe(result => result.Code == 0);

    [Fact, Requirement("C11"), Asvs("V6.3.2")]
    public async Task The_first_administrator_is_invited_and_no_account_exists_before_that()
    {
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.accounts")).ShouldBe(0);
        var (code, output) = await RunAsync("create-admin", "--email", "a.min@example.org", "--name", "Ada Min", "--partnership", "Liverpool", "--organisation", "NHS Liverpool Place", "--url", "https://care.example");
        code.ShouldBe(0, output);
        output.ShouldContain("https://care.example/invitations/accept?key=");
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.invitations where role = 'SystemAdministrator' and is_approver")).ShouldBe(1);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.accounts")).ShouldBe(0);
    }

    [Theory]
    [InlineData("private-provider", "is not a role people have at")]
    [InlineData("nonsense", "There is no kind nonsense. An administrator works for: ccg, council, icb, pct")]
    public async Task An_administrator_is_refused_where_the_role_does_not_fit(string kind, string reason)
    {
        var (code, output) = await RunAsync("create-admin", "--email", "a@example.org", "--name", "A", "--partnership", "P", "--organisation", "O", "--kind", kind);
        code.ShouldBe(2);
        output.ShouldContain(reason);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.partnerships")).ShouldBe(0);
    }

    [Fact]
    public async Task The_help_lists_the_kinds_and_says_which_address()
    {
        var (code, output) = await RunAsync("create-admin", "--help");
        code.ShouldBe(0);
        var words = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("icb, ccg, pct, council");
        words.ShouldContain("PublicUrl");
    }

    [Fact]
    public async Task The_demonstration_begins_on_the_day_it_is_in_London()
    {
        await using (var db = _database.As(Domain.Access.Actor.System))
        {
            (await DemoSeeder.SeedAsync(db, "no hash", new IdentityVault(CareTestDatabase.MasterKey), new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero))).ShouldBeTrue();
        }

        (await _database.BehindTheScenesAsync<DateOnly>("select max(ends_on) from care.accounts")).ShouldBe(new DateOnly(2027, 7, 1));
    }

    [Fact]
    public async Task The_demonstration_fills_an_empty_database_only()
    {
        (await RunAsync("seed-demo")).Code.ShouldBe(0);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.accounts")).ShouldBe(46);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.people")).ShouldBe(1500);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.placements")).ShouldBeInRange(2300, 2800);
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.placements where stage = 'Started' and next_review_on < current_date")).ShouldBeGreaterThan(20, "some reviews are overdue");
        (await RunAsync("seed-demo")).ShouldBe((2, "There is a partnership already: nothing was changed"));
    }

    [Fact, Asvs("V16.4.2")]
    public async Task An_altered_log_is_told_with_its_line_and_exit_code()
    {
        await RunAsync("seed-demo");
        (await RunAsync("verify-audit")).Code.ShouldBe(0);
        await _database.BehindTheScenesAsync<object>("alter table care.audit_entries disable trigger user");
        await _database.BehindTheScenesAsync<object>("update care.audit_entries set actor_name = 'x' where chain_id <> '00000000-0000-0000-0000-000000000000' and sequence = 12");
        var (code, output) = await RunAsync("verify-audit");
        code.ShouldBe(2);
        output.ShouldContain("line 12: the line was altered");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_in_a_sentence()
    {
        var (code, output) = await CommandLine.RunAsync("Host=127.0.0.1;Port=1;Username=x;Password=y;Database=z;Timeout=2", "migrate");
        code.ShouldBe(1);
        output.ShouldNotContain("   at ");
    }

    private Task<(int Code, string Output)> RunAsync(params string[] arguments) => CommandLine.RunAsync(_database.OwnerConnection, arguments);
}
