using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Collaboration;

/// <summary>A version is consulted on, put to signature and agreed, by the people whose organisations it takes (S0-011).</summary>
public sealed class AgreementPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S0-011", "S0-013", "S2-042")]
    public async Task Nothing_is_put_to_signature_before_what_stands_in_the_way_is_put_right()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var version = await InConsultationAsync("Anorexia");
        await SayAsync("provider@liverpool", version, "Too short");

        var page = await pct.GetAsync(Of(version, "sign"));
        page.Text.ShouldContain("One comment waits for an answer.");
        page.Text.ShouldContain("at least one of each takes part");
        page.Text.ShouldContain("whom this version may treat unequally");
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();

        var comment = (await pct.GetAsync(Of(version, "comments"))).Document.QuerySelector("main .nhsuk-card a")!.GetAttribute("href")!;
        (await (await pct.GetAsync(comment)).Form().With("Form.Disposition", "Explained").With("Form.Text", "It is long enough").SendAsync()).Done.ShouldBe("The comment is answered");
        await NameAsync(pct, version, "Provider", "Trust");
        await NameAsync(pct, version, "ServiceUser", "Consortium");
        await EqualityAsync(pct, version);

        var ready = await pct.GetAsync(Of(version, "sign"));
        ready.Text.ShouldContain("The map does not change any more from then on");
        ready.Document.QuerySelectorAll("main form").Length.ShouldBe(1);
    }

    [Fact, Requirement("S0-013")]
    public async Task Where_a_group_is_worse_off_it_is_said_what_is_done_about_it()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var version = await InConsultationAsync("Equal");
        var form = (await pct.GetAsync(Of(version, "equality"))).Form();
        for (var i = 0; i < Enum.GetValues<EqualityGroup>().Length; i++)
        {
            form.With($"Form.Rows[{i}].Effect", i == 2 ? "Negative" : "Neutral");
        }

        var refused = await form.With("Form.Evidence", "Talks").SendAsync();
        refused.Errors.ShouldBe(["Enter who is worse off by ethnicity, and what is done about it"]);
        (await refused.Form().With("Form.Rows[2].Note", "Black men; seen each quarter").SendAsync()).Done.ShouldNotBeNull();

        (await (await demonstration.AsAsync("voice@liverpool")).GetAsync(Of(version, "equality"))).Text.ShouldContain("Black men; seen each quarter");
    }

    [Fact, Requirement("S0-011", "S0-051")]
    public async Task It_is_agreed_when_all_who_must_have_signed_and_takes_the_place_of_the_one_before()
    {
        var (pct, council, voice, provider) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("council@liverpool"), await demonstration.AsAsync("voice@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        var first = await InConsultationAsync("Bipolar", isReady: true);
        await ChangeAsync(first, version => { version.PutToSignature([]); }, sign: true);
        var second = await InConsultationAsync("Bipolar", isReady: true, number: 2);
        var agreement = await PutAsync(pct, second, mustSign: "voice@liverpool", asked: "provider@liverpool");

        (await pct.GetAsync(Of(second, "stages"))).Status.ShouldBe(HttpStatusCode.NotFound);
        await SignAsync(provider, agreement, "Disagree", "Too few beds");
        await SignAsync(council, agreement, "AgreeWithReservation", "Watch the waits");
        await SignAsync(pct, agreement, "Agree");
        (await StateAsync(second)).ShouldBe(VersionState.AwaitingAgreement);

        // Who signs last could not write a version otherwise.
        var last = await SignAsync(voice, agreement, "Agree");
        last.Status.ShouldBe(HttpStatusCode.OK);
        last.Done.ShouldBe("Your organisation has signed. It is agreed");
        (await StateAsync(second)).ShouldBe(VersionState.Agreed);
        (await StateAsync(first)).ShouldBe(VersionState.Superseded);

        var pack = await council.GetAsync(Of(second, "pack"));
        pack.Rows("Positions").ShouldContain(row => row[2] == "Disagrees" && row[3] == "Too few beds");
        pack.Rows("Positions").ShouldContain(row => row[2] == "Agrees, with a reservation" && row[3] == "Watch the waits");
        pack.Text.ShouldContain("From version 1, as it is");
    }

    [Fact, Requirement("S0-011")]
    public async Task Disagreement_of_one_who_must_sign_stops_it_until_it_is_withdrawn_and_drawn_again()
    {
        var (pct, council) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("council@liverpool"));
        var version = await InConsultationAsync("Depression", isReady: true);
        var agreement = await PutAsync(pct, version);
        await SignAsync(pct, agreement, "Agree");
        (await SignAsync(council, agreement, "Disagree", "")).Errors.ShouldBe([CollaborationRefusals.ReasonNeeded.Message]);
        await SignAsync(council, agreement, "Disagree", "No money");
        (await StateAsync(version)).ShouldBe(VersionState.AwaitingAgreement);

        (await (await pct.GetAsync(agreement)).Form("form[action*=Withdraw]").With("Withdraw.Reason", "To be drawn again").SendAsync()).Done.ShouldBe("The agreement is withdrawn");
        (await StateAsync(version)).ShouldBe(VersionState.InConsultation);
        var read = await council.GetAsync(agreement);
        read.Text.ShouldContain("To be drawn again");
        read.Rows("Positions").ShouldContain(row => row[2] == "Disagrees" && row[3] == "No money");
        (await PutAsync(pct, version)).ShouldNotBe(agreement);
    }

    [Fact, Requirement("S0-006", "S0-011")]
    public async Task Who_was_not_asked_and_who_is_of_another_partnership_does_not_sign()
    {
        var version = await InConsultationAsync("Not asked", isReady: true);
        var agreement = await PutAsync(await demonstration.AsAsync("pct@liverpool"), version, asked: "provider@liverpool");

        var other = await demonstration.AsAsync("provider2@liverpool");
        (await other.GetAsync(agreement)).Document.QuerySelectorAll("form[action*=Sign]").ShouldBeEmpty();
        var fields = (await other.GetAsync(Of(version, "comments"))).Form().With("Form.Position", "Agree").Fields;
        (await other.PostAsync($"{agreement}?handler=Sign", fields)).Errors.ShouldBe([CollaborationRefusals.NotAsked.Message]);
        (await (await demonstration.AsAsync("pct@eastlancs")).GetAsync(agreement)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("C28")]
    public async Task An_urgent_comment_is_seen_as_such_and_told_to_the_owner_at_once()
    {
        var version = await InConsultationAsync("Urgent");
        var said = await SayAsync("advocate@liverpool", version, "The line rings out", isUrgent: true);
        said.Done.ShouldBe("Your comment is added, and the pathway’s owner is told");

        said.Document.QuerySelector("main .nhsuk-card")!.TextContent.ShouldContain("Urgent");
        var owner = (await (await demonstration.HostAsync()).Database.ActorAsync("pct@liverpool.demo.example")).AccountId;
        (await ReadAsync(db => db.OutboxEmails.Where(e => e.RecipientId == owner && e.Subject == "Urgent comment on a pathway").CountAsync())).ShouldBeGreaterThan(0);
    }

    [Fact, Requirement("C28")]
    public async Task A_draft_takes_no_comments_and_who_started_one_can_ask_again()
    {
        var (voice, pct) = (await demonstration.AsAsync("voice@liverpool"), await demonstration.AsAsync("pct@liverpool"));
        var version = await InConsultationAsync("Again");
        var said = await SayAsync("voice@liverpool", version, "Why?");
        var comment = said.Document.QuerySelector("main .nhsuk-card a")!.GetAttribute("href")!;
        (await voice.GetAsync(comment)).Document.QuerySelectorAll("main form").ShouldBeEmpty();
        await (await pct.GetAsync(comment)).Form().With("Form.Disposition", "NotChanged").With("Form.Text", "For now").SendAsync();

        var again = await (await voice.GetAsync(comment)).Form().With("Again.Text", "Until when?").SendAsync();
        again.Done.ShouldBe("The comment is open again");
        again.Text.ShouldContain("Until when?");
        await ChangeAsync(version, draft => { }, state: "Draft");
        (await pct.GetAsync(Of(version, "comments"))).Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact, Requirement("S0-056")]
    public async Task A_statement_on_best_practice_shows_every_partners_position()
    {
        var (pct, council) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("council@liverpool"));
        var version = await InConsultationAsync("Consensus");
        var form = (await pct.GetAsync(PathwayLinks.Consensus(version.PathwayId))).Form().With("Form.Statement", "Talk first").With("Form.Evidence", "NICE CG178");
        await AskAsync(form);
        var added = await form.SendAsync();
        added.Done.ShouldBe("The statement is added, and the partners are asked");

        await SignAsync(council, added.Document.QuerySelector("main section a")!.GetAttribute("href")!, "Disagree", "Not for everybody");
        (await (await demonstration.AsAsync("voice@liverpool")).GetAsync(PathwayLinks.Consensus(version.PathwayId))).Rows("Positions").ShouldContain(row => row[2] == "Disagrees" && row[3] == "Not for everybody");
    }

    private static string Of(PathwayVersion version, string page) => PathwayLinks.Of(version.PathwayId, version.Number, page);

    private static Task<WebPage> NameAsync(SignedInClient client, PathwayVersion version, string side, string name) =>
        SendAsync(client, Of(version, "contributors"), ("Form.Side", side), ("Form.Name", name));

    private static async Task EqualityAsync(SignedInClient client, PathwayVersion version)
    {
        var form = (await client.GetAsync(Of(version, "equality"))).Form().With("Form.Evidence", "Talks");
        for (var i = 0; i < Enum.GetValues<EqualityGroup>().Length; i++)
        {
            form.With($"Form.Rows[{i}].Effect", "Neutral");
        }

        (await form.SendAsync()).Done.ShouldBe("The equality-impact record is saved");
    }

    private static async Task<WebPage> SendAsync(SignedInClient client, string url, params (string Name, string Value)[] fields)
    {
        var form = (await client.GetAsync(url)).Form("main form:not([action*=Remove])");
        foreach (var (name, value) in fields)
        {
            form.With(name, value);
        }

        var page = await form.SendAsync();
        page.Errors.ShouldBeEmpty();
        page.Done.ShouldNotBeNull();
        return page;
    }

    private async Task<WebPage> SayAsync(string who, PathwayVersion version, string text, bool isUrgent = false)
    {
        var form = (await (await demonstration.AsAsync(who)).GetAsync(Of(version, "comments"))).Form().With("Form.Kind", "Comment").With("Form.Text", text);
        return await (isUrgent ? form.With("Form.IsUrgent", "true") : form).SendAsync();
    }

    private static async Task<WebPage> SignAsync(SignedInClient client, string agreement, string position, string? reason = null) =>
        await (await client.GetAsync(agreement)).Form("form[action*=Sign]").With("Form.Position", position).With("Form.Reason", reason ?? "").SendAsync();

    /// <summary>Puts a version to signature by its page.</summary>
    /// <returns>Address of the agreement.</returns>
    private async Task<string> PutAsync(SignedInClient client, PathwayVersion version, string? mustSign = null, string? asked = null)
    {
        var form = (await client.GetAsync(Of(version, "sign"))).Form();
        await AskAsync(form);
        if (mustSign is not null)
        {
            form.With("Form.Parties.MustSign", (await OrganisationAsync(mustSign)).ToString());
        }

        if (asked is not null)
        {
            form.With("Form.Parties.Asked", (await OrganisationAsync(asked)).ToString());
        }

        var page = await form.SendAsync();
        page.Errors.ShouldBeEmpty();
        return page.Url;
    }

    private async Task AskAsync(FormPost form) => form
        .With("Form.Parties.Nhs", (await OrganisationAsync("pct@liverpool")).ToString())
        .With("Form.Parties.Council", (await OrganisationAsync("council@liverpool")).ToString());

    private async Task<Guid> OrganisationAsync(string who) => (await (await demonstration.HostAsync()).Database.ActorAsync($"{who}.demo.example")).OrganisationId!.Value;

    private Task<VersionState> StateAsync(PathwayVersion version) => ReadAsync(db => db.PathwayVersions.Where(v => v.Id == version.Id).Select(v => v.State).SingleAsync());

    /// <summary>A version in consultation with a small map; ready to be signed when nothing is missing.</summary>
    private async Task<PathwayVersion> InConsultationAsync(string name, bool isReady = false, int number = 1)
    {
        var host = await demonstration.HostAsync();
        var pct = await host.Database.ActorAsync("pct@liverpool.demo.example");
        var (trust, provider, now) = (await OrganisationAsync("manager@liverpool"), await OrganisationAsync("provider@liverpool"), host.Clock.GetUtcNow());
        await using var db = host.Database.As(Actor.System);
        var pathway = await db.Pathways.SingleOrDefaultAsync(p => p.PartnershipId == pct.PartnershipId && p.Name == name);
        if (pathway is null)
        {
            pathway = new Pathway(Guid.CreateVersion7(), pct.PartnershipId!.Value, name, new Cohort(name, null, [], null, null));
            pathway.OwnedBy(pct.AccountId);
            db.Pathways.Add(pathway);
        }

        var (stage, entry, step, exit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var map = PathwayMap.Empty with
        {
            Stages = [new Stage { Id = stage, Name = "All" }],
            Entries = [new Entry { Id = entry, StageId = stage, Name = "In", PerWeek = 1 }],
            Steps = [new Step { Id = step, StageId = stage, Name = $"Clinic {number}", Accountable = trust, Responsible = [provider] }],
            Exits = [new Exit { Id = exit, StageId = stage, Name = "Out" }],
            Moves = [new Move { Id = Guid.CreateVersion7(), From = entry, To = step, Share = 100 }, new Move { Id = Guid.CreateVersion7(), From = step, To = exit, Share = 100 }],
        };
        var version = new PathwayVersion(Guid.CreateVersion7(), pathway, number, Outlook.Current, map, now);
        if (isReady)
        {
            version.RestOn(new VersionGrounds
            {
                Contributors = [new(Guid.CreateVersion7(), ContributorSide.Provider, "Trust", null), new(Guid.CreateVersion7(), ContributorSide.ServiceUser, "Consortium", null)],
                Equality = new EqualityImpact([], "Talks", "Ann", new DateOnly(2026, 3, 1)),
            });
        }

        version.PutOutToConsultation();
        db.PathwayVersions.Add(version);
        await db.SaveChangesAsync();
        return version;
    }

    /// <summary>Brings a version to a state past the pages.</summary>
    private async Task ChangeAsync(PathwayVersion version, Action<PathwayVersion> change, bool sign = false, string? state = null)
    {
        var host = await demonstration.HostAsync();
        await using var db = host.Database.As(Actor.System);
        var stored = await db.PathwayVersions.SingleAsync(v => v.Id == version.Id);
        change(stored);
        await db.SaveChangesAsync();
        if (sign)
        {
            var pct = await host.Database.ActorAsync("pct@liverpool.demo.example");
            var agreement = new Agreement(Guid.CreateVersion7(), stored.PartnershipId, AgreementSubject.PathwayVersion, stored.Id, "Before", "", pct, host.Clock.GetUtcNow());
            agreement.Ask(pct.OrganisationId!.Value, mustSign: true);
            agreement.Sign(pct, Position.Agree, null, host.Clock.GetUtcNow());
            agreement.Conclude(host.Clock.GetUtcNow());
            db.Agreements.Add(agreement);
            await db.SaveChangesAsync();
            stored.Agree();
            await db.SaveChangesAsync();
        }

        if (state is not null)
        {
            await host.Database.BehindTheScenesAsync<object>($"update care.pathway_versions set state = '{state}' where id = '{version.Id}'");
        }
    }

    private async Task<T> ReadAsync<T>(Func<Persistence.CareDbContext, Task<T>> read)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await read(db);
    }
}
