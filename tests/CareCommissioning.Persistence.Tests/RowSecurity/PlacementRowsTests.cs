using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Whose people, identities, placements and reviews exist for whom, asked of the database itself with no page in between.</summary>
[Asvs("V8.2.2", "V8.4.1")]
public sealed class PlacementRowsTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    [Theory, Requirement("E18", "S0-006")]
    [InlineData("pct"), InlineData("council"), InlineData("head"), InlineData("finance"), InlineData("programme"), InlineData("consultant"), InlineData("reviewer"), InlineData("clinician")]
    [InlineData("voice"), InlineData("advocate"), InlineData("regulator"), InlineData("guardian"), InlineData("admin")]
    public async Task No_identity_exists_for(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));

        (await SeenAsync(() => db.SealedIdentities.CountAsync())).ShouldBe(0);
    }

    [Theory, Requirement("S0-006")]
    [InlineData("reviewer"), InlineData("clinician"), InlineData("voice"), InlineData("advocate"), InlineData("regulator"), InlineData("guardian"), InlineData("admin")]
    public async Task No_placement_exists_for(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));

        (await SeenAsync(() => db.Placements.CountAsync())).ShouldBe(0);
        (await SeenAsync(() => db.People.CountAsync())).ShouldBe(0);
        (await SeenAsync(() => db.PlacementTerms.CountAsync())).ShouldBe(0);
    }

    [Fact, Requirement("S1-019")]
    public async Task A_commissioner_sees_every_placement_of_the_partnership_and_none_of_another()
    {
        var pct = await ActorAsync("pct@liverpool");
        await using var db = demonstration.Database.As(pct);

        ((long)await db.Placements.CountAsync()).ShouldBe(await CountAsync("select count(*) from care.placements where partnership_id = $1", pct.PartnershipId!.Value));
        (await db.Placements.AnyAsync(p => p.PartnershipId != pct.PartnershipId)).ShouldBeFalse();
        (await db.PlacementTerms.AnyAsync(t => t.PartnershipId != pct.PartnershipId)).ShouldBeFalse();
    }

    [Fact, Requirement("C8", "E18")]
    public async Task A_provider_sees_what_is_placed_with_it_and_who_lives_there_now()
    {
        var provider = await ActorAsync("provider@liverpool");
        await using var db = demonstration.Database.As(provider);
        var agreed = await CountAsync("select count(*) from care.placements where provider_id = $1 and partnership_id = $2 and stage in ('Approved', 'Started', 'Ended')", provider.OrganisationId!.Value, provider.PartnershipId!.Value);
        var living = await CountAsync("select count(distinct person_id) from care.placements where provider_id = $1 and partnership_id = $2 and stage = 'Started'", provider.OrganisationId!.Value, provider.PartnershipId!.Value);

        agreed.ShouldBeGreaterThan(living);
        ((long)await db.Placements.CountAsync()).ShouldBe(agreed);
        ((long)await db.SealedIdentities.CountAsync()).ShouldBe(living);
        (await db.Placements.AllAsync(p => p.ProviderId == provider.OrganisationId)).ShouldBeTrue();
    }

    [Fact, Requirement("S0-006", "E18")]
    public async Task A_team_sees_its_own_people_only()
    {
        var manager = await ActorAsync("manager@liverpool");
        await using var db = demonstration.Database.As(manager);

        (await db.People.CountAsync()).ShouldBeGreaterThan(0);
        (await db.People.AllAsync(p => p.TeamId == manager.TeamId)).ShouldBeTrue();
        (await db.Placements.AllAsync(p => p.TeamId == manager.TeamId)).ShouldBeTrue();
        ((long)await db.SealedIdentities.CountAsync()).ShouldBe(await CountAsync("select count(*) from care.people where team_id = $1", manager.TeamId!.Value));
    }

    [Fact, Requirement("S1-019")]
    public async Task What_was_said_in_a_review_is_for_the_team()
    {
        foreach (var who in new[] { "pct@liverpool", "provider@liverpool" })
        {
            await using var db = demonstration.Database.As(await ActorAsync(who));
            var refused = await Should.ThrowAsync<PostgresException>(db.Database.SqlQuery<string>($"select summary as \"Value\" from care.placement_reviews").ToListAsync());
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, who);
        }
    }

    [Fact, Requirement("S2-007", "S2-008")]
    public async Task How_people_live_is_for_their_team_and_nobody_changes_it()
    {
        foreach (var who in new[] { "pct@liverpool", "provider@liverpool", "programme@liverpool" })
        {
            await using var db = demonstration.Database.As(await ActorAsync(who));
            (await Should.ThrowAsync<PostgresException>(db.PlacementCircumstances.CountAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, who);
        }

        var coordinator = await ActorAsync("coordinator@liverpool");
        await using var team = demonstration.Database.As(coordinator);
        ((long)await team.PlacementCircumstances.CountAsync()).ShouldBe(await CountAsync("select count(*) from care.placement_circumstances c join care.placements p on p.id = c.placement_id where p.team_id = $1", coordinator.TeamId!.Value));
        (await Should.ThrowAsync<PostgresException>(team.Database.ExecuteSqlAsync($"update care.placement_circumstances set housing = 'OwnHome'"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact, Requirement("S2-005")]
    public async Task Sums_are_of_ones_own_partnership_and_a_providers_of_its_own_placements()
    {
        var today = new DateOnly(2026, 3, 14);
        var (pct, provider) = (await ActorAsync("pct@liverpool"), await ActorAsync("provider@liverpool"));
        await using var all = demonstration.Database.As(pct);
        await using var own = demonstration.Database.As(provider);
        var (of, ofOwn) = ((await all.PlacementOutcomesAsync(OutcomesBy.All, today, default)).Single(), (await own.PlacementOutcomesAsync(OutcomesBy.All, today, default)).Single());
        ((long)of.People!).ShouldBe(await CountAsync("select count(distinct p.person_id) from care.placements p join care.placement_circumstances c on c.placement_id = p.id where p.stage = 'Started' and p.partnership_id = $1", pct.PartnershipId!.Value));
        ((long)ofOwn.People!).ShouldBe(await CountAsync("select count(distinct p.person_id) from care.placements p join care.placement_circumstances c on c.placement_id = p.id where p.stage = 'Started' and p.partnership_id = $1 and p.provider_id = $2", pct.PartnershipId!.Value, provider.OrganisationId!.Value));
        // The rules for who is settled and in paid work stand in the domain: the database counts by the same.
        await using var system = demonstration.Database.As(Actor.System);
        var known = await system.Placements.AsNoTracking().Include(p => p.Circumstances).Where(p => p.PartnershipId == pct.PartnershipId && p.Stage == PlacementStage.Started && p.Circumstances.Any()).ToListAsync();
        var latest = known.SelectMany(p => p.Circumstances.Select(c => (p.PersonId, c.AsOf, c.Circumstances))).GroupBy(c => c.PersonId).Select(person => person.MaxBy(c => c.AsOf).Circumstances).ToList();
        (of.HousingKnown, of.Settled).ShouldBe((latest.Count(c => c.IsSettled is not null), latest.Count(c => c.IsSettled == true)));
        of.Recovery!.Value.ShouldBe((decimal)latest.Where(c => c.Recovery is not null).Average(c => c.Recovery!.Score), 0.05m);
        (await own.PlacementOutcomesAsync(OutcomesBy.Provider, today, default)).Select(sums => sums.Key).ShouldBe([provider.OrganisationId.ToString()]);
        await using var voice = demonstration.Database.As(await ActorAsync("voice@liverpool"));
        (await Should.ThrowAsync<PostgresException>(voice.PlacementOutcomesAsync(OutcomesBy.All, today, default))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, Requirement("S1-019")]
    [InlineData("coordinator@liverpool"), InlineData("provider@liverpool")]
    public async Task Nobody_but_a_commissioner_approves(string who)
    {
        var actor = await ActorAsync(who);
        var waiting = await SomeAsync("select p.id from care.placements p join care.team_members m on m.team_id = p.team_id where p.stage = 'Matched' and p.partnership_id = $1 limit 1", actor.PartnershipId!.Value);
        await using var db = demonstration.Database.As(actor);
        var refused = await Should.ThrowAsync<PostgresException>(
            db.Database.ExecuteSqlAsync($"update care.placements set stage = 'Approved', approved_at = now(), approved_by = {actor.AccountId} where partnership_id = {actor.PartnershipId} and stage = 'Matched'"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await CountAsync("select count(*) from care.placements where id = $1 and approved_at is not null", waiting)).ShouldBe(0);
    }

    [Fact, Requirement("S1-019")]
    public async Task A_commissioner_approves_in_their_own_name_only_and_changes_nothing_else()
    {
        var (pct, council) = (await ActorAsync("pct@liverpool"), await ActorAsync("council@liverpool"));
        await using var db = demonstration.Database.As(pct);
        var refused = await Should.ThrowAsync<PostgresException>(
            db.Database.ExecuteSqlAsync($"update care.placements set approved_at = now(), approved_by = {council.AccountId} where stage = 'Matched' and partnership_id = {pct.PartnershipId}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        refused = await Should.ThrowAsync<PostgresException>(db.Database.ExecuteSqlAsync($"update care.placements set starts_on = '2020-01-01' where partnership_id = {pct.PartnershipId}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact, Requirement("S0-006")]
    public async Task Nobody_moves_a_person_into_a_team_that_is_not_theirs()
    {
        var manager = await ActorAsync("manager@liverpool");
        var other = await SomeAsync("select id from care.teams where partnership_id = $1 and id <> $2 limit 1", manager.PartnershipId!.Value, manager.TeamId!.Value);
        await using var db = demonstration.Database.As(manager);
        var refused = await Should.ThrowAsync<PostgresException>(db.Database.ExecuteSqlAsync($"update care.people set team_id = {other}"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await db.Database.ExecuteSqlAsync($"update care.placements set end_note = 'X' where team_id = {other}")).ShouldBe(0);
    }

    [Fact, Requirement("S1-019")]
    public async Task A_persons_time_in_one_service_is_never_counted_twice()
    {
        await using var db = demonstration.Database.As(Actor.System);
        var placement = await db.Placements.AsNoTracking().FirstAsync(p => p.Stage == PlacementStage.Started);
        var copied = await Should.ThrowAsync<PostgresException>(db.Database.ExecuteSqlAsync(
            $"""
             insert into care.placements (id, partnership_id, person_id, team_id, care_coordinator_id, service_id, provider_id, stage, referred_on, starts_on, legal_basis, urgent_reason, next_review_on, next_review_cause)
             select gen_random_uuid(), partnership_id, person_id, team_id, care_coordinator_id, service_id, provider_id, stage, referred_on, starts_on, legal_basis, 'Twice', next_review_on, next_review_cause
             from care.placements where id = {placement.Id}
             """));

        copied.SqlState.ShouldBe(PostgresErrorCodes.ExclusionViolation);
    }

    private Task<Actor> ActorAsync(string who) => demonstration.Database.ActorAsync($"{who}.demo.example");

    private Task<long> CountAsync(string sql, params object[] values) => demonstration.Database.BehindTheScenesAsync<long>(sql, values);

    private Task<Guid> SomeAsync(string sql, params object[] values) => demonstration.Database.BehindTheScenesAsync<Guid>(sql, values);

    /// <summary>None where the table may not be read at all.</summary>
    private static async Task<int> SeenAsync(Func<Task<int>> count)
    {
        try
        {
            return await count();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return 0;
        }
    }
}
