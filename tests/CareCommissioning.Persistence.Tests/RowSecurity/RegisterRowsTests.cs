using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Whose registers, votes and links exist for whom, and who writes them, asked of the database itself.</summary>
[Asvs("V8.2.2", "V8.4.1")]
public sealed class RegisterRowsTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    [Theory, Requirement("S0-006", "S0-001", "S3-001")]
    [InlineData("provider"), InlineData("coordinator"), InlineData("voice"), InlineData("pct"), InlineData("regulator")]
    public async Task Nothing_of_another_partnership_exists(string who)
    {
        var actor = await ActorAsync($"{who}@eastlancs");
        await using var db = demonstration.Database.As(actor);
        (await db.RegisterEntries.CountAsync()).ShouldBe(3);
        (await db.RegisterEntries.AnyAsync(e => e.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
        (await db.RegisterVotes.AnyAsync(v => v.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
        (await db.Links.AnyAsync(l => l.PartnershipId != actor.PartnershipId)).ShouldBeFalse();
    }

    [Theory, Requirement("S0-001")]
    [InlineData("provider"), InlineData("coordinator"), InlineData("advocate"), InlineData("regulator"), InlineData("admin")]
    public async Task Registers_are_written_by_nobody_but_those_who_keep_them(string who)
    {
        await using var db = demonstration.Database.As(await ActorAsync($"{who}@liverpool"));
        foreach (var statement in new FormattableString[] { $"update care.register_entries set title = 'x'", $"delete from care.register_entries", $"delete from care.links" })
        {
            (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(statement))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, statement.Format);
        }
    }

    [Fact, Requirement("S3-001")]
    public async Task Representatives_write_what_helps_and_no_gaps()
    {
        var voice = await ActorAsync("voice@liverpool");
        await using var db = demonstration.Database.As(voice);
        (await db.Database.ExecuteSqlAsync($"update care.register_entries set title = title where kind_code = 'gaps'")).ShouldBe(0);
        db.RegisterEntries.Add(new RegisterEntry(Guid.CreateVersion7(), voice.PartnershipId!.Value, RegisterKinds.Gaps, new("x", RegisterKinds.Gaps.Categories[0], null, null, new(2026, 1, 1), new Dictionary<string, string>())));
        (await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync())).InnerException.ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact, Requirement("S3-001")]
    public async Task A_vote_is_ones_own_on_an_open_entry()
    {
        var (voice, pct) = (await ActorAsync("voice@liverpool"), await ActorAsync("pct@liverpool"));
        await using var db = demonstration.Database.As(voice);
        var (open, closed) = (
            await db.RegisterEntries.Where(e => e.KindCode == "gaps" && e.State == "open").Select(e => e.Id).FirstAsync(),
            await db.RegisterEntries.Where(e => e.State != "open").Select(e => e.Id).FirstAsync());
        foreach (var (entry, account) in new[] { (open, pct.AccountId), (closed, voice.AccountId) })
        {
            (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"insert into care.register_votes (entry_id, partnership_id, account_id, side, at) values ({entry}, {voice.PartnershipId}, {account}, 'Voice', now())")))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        var others = await demonstration.Database.BehindTheScenesAsync<long>("select count(*) from care.register_votes where account_id <> $1", voice.AccountId!.Value);
        await db.Database.ExecuteSqlAsync($"delete from care.register_votes");
        (await demonstration.Database.BehindTheScenesAsync<long>("select count(*) from care.register_votes")).ShouldBe(others);
    }

    [Fact, Requirement("S0-001")]
    public async Task Nothing_is_closed_without_a_change_or_a_decision_and_nothing_is_tied_to_what_is_not_there()
    {
        var pct = await ActorAsync("pct@liverpool");
        await using var db = demonstration.Database.As(pct);
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.register_entries set state = 'accepted', closed_on = current_date where decision is null and state = 'open'"))).ConstraintName.ShouldBe("ck_register_entries_closed");
        var gap = await db.RegisterEntries.Where(e => e.KindCode == "gaps").Select(e => e.Id).FirstAsync();
        var elsewhere = await demonstration.Database.BehindTheScenesAsync<Guid>("select v.id from care.pathway_versions v where v.partnership_id <> $1 limit 1", pct.PartnershipId!.Value);
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"insert into care.links (id, partnership_id, from_end, from_id, to_end, to_id, by_name, at) values ({Guid.CreateVersion7()}, {pct.PartnershipId}, 'RegisterEntry', {gap}, 'PathwayVersion', {elsewhere}, 'x', now())")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private Task<Actor> ActorAsync(string who) => demonstration.Database.ActorAsync($"{who}.demo.example");
}
