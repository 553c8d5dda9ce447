using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Collaboration;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Who signs, and what a signature can do, asked of the database itself (S0-011).</summary>
[Asvs("V8.2.2", "V8.4.1")]
public sealed class AgreementRowsTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    [Fact, Requirement("S0-006", "S0-011")]
    public async Task Nobody_takes_a_position_for_another_organisation_or_in_another_name()
    {
        var (council, voice) = (await ActorAsync("council@liverpool"), await ActorAsync("voice@liverpool"));
        await using var db = demonstration.Database.As(voice);
        var agreement = await db.Agreements.Where(a => a.State == AgreementState.Open).Select(a => a.Id).FirstAsync();

        foreach (var (organisation, by) in new[] { (council.OrganisationId, voice.AccountId), (voice.OrganisationId, council.AccountId) })
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
                $"insert into care.agreement_positions (agreement_id, number, partnership_id, organisation_id, position, by, by_name, by_role, at) values ({agreement}, 99, {voice.PartnershipId}, {organisation}, 'Agree', {by}, 'V', 'V', now())"));
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact, Requirement("S0-011")]
    public async Task Nothing_is_agreed_without_the_signatures_whoever_says_so()
    {
        await using var db = demonstration.Database.As(await ActorAsync("pct@liverpool"));
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.agreements set state = 'Reached' where state = 'Open'"))).MessageText.ShouldBe("Not everybody who must sign agrees.");
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.pathway_versions set state = 'Agreed' where state = 'InConsultation'"))).MessageText.ShouldStartWith("A version becomes Agreed by the signatures");
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update care.agreements set state = 'Open' where state = 'Reached'"))).MessageText.ShouldStartWith("An agreement keeps what was signed");
        (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from care.agreement_positions"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact, Requirement("S0-011")]
    public async Task Who_signs_last_concludes_it_though_they_cannot_write_a_version()
    {
        var (pct, voice) = (await ActorAsync("pct@liverpool"), await ActorAsync("voice@liverpool"));
        var version = await ToBeSignedAsync(pct, voice);

        await using var db = demonstration.Database.As(voice);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var current = new CurrentActor();
        current.Become(voice);
        var signing = new SignAgreement(db, current, TimeProvider.System);
        var locked = (await signing.LockAsync(await db.Agreements.Where(a => a.SubjectId == version).Select(a => a.Id).SingleAsync(), CancellationToken.None))!;
        (await signing.SignAsync(locked, Position.Agree, null, CancellationToken.None)).Succeeded.ShouldBeTrue();
        await transaction.CommitAsync();

        (await db.PathwayVersions.Where(v => v.Id == version).Select(v => v.State).SingleAsync()).ShouldBe(VersionState.Agreed);
        (await db.Database.ExecuteSqlAsync($"update care.pathway_versions set state = 'Superseded' where state = 'InConsultation'")).ShouldBe(0);
    }

    [Fact, Requirement("S0-006")]
    public async Task Comments_and_agreements_of_another_partnership_do_not_exist_and_comments_on_a_draft_only_for_those_who_draw()
    {
        var provider = await ActorAsync("provider@eastlancs");
        await using var db = demonstration.Database.As(provider);

        (await db.Agreements.AnyAsync(a => a.PartnershipId != provider.PartnershipId)).ShouldBeFalse();
        (await db.Discussions.CountAsync()).ShouldBe(2);
        (await db.Discussions.AnyAsync(d => d.PartnershipId != provider.PartnershipId)).ShouldBeFalse();
        await demonstration.Database.BehindTheScenesAsync<object>($"update care.pathway_versions set state = 'Draft' where partnership_id = '{provider.PartnershipId}'");
        (await db.Discussions.CountAsync()).ShouldBe(0);
        await using var drawing = demonstration.Database.As(await ActorAsync("pct@eastlancs"));
        (await drawing.Discussions.CountAsync()).ShouldBe(2);
    }

    private async Task<Guid> ToBeSignedAsync(Actor must, Actor last)
    {
        await using var db = demonstration.Database.As(Actor.System);
        var pathway = new Pathway(Guid.CreateVersion7(), must.PartnershipId!.Value, "To be signed", new Cohort("Psychosis", null, [], null, null));
        var map = PathwayMap.Empty with { Stages = [new Stage { Id = Guid.CreateVersion7(), Name = "All" }] };
        map = map with { Exits = [new Exit { Id = Guid.CreateVersion7(), StageId = map.Stages[0].Id, Name = "Out" }] };
        var version = new PathwayVersion(Guid.CreateVersion7(), pathway, 1, Outlook.Current, map, TimeProvider.System.GetUtcNow());
        version.PutOutToConsultation();
        version.PutToSignature([]);
        var agreement = new Agreement(Guid.CreateVersion7(), pathway.PartnershipId, AgreementSubject.PathwayVersion, version.Id, "To be signed", version.Fingerprint(), must, TimeProvider.System.GetUtcNow());
        agreement.Ask(must.OrganisationId!.Value, mustSign: true);
        agreement.Ask(last.OrganisationId!.Value, mustSign: true);
        agreement.Sign(must, Position.Agree, null, TimeProvider.System.GetUtcNow());
        db.Pathways.Add(pathway);
        db.PathwayVersions.Add(version);
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync();
        return version.Id;
    }

    private Task<Actor> ActorAsync(string who) => demonstration.Database.ActorAsync($"{who}.demo.example");
}
