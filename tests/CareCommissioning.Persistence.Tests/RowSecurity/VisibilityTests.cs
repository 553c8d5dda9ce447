using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Whose rows exist for whom, asked of the database itself with no page in between.</summary>
[Asvs("V8.2.2", "V8.4.1")]
public sealed class VisibilityTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    private static readonly string[] People =
        ["pct", "council", "head", "finance", "provider", "provider2", "staff", "coordinator", "manager", "reviewer", "clinician", "programme", "consultant", "voice", "advocate", "regulator", "guardian", "admin"];

    public static TheoryData<string> Everybody => new(People);

    [Theory, Requirement("S0-006")]
    [MemberData(nameof(Everybody))]
    public async Task Nobody_sees_another_partnerships_places_and_teams(string who)
    {
        var actor = await ActorAsync($"{who}@liverpool");
        await using var db = demonstration.Database.As(actor);
        Guid?[] own = [actor.PartnershipId];
        (await db.Localities.Select(l => (Guid?)l.PartnershipId).Distinct().ToListAsync()).ShouldBe(own);
        (await db.Teams.Select(t => (Guid?)t.PartnershipId).Distinct().ToListAsync()).ShouldBe(own);
        (await db.Organisations.AnyAsync(o => o.Name == "Pendleside Care Homes Ltd")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Nobody_but_approvers_and_administrators_reads_credentials_of_others(string who)
    {
        var actor = await ActorAsync($"{who}@liverpool");
        await using var db = demonstration.Database.As(actor);
        var seen = await db.Accounts.Where(a => a.Credentials != null).Select(a => new { a.Id, a.OrganisationId }).ToListAsync();
        seen.ShouldContain(a => a.Id == actor.AccountId);
        if (actor.Role == Role.SystemAdministrator)
        {
            seen.Count.ShouldBeGreaterThan(17);
        }
        else if (actor.IsApprover)
        {
            seen.ShouldAllBe(a => a.OrganisationId == actor.OrganisationId);
        }
        else
        {
            seen.Select(a => a.Id).ShouldBe([actor.AccountId!.Value]);
        }
    }

    [Fact, Requirement("S0-006")]
    public async Task A_provider_that_serves_two_partnerships_is_seen_in_both()
    {
        await using var here = demonstration.Database.As(await ActorAsync("pct@liverpool"));
        await using var there = demonstration.Database.As(await ActorAsync("pct@eastlancs"));
        const string harbour = "Northern Harbour Housing and Support";
        (await here.Organisations.AnyAsync(o => o.Name == harbour)).ShouldBeTrue();
        (await there.Organisations.AnyAsync(o => o.Name == harbour)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_partnership_that_is_only_served_does_not_change_the_record()
    {
        await using var db = demonstration.Database.As(await ActorAsync("admin@eastlancs"));
        var harbour = await db.Organisations.Include(o => o.Names).SingleAsync(o => o.Name == "Northern Harbour Housing and Support");
        harbour.SetCode("STOLEN");
        await Should.ThrowAsync<DbUpdateConcurrencyException>(db.SaveChangesAsync());
    }

    [Fact, Requirement("S0-025")]
    public async Task The_head_of_joint_commissioning_sees_both_the_nhs_and_the_council()
    {
        await using var db = demonstration.Database.As(await ActorAsync("head@liverpool"));
        var functions = await db.Organisations.Join(db.OrganisationKinds, o => o.KindCode, k => k.Code, (_, k) => k.Function).Distinct().ToListAsync();
        functions.ShouldContain(OrganisationFunction.NhsCommissioner);
        functions.ShouldContain(OrganisationFunction.LocalAuthority);
    }

    [Fact]
    public async Task An_organisation_cannot_be_registered_into_another_partnership()
    {
        var admin = await ActorAsync("admin@liverpool");
        var other = await ActorAsync("admin@eastlancs");
        await using var db = demonstration.Database.As(admin);
        var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "private-provider");
        db.Organisations.Add(Organisation.Register(Guid.CreateVersion7(), other.PartnershipId!.Value, kind, "Planted", null, new DateOnly(2020, 1, 1)).Value!);
        (await RefusedAsync(db)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, Requirement("S1-057")]
    [InlineData("coordinator")]
    [InlineData("manager")]
    [InlineData("provider")]
    [InlineData("guardian")]
    [InlineData("voice")]
    public async Task Providers_are_registered_by_commissioners_and_administrators_only(string who)
    {
        var actor = await ActorAsync($"{who}@liverpool");
        await using var db = demonstration.Database.As(actor);
        var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "private-provider");
        db.Organisations.Add(Organisation.Register(Guid.CreateVersion7(), actor.PartnershipId!.Value, kind, "Planted", null, new DateOnly(2020, 1, 1)).Value!);
        (await RefusedAsync(db)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Nobody_gives_themselves_another_role_even_by_sql()
    {
        var staff = await ActorAsync("staff@liverpool");
        await using var db = demonstration.Database.As(staff);
        var refused = await Should.ThrowAsync<PostgresException>(
            db.Database.ExecuteSqlAsync($"update care.accounts set is_approver = true where id = {staff.AccountId}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task An_approver_changes_colleagues_and_nobody_elses_account()
    {
        var approver = await ActorAsync("provider@liverpool");
        var elsewhere = await ActorAsync("provider2@liverpool");
        var colleague = await ActorAsync("staff@liverpool");
        await using var db = demonstration.Database.As(approver);
        (await db.Database.ExecuteSqlAsync($"update care.accounts set display_name = 'X' where id = {elsewhere.AccountId}")).ShouldBe(0);
        (await db.Database.ExecuteSqlAsync($"update care.accounts set ends_on = '2040-01-01' where id = {colleague.AccountId}")).ShouldBe(1);
    }

    [Fact, Asvs("V6.4.6")]
    public async Task An_approver_ends_a_colleagues_session_and_cannot_make_it_their_own()
    {
        var approver = await ActorAsync("provider@liverpool");
        var colleague = (await ActorAsync("staff@liverpool")).AccountId!.Value;
        var session = new Domain.Accounts.Session(Guid.CreateVersion7(), colleague, new byte[32], approver.PartnershipId, null, null, null, DateTimeOffset.UnixEpoch);
        await using (var system = demonstration.Database.As(Actor.System))
        {
            system.Sessions.Add(session);
            await system.SaveChangesAsync();
        }

        await using var db = demonstration.Database.As(approver);
        var refused = await Should.ThrowAsync<PostgresException>(
            db.Database.ExecuteSqlAsync($"update care.sessions set key_hash = {new byte[] { 1 }} where id = {session.Id}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await db.Database.ExecuteSqlAsync($"update care.sessions set ended_at = now(), ended_because = 'EndedByApprover' where id = {session.Id}")).ShouldBe(1);
    }

    [Fact, Requirement("S1-057")]
    public async Task A_commissioner_brings_no_provider_into_another_partnership_and_renames_no_commissioner()
    {
        var pct = await ActorAsync("pct@liverpool");
        var other = (await ActorAsync("pct@eastlancs")).PartnershipId;
        await using var db = demonstration.Database.As(pct);
        var provider = await db.Organisations.Where(o => o.PartnershipId == pct.PartnershipId && o.Name != "Northern Harbour Housing and Support"
            && db.OrganisationKinds.Any(k => k.Code == o.KindCode && k.Function == OrganisationFunction.Provider)).Select(o => o.Id).FirstAsync();
        var refused = await Should.ThrowAsync<PostgresException>(
            db.Database.ExecuteSqlAsync($"insert into care.partnership_members (partnership_id, organisation_id, valid_from) values ({other}, {provider}, '2020-01-01')"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await db.Database.ExecuteSqlAsync($"update care.organisation_names set name = 'X' where organisation_id = {pct.OrganisationId}")).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_accepts_an_offer_for_another_partnership()
    {
        var (keeper, other) = (await ActorAsync("admin@liverpool"), await ActorAsync("admin@eastlancs"));
        var offered = await OfferAsync(keeper, other, "Offered and not accepted");
        await using var mine = demonstration.Database.As(keeper);
        await using var theirs = demonstration.Database.As(other);

        var refused = await Should.ThrowAsync<PostgresException>(mine.Database.ExecuteSqlAsync($"update care.partnership_members set accepted_on = '2021-01-01' where organisation_id = {offered} and partnership_id = {other.PartnershipId}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        refused = await Should.ThrowAsync<PostgresException>(theirs.Database.ExecuteSqlAsync($"update care.partnership_members set accepted_on = '2021-01-01', valid_from = '2000-01-01' where organisation_id = {offered} and partnership_id = {other.PartnershipId}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, "what is accepted is what was offered");
        (await theirs.Database.ExecuteSqlAsync($"update care.partnership_members set accepted_on = '2021-01-01' where organisation_id = {offered} and partnership_id = {other.PartnershipId}")).ShouldBe(1);
        refused = await Should.ThrowAsync<PostgresException>(mine.Database.ExecuteSqlAsync($"insert into care.partnership_members (partnership_id, organisation_id, valid_from, accepted_on) values ({other.PartnershipId}, {keeper.OrganisationId}, '2021-01-01', '2021-01-01')"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, "nor accepts in the moment of offering");
    }

    [Fact]
    public async Task An_offer_that_nobody_accepted_shows_nothing_to_either_side_but_the_administrators()
    {
        var (keeper, other) = (await ActorAsync("admin@liverpool"), await ActorAsync("admin@eastlancs"));
        var offered = await OfferAsync(keeper, other, "Offered and unseen");
        foreach (var who in People.Where(who => who != "admin"))
        {
            await using var theirs = demonstration.Database.As(await ActorAsync($"{who}@eastlancs"));
            (await theirs.Organisations.AnyAsync(o => o.Id == offered)).ShouldBeFalse(who);
        }

        await using var administrator = demonstration.Database.As(other);
        (await administrator.Organisations.AnyAsync(o => o.Id == offered)).ShouldBeTrue();
        await using var itsPeople = demonstration.Database.As((await ActorAsync("provider@liverpool")) with { OrganisationId = offered });
        (await itsPeople.Partnerships.AnyAsync(p => p.Id == other.PartnershipId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Before_signing_in_nothing_of_an_organisations_work_can_be_changed()
    {
        await using var db = demonstration.Database.As(Actor.SigningIn);
        var refused = await Should.ThrowAsync<PostgresException>(db.Database.ExecuteSqlAsync($"update care.organisations set name = 'X'"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        refused = await Should.ThrowAsync<PostgresException>(db.Database.ExecuteSqlAsync($"update care.accounts set role = 'SystemAdministrator'"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task An_email_can_be_left_by_anybody_and_read_by_nobody()
    {
        await using var db = demonstration.Database.As(await ActorAsync("admin@liverpool"));
        db.OutboxEmails.Add(new Domain.Messages.OutboxEmail(Guid.CreateVersion7(), "a@b.example", "s", "b", DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        var refused = await Should.ThrowAsync<Exception>(db.OutboxEmails.AnyAsync());
        refused.GetBaseException().ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<Guid> OfferAsync(Actor keeper, Actor other, string name)
    {
        await using var db = demonstration.Database.As(keeper);
        var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "private-provider");
        var organisation = Organisation.Register(Guid.CreateVersion7(), keeper.PartnershipId!.Value, kind, name, null, new DateOnly(2020, 1, 1)).Value!;
        organisation.Offer(other.PartnershipId!.Value, new DateOnly(2020, 6, 1)).Succeeded.ShouldBeTrue();
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }

    private static async Task<string?> RefusedAsync(CareDbContext db) =>
        (await Should.ThrowAsync<DbUpdateException>(db.SaveChangesAsync())).InnerException.ShouldBeOfType<PostgresException>().SqlState;

    private Task<Actor> ActorAsync(string who) => demonstration.Database.ActorAsync($"{who}.demo.example");
}
