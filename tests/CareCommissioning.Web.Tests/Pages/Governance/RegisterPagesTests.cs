using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Governance.Registers;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Governance;

/// <summary>Gaps in provision, and what people find effective (S0-001, S3-001).</summary>
public sealed class RegisterPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private static readonly string Gaps = RegisterLinks.Of(RegisterKinds.Gaps);

    [Fact, Requirement("S0-001")]
    public async Task A_gap_is_written_down_and_closes_only_by_what_was_delivered_or_decided()
    {
        var (council, provider) = (await demonstration.AsAsync("council@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        var form = (await council.GetAsync(RegisterLinks.New(RegisterKinds.Gaps))).Form().With("Form.Title", "No day centre at weekends").With("Form.Answers[1].Count", "-3");
        var refused = await form.SendAsync();
        refused.Errors.ShouldBe(["Choose from the list", "It must be a number from 0 to 1,000,000", "Enter how it is known"], ignoreOrder: true);
        refused.Form()["Form.Title"].ShouldBe("No day centre at weekends");
        var gap = await refused.Form().With("Form.Category", RegisterKinds.Gaps.Categories[0]).With("Form.Answers[0].Text", "Asked for in the forum").With("Form.Answers[1].Count", "40").SendAsync();
        gap.Done.ShouldBe("The gap is written down");

        // A future version is a promise; a current one that was agreed before the gap was found closed nothing.
        var versions = await VersionsAsync();
        foreach (var version in versions)
        {
            (await gap.Form("form[action*=Tie]").With("Tie.To", $"PathwayVersion:{version}").SendAsync()).Done.ShouldBe("The link is made");
            gap = await council.GetAsync(gap.Url);
        }

        var notYet = await Close(gap, "delivered", "");
        notYet.Errors.ShouldBe([GovernanceRefusals.NothingDelivered.Message]);
        notYet.Document.QuerySelectorAll("details").Single(details => details.QuerySelector("form[action*=Close]") is not null).HasAttribute("open").ShouldBeTrue("the message stands where it is seen");
        (await Close(gap, "accepted", "")).Errors.ShouldBe([GovernanceRefusals.DecisionNeeded.Message]);
        (await Close(gap, "done", "So it is")).Errors.ShouldBe([GovernanceRefusals.NoSuchState.Message]);

        // Known for longer than the current pathway is agreed: that closed it.
        (await (await council.GetAsync($"{gap.Url}/change")).Form().With("Form.FoundOn", new DateOnly(2020, 1, 6)).SendAsync()).Done.ShouldBe("The gap is changed");
        (await Close(await council.GetAsync(gap.Url), "delivered", "")).Done.ShouldBe("It is closed");
        (await council.GetAsync($"{gap.Url}/change")).Form().ShouldNotBeNull();
        var seen = await provider.GetAsync(gap.Url);
        seen.Text.ShouldContain("Closed by a delivered change");
        seen.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await (await council.GetAsync(gap.Url)).Form("form[action*=Reopen]").With("Reopen.Reason", "Closed too early").SendAsync()).Done.ShouldBe("It is open again");

        static Task<WebPage> Close(WebPage page, string state, string decision) => page.Form("form[action*=Close]").With("Close.State", state).With("Close.Decision", decision).SendAsync();
    }

    [Fact, Requirement("S0-001")]
    public async Task Gaps_are_found_by_locality_and_client_group_and_only_those_of_ones_own_partnership()
    {
        var voice = await demonstration.AsAsync("voice@liverpool");
        var central = await LocalityAsync("Central Liverpool");
        (await RowsAsync(voice, Gaps)).ShouldContain(row => row.StartsWith("No home treatment after eight", StringComparison.Ordinal));
        (await RowsAsync(voice, $"{Gaps}?locality={central}")).ShouldBe(["Talking therapy in no language but English"]);
        (await RowsAsync(voice, $"{Gaps}?category={Uri.EscapeDataString(RegisterKinds.Gaps.Categories[11])}")).ShouldBe(["Carers are not told whom to call at night"]);
        (await RowsAsync(voice, $"{Gaps}?state=accepted")).ShouldBe(["No crisis house for women alone"]);
        (await RowsAsync(voice, $"{Gaps}?find=early-intervention&state=any")).ShouldBeEmpty();
        (await RowsAsync(await demonstration.AsAsync("voice@eastlancs"), Gaps)).ShouldBe(["No early-intervention team east of the valley"]);
        var file = (await voice.GetAsync($"{Gaps}?state=accepted&handler=Csv")).Html;
        file.ShouldContain("No crisis house for women alone");
        file.ShouldNotContain("home treatment");
    }

    [Fact, Requirement("S3-001")]
    public async Task People_say_what_helps_vote_for_what_matters_and_see_what_nobody_offers()
    {
        var (voice, pct, coordinator) = (await demonstration.AsAsync("voice@liverpool"), await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("coordinator@liverpool"));
        (await voice.GetAsync(RegisterLinks.New(RegisterKinds.Gaps))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var statement = await (await voice.GetAsync(RegisterLinks.New(RegisterKinds.WhatHelps))).Form()
            .With("Form.Title", "A garden to work in").With("Form.Category", "Social life").With("Form.Answers[0].Text", "Two groups of the consortium").SendAsync();
        statement.Done.ShouldBe("The statement is written down");

        var unmet = (await pct.GetAsync(RegisterLinks.Matrix)).Rows("Statements that no service offers");
        unmet.Select(row => row[0]).ShouldContain("A garden to work in");
        unmet[0][0].ShouldBe("Somebody to talk to at night who has been through it");

        // One vote each, however often it is pressed; told how many, not who.
        var own = (await coordinator.GetAsync(statement.Url)).Form("form[action*=Vote]");
        (await own.SendAsync()).Done.ShouldBe("Your vote is given");
        var seen = await pct.GetAsync(statement.Url);
        (await pct.GetAsync(RegisterLinks.New(RegisterKinds.Gaps, Guid.Parse(statement.Url.Split('/')[^1])))).Form()["Form.Answers[0].Text"].ShouldContain("Two groups of the consortium");
        (await voice.GetAsync(statement.Url)).Text.ShouldContain("source: Two groups of the consortium");
        seen.Text.ShouldContain("1 vote: 1 from care teams.");
        seen.Text.ShouldNotContain("Carol Ordway");
        (await (await coordinator.GetAsync(statement.Url)).Form("form[action*=Unvote]").SendAsync()).Done.ShouldBe("Your vote is taken back");

        // Somebody offers it: it is met, and stands under its locality.
        var offered = await seen.Form("form[action*=Tie]").With("Tie.To", await ServiceAsync("Central Liverpool")).SendAsync();
        offered.Done.ShouldBe("The link is made");
        var matrix = await pct.GetAsync(RegisterLinks.Matrix);
        matrix.Rows("Statements that no service offers").Select(row => row[0]).ShouldNotContain("A garden to work in");
        matrix.Rows("Services that offer it").ShouldContain(row => row[0] == "A garden to work in" && row.Skip(2).Count(cell => cell != "Not offered") == 1);
        (await (await demonstration.AsAsync("pct@eastlancs")).GetAsync(statement.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("S3-001")]
    public async Task Votes_run_out()
    {
        var advocate = await demonstration.AsAsync("advocate@eastlancs");
        var voice = await demonstration.AsAsync("voice@eastlancs");
        for (var number = 0; number <= RegisterKinds.WhatHelps.VotesEach; number++)
        {
            var statement = await (await voice.GetAsync(RegisterLinks.New(RegisterKinds.WhatHelps))).Form()
                .With("Form.Title", $"Statement {number}").With("Form.Category", "Home").With("Form.Answers[0].Text", "A test").SendAsync();
            var answer = await (await advocate.GetAsync(statement.Url)).Form("form[action*=Vote]").SendAsync();
            answer.Errors.ShouldBe(number < RegisterKinds.WhatHelps.VotesEach ? [] : [GovernanceRefusals.NoVotesLeft(RegisterKinds.WhatHelps.VotesEach).Message]);
        }
    }

    [Fact, Requirement("S0-001")]
    public async Task Two_people_change_a_gap_and_both_see_what_the_other_said()
    {
        var (pct, council) = (await demonstration.AsAsync("pct@eastlancs"), await demonstration.AsAsync("council@eastlancs"));
        var address = (await pct.GetAsync(Gaps)).Document.QuerySelector("main table a")!.GetAttribute("href")!;
        var (mine, theirs) = ((await pct.GetAsync($"{address}/change")).Form(), (await council.GetAsync($"{address}/change")).Form());
        await theirs.With("Form.Answers[0].Text", "Counted anew").SendAsync();
        var late = await mine.With("Form.Answers[0].Text", "Estimated").SendAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Counted anew");
        late.Form()["Form.Answers[0].Text"].ShouldBe("Estimated");
        (await late.Form().SendAsync()).Done.ShouldBe("The gap is changed");
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(SignedInClient client, string address) =>
        [.. (await client.GetAsync(address)).Document.QuerySelectorAll("main tbody tr > :first-child a").Select(cell => cell.TextContent.Trim())];

    private async Task<List<Guid>> VersionsAsync()
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.PathwayVersions.Where(v => db.Pathways.Any(p => p.Id == v.PathwayId && p.Name == "Schizophrenia") && v.State != VersionState.Superseded).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync();
    }

    private async Task<Guid> LocalityAsync(string name)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Localities.Where(l => l.Name == name).Select(l => l.Id).SingleAsync();
    }

    private async Task<string> ServiceAsync(string locality)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return RegisterLinks.Choice(Domain.Collaboration.LinkEnd.Service, await db.Services.Where(s => db.Localities.Any(l => l.Id == s.LocalityId && l.Name == locality) && s.ClosedOn == null).OrderBy(s => s.Name).Select(s => s.Id).FirstAsync());
    }
}
