using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.DemoData;

/// <summary>Placements for load tests, written past the product, are such as the product would have written.</summary>
public sealed class LoadSeederTests : IAsyncLifetime
{
    private const int Added = 200;
    private static readonly DateOnly Today = London.DayOf(TimeProvider.System.GetUtcNow());

    private readonly IdentityVault _vault = new(CareTestDatabase.MasterKey);
    private CareTestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        await _database.BehindTheScenesAsync<object>("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO care_owner', current_database()); END $$");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Each_run_adds_as_many_and_leaves_every_guard_as_it_was()
    {
        var (before, guards) = (await CountAsync(), await GuardsAsync());

        await AddAsync();
        await AddAsync();

        (await CountAsync()).ShouldBe(before + (2 * Added));
        var after = await GuardsAsync();
        guards.Except(after).ShouldBeEmpty();
        after.Except(guards).ShouldBeEmpty();
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action = 'seeded'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_team_opens_their_names_and_commissioners_see_them_without()
    {
        await AddAsync();
        var newest = await _database.BehindTheScenesAsync<Guid>("select p.id from care.placements p join care.teams t on t.id = p.team_id where t.name = 'North Liverpool community mental health team' and p.stage = 'Started' order by p.id desc limit 1");
        await using var team = _database.As(await _database.ActorAsync("coordinator@liverpool.demo.example"));
        var placement = await team.Placements.Include(p => p.Terms).SingleAsync(p => p.Id == newest);
        await using var commissioner = _database.As(await _database.ActorAsync("pct@liverpool.demo.example"));

        (await team.OpenIdentityAsync(_vault, placement.PersonId, CancellationToken.None))!.NhsNumber.Digits.ShouldStartWith("999");
        placement.NextReviewOn.ShouldBe(placement.DueNext(ReviewRules.Defaults).On);
        placement.Missing.ShouldBeEmpty();
        (await commissioner.Placements.AnyAsync(p => p.Id == newest)).ShouldBeTrue();
        (await commissioner.PlacementTerms.Where(PlacementTerms.InForceOn(Today)).CountAsync(t => t.PlacementId == newest)).ShouldBe(1);
    }

    private async Task AddAsync()
    {
        await using var owner = NpgsqlDataSource.Create(_database.OwnerConnection);
        await LoadSeeder.AddAsync(owner, _vault, Added, Today, _ => { }, CancellationToken.None);
    }

    /// <summary>Placements that a commissioner approved before they started.</summary>
    private Task<long> CountAsync() => _database.BehindTheScenesAsync<long>("select count(*) from care.placements where approved_at is not null and urgent_reason is null");

    /// <summary>Constraints, indexes, triggers and row security. The condition of an exclusion is left out: having read its own words, PostgreSQL prints others that mean the same.</summary>
    private async Task<string[]> GuardsAsync() => (await _database.BehindTheScenesAsync<string[]>(
        """
        select array_agg(what) from (
          select conrelid::regclass || ' ' || conname || ' ' || case contype when 'x' then 'x' else pg_get_constraintdef(oid) end from pg_constraint where connamespace = 'care'::regnamespace
          union all select case when indexdef like '%gist%' then indexname else indexdef end from pg_indexes where schemaname = 'care'
          union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger join pg_class c on c.oid = tgrelid where c.relnamespace = 'care'::regnamespace and not tgisinternal
          union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relnamespace = 'care'::regnamespace and relkind = 'r') as of(what)
        """))!;
}
