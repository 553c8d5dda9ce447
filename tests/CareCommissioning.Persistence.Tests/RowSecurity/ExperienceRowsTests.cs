using CareCommissioning.Domain.Access;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Whose benefits and experience exist for whom, and who writes them, asked of the database itself.</summary>
[Asvs("V8.2.2", "V8.4.1")]
public sealed class ExperienceRowsTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    [Theory, Requirement("S0-006")]
    [InlineData("provider"), InlineData("coordinator"), InlineData("voice"), InlineData("pct")]
    public async Task Nothing_of_another_partnership_exists(string who)
    {
        var actor = await ActorAsync($"{who}@eastlancs");
        await using var db = demonstration.Database.As(actor);

        (await db.Benefits.CountAsync()).ShouldBe(2);
        (await db.Measures.AnyAsync(m => m.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
        (await db.ExperienceSessions.CountAsync()).ShouldBe(1);
        (await db.ExperienceSessions.AnyAsync(s => s.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
    }

    [Theory, Requirement("S0-047")]
    [InlineData("provider"), InlineData("coordinator"), InlineData("advocate"), InlineData("regulator")]
    public async Task What_people_told_is_written_by_nobody_but_those_who_may(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.experience_sessions set people = 99"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from care.experience_touchpoints"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, Requirement("S0-040")]
    [InlineData("voice"), InlineData("provider"), InlineData("coordinator")]
    public async Task Benefits_are_kept_by_those_who_draw(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.benefits set state = 'Achieved'"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact, Requirement("S0-040")]
    public async Task A_value_that_was_written_down_is_never_changed_or_taken_away()
    {
        await using var db = demonstration.Database.As(await ActorAsync("pct@liverpool"));
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.measure_observations set value = 0"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from care.measure_observations"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private Task<Actor> ActorAsync(string who) => demonstration.Database.ActorAsync($"{who}.demo.example");
}
