using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Whose pathways exist for whom, asked of the database itself.</summary>
[Asvs("V8.2.2", "V8.4.1")]
public sealed class PathwayRowsTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    [Theory, Requirement("S0-006")]
    [InlineData("provider"), InlineData("coordinator"), InlineData("voice"), InlineData("advocate"), InlineData("regulator"), InlineData("reviewer"), InlineData("admin")]
    public async Task No_draft_and_no_history_of_a_map_exists_for(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));

        (await db.PathwayVersions.Select(v => v.State).Distinct().ToListAsync()).ShouldBe([VersionState.InConsultation, VersionState.Agreed], ignoreOrder: true);
        (await Should.ThrowAsync<PostgresException>(() => db.PathwayChanges.CountAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, Requirement("S0-006")]
    [InlineData("pct"), InlineData("programme"), InlineData("consultant")]
    public async Task Those_who_draw_see_every_version_of_their_partnership_and_none_of_another(string who)
    {
        var actor = await ActorAsync($"{who}@liverpool");
        await using var db = demonstration.Database.As(actor);

        (await db.PathwayVersions.CountAsync()).ShouldBe(2);
        (await db.Pathways.AnyAsync(p => p.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
        (await db.PathwayVersions.AnyAsync(v => v.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
    }

    [Theory, Requirement("S0-006")]
    [InlineData("provider"), InlineData("coordinator"), InlineData("voice")]
    public async Task A_version_in_consultation_is_changed_by_nobody_but_those_who_draw(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));
        var refused = await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.pathway_versions set outlook = 'Future'"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact, Requirement("S0-011")]
    public async Task An_agreed_version_never_changes_whoever_asks()
    {
        await using var db = demonstration.Database.As(await ActorAsync("pct@liverpool"));
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.pathway_versions set map = '{{}}'::jsonb where state = 'Agreed'"))).MessageText.ShouldStartWith("A version that is no longer drafted");
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.pathway_versions set grounds = '{{}}'::jsonb where state = 'Agreed'"))).MessageText.ShouldStartWith("A version that is no longer drafted");
    }

    private Task<Actor> ActorAsync(string who) => demonstration.Database.ActorAsync($"{who}.demo.example");
}
