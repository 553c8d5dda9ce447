using System.Net;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>Who reads a placement, and what of it.</summary>
public sealed class PlacementVisibilityTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private const string SouthTeam = "South Liverpool community mental health team";

    [Theory, Requirement("S0-006", "S1-019")]
    [InlineData("provider2@liverpool")]
    [InlineData("manager@liverpool")]
    [InlineData("pct@eastlancs")]
    [InlineData("coordinator@eastlancs")]
    [InlineData("provider@eastlancs")]
    public async Task There_is_no_such_placement_for(string who)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).OfTeam(SouthTeam).MakeAsync();
        var reader = await demonstration.AsAsync(who);

        (await reader.GetAsync(placed.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Requirement("S0-006")]
    [InlineData("service"), InlineData("funding"), InlineData("legal"), InlineData("start"), InlineData("withdraw")]
    public async Task Another_team_changes_nothing(string page)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).OfTeam(SouthTeam).UpTo(PlacementStage.Matched).MakeAsync();
        var manager = await demonstration.AsAsync("manager@liverpool");

        (await manager.GetAsync($"{placed.Url}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.PostAsync($"{placed.Url}/{page}", (await manager.GetAsync("/placements/new")).Form().Fields)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Requirement("S1-019")]
    [InlineData("finance@liverpool"), InlineData("coordinator@liverpool"), InlineData("provider@liverpool")]
    public async Task Fee_and_funders_are_not_approved_by(string who)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var reader = await demonstration.AsAsync(who);

        (await reader.GetAsync($"{placed.Url}/approve")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Requirement("S1-019", "C18")]
    [InlineData("pct@liverpool"), InlineData("council@liverpool"), InlineData("head@liverpool"), InlineData("finance@liverpool")]
    public async Task A_commissioner_reads_a_reference_and_never_a_name(string who)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).ReviewedTimes(1).MakeAsync();
        var page = await (await demonstration.AsAsync(who)).GetAsync(placed.Url);

        page.Heading.ShouldEndWith(placed.Reference);
        page.Text.ShouldContain("from L8");
        page.Text.ShouldContain("£700.00 a week");
        page.Text.ShouldContain("Continue as it is");
        NobodyIsIn(page, placed);
        page.Html.ShouldNotContain("Sleeps better");
    }

    [Fact, Requirement("S1-019", "C18")]
    public async Task Who_approves_reads_the_need_and_never_a_name()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var page = await (await demonstration.AsAsync("council@liverpool")).GetAsync($"{placed.Url}/approve");

        page.Text.ShouldContain(placed.Reference);
        page.Text.ShouldContain("Informal");
        page.Text.ShouldContain("£350.00");
        NobodyIsIn(page, placed);
    }

    [Fact, Requirement("S1-019", "C18")]
    public async Task The_provider_reads_the_name_of_its_resident_but_not_what_was_said_in_a_review()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).ReviewedTimes(1).MakeAsync();
        var page = await (await demonstration.AsAsync("provider@liverpool")).GetAsync(placed.Url);

        page.Heading.ShouldEndWith(placed.Name);
        page.Text.ShouldContain(placed.NhsNumber.ToString());
        page.Text.ShouldContain("Continue as it is");
        page.Html.ShouldNotContain("Sleeps better");
        page.Document.QuerySelector("main .nhsuk-button").ShouldBeNull();
        (await ReaderAsync(host, placed)).ShouldBe("Paula Rowe");
    }

    [Fact, Requirement("S1-019")]
    public async Task A_provider_no_longer_knows_the_name_of_somebody_who_left()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Ended).MakeAsync();
        var page = await (await demonstration.AsAsync("provider@liverpool")).GetAsync(placed.Url);

        page.Heading.ShouldEndWith(placed.Reference);
        NobodyIsIn(page, placed);
        page.Html.ShouldNotContain("sister");
    }

    [Fact, Requirement("S1-019", "C18")]
    public async Task The_team_reads_everything_and_each_opening_is_logged_with_the_reader()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).ReviewedTimes(1).MakeAsync();
        var page = await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(placed.Url);

        page.Heading.ShouldEndWith(placed.Name);
        page.Text.ShouldContain("Sleeps better since March");
        page.Text.ShouldContain("8 days late");
        page.Text.ShouldContain("£10,000.00, up to yesterday");
        page.Document.Title!.ShouldNotContain(placed.Name);
        (await ReaderAsync(host, placed)).ShouldBe("Carol Ordway");
    }

    [Fact, Requirement("C18")]
    public async Task A_form_that_comes_back_with_an_error_and_a_name_is_logged_too()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).UpTo(PlacementStage.Referred).MakeAsync();
        var form = (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{placed.Url}/service")).Form();
        var before = await OpeningsAsync(host, placed);

        (await form.SendAsync()).Text.ShouldContain(placed.Name);

        (await OpeningsAsync(host, placed)).ShouldBe(before + 1);
    }

    [Fact, Requirement("S1-019")]
    public async Task Other_placements_of_the_person_are_told_to_those_who_see_them()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).MakeAsync();
        await host.Database.BehindTheScenesAsync<object>(
            "update care.placements set person_id = $1 where id = $2", placed.PersonId, (await new PlacementBuilder(host).At("provider2").UpTo(PlacementStage.Ended).StartedDaysAgo(300).MakeAsync()).Id);

        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(placed.Url)).Text.ShouldContain("Other placements of this person");
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(placed.Url)).Text.ShouldContain("Other placements of this person");
        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync(placed.Url)).Text.ShouldNotContain("Other placements of this person");
    }

    private static void NobodyIsIn(WebPage page, PlacedPerson placed)
    {
        foreach (var word in placed.Name.Split(' '))
        {
            page.Html.ShouldNotContain(word);
        }

        page.Html.ShouldNotContain(placed.NhsNumber.Digits);
        page.Html.ShouldNotContain(placed.NhsNumber.ToString());
    }

    private static Task<string?> ReaderAsync(CareHost host, PlacedPerson placed) =>
        host.Database.BehindTheScenesAsync<string>("select actor_name from care.audit_entries where action = 'opened' and record_id = $1", placed.PersonId.ToString());

    private static Task<long> OpeningsAsync(CareHost host, PlacedPerson placed) =>
        host.Database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action = 'opened' and record_id = $1", placed.PersonId.ToString());
}
