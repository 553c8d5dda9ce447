using System.Globalization;
using System.Net;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Placements;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>The list: whose placements are on it, what narrows it, how it is turned over and taken away.</summary>
public sealed class PlacementListTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private const string Caption = "Placements, the latest start first";
    private const string ByReview = "Placements, the most pressing review first";
    private const string SouthTeam = "South Liverpool community mental health team";

    [Fact, Requirement("C8", "S1-019")]
    public async Task A_provider_lists_its_own_residents_by_name_and_nobody_elses()
    {
        var host = await demonstration.HostAsync();
        var own = await new PlacementBuilder(host).For("Peregrine Ownhouse", PlacementBuilder.NextNumber()).StartedDaysAgo(0).MakeAsync();
        var other = await new PlacementBuilder(host).At("provider2").For("Quentin Elsewhere", PlacementBuilder.NextNumber()).StartedDaysAgo(0).MakeAsync();
        var promised = await new PlacementBuilder(host).For("Rupert Notyet", PlacementBuilder.NextNumber()).UpTo(PlacementStage.Matched).StartedDaysAgo(0).MakeAsync();
        var page = await (await demonstration.AsAsync("provider@liverpool")).GetAsync($"/placements?find={own.Service}");

        page.Rows(Caption).ShouldHaveSingleItem()[0].ShouldBe(own.Name);
        foreach (var unseen in new[] { other, promised })
        {
            (await (await demonstration.AsAsync("provider@liverpool")).GetAsync($"/placements?find={unseen.Service}")).Text.ShouldContain("No placement fits these filters");
        }
    }

    [Fact, Requirement("E18", "C18")]
    public async Task A_commissioner_lists_references_and_never_a_name()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).For("Sigismund Hiddenname", PlacementBuilder.NextNumber()).MakeAsync();
        var page = await (await demonstration.AsAsync("pct@liverpool")).GetAsync($"/placements?find={placed.Reference}");

        var row = page.Rows(Caption).ShouldHaveSingleItem();
        row[0].ShouldBe(placed.Reference);
        row.ShouldContain("£700.00");
        page.Document.QuerySelector("main td .app-reference, main th .app-reference")!.TextContent.ShouldBe(placed.Reference, "it stays in one piece");
        page.Html.ShouldNotContain("Hiddenname");
        page.Html.ShouldNotContain(placed.NhsNumber.Digits);
    }

    [Fact, Requirement("E18")]
    public async Task A_team_lists_its_own_people_and_the_list_is_logged_for_each_of_them()
    {
        var host = await demonstration.HostAsync();
        var own = await new PlacementBuilder(host).For("Thaddeus Ourteam", PlacementBuilder.NextNumber()).MakeAsync();
        var others = await new PlacementBuilder(host).OfTeam(SouthTeam).For("Ulric Theirteam", PlacementBuilder.NextNumber()).MakeAsync();
        var manager = await demonstration.AsAsync("manager@liverpool");

        (await manager.GetAsync($"/placements?find={own.Service}")).Rows(Caption).ShouldHaveSingleItem()[0].ShouldBe(own.Name);
        (await manager.GetAsync($"/placements?find={others.Service}")).Html.ShouldNotContain("Theirteam");
        (await host.Database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action = 'opened' and record_id = $1", own.PersonId.ToString())).ShouldBe(1);
    }

    [Theory, Requirement("E9", "S1-019")]
    [InlineData("stage=Matched", 4, "Matched")]
    [InlineData("stage=Ended", 4, "Ended")]
    public async Task What_fits_a_filter_is_on_the_list_and_nothing_else_is(string filter, int column, string word)
    {
        var rows = (await (await demonstration.AsAsync("council@liverpool")).GetAsync($"/placements?{filter}")).Rows(Caption);

        rows.Count.ShouldBeGreaterThan(1);
        rows.ShouldAllBe(row => row[column].Contains(word, StringComparison.Ordinal));
    }

    [Theory, Requirement("E11", "S1-020")]
    [InlineData("review=Overdue", "Overdue")]
    [InlineData("review=Due", "Due soon")]
    public async Task Reviews_are_listed_the_most_pressing_first(string filter, string word)
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var page = await pct.GetAsync($"/placements?{filter}");
        var rows = page.Rows(ByReview).ToList();
        if (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            rows.AddRange((await pct.GetAsync(next.GetAttribute("href")!)).Rows(ByReview));
        }

        rows.ShouldAllBe(row => row[8].Contains(word, StringComparison.Ordinal));
        var days = rows.Select(row => DateOnly.Parse(row[8].Replace(word, "", StringComparison.Ordinal), British)).ToList();
        days.Count.ShouldBeGreaterThan(1);
        days.ShouldBe(days.Order());
    }

    [Fact, Requirement("S1-020")]
    public async Task Reviews_due_by_a_day_are_those_that_the_home_page_counts()
    {
        var coordinator = await demonstration.AsAsync("coordinator@eastlancs");
        var home = await coordinator.GetAsync("/");
        var card = home.Document.QuerySelectorAll("main .nhsuk-card a").Single(a => a.TextContent.Contains("due in 7 days", StringComparison.Ordinal));

        var listed = (await coordinator.GetAsync(card.GetAttribute("href")!)).Document.QuerySelectorAll("main tbody tr").Length;

        card.TextContent.Trim().ShouldStartWith(listed == 0 ? "No reviews" : $"{listed} review");
    }

    [Fact, Requirement("S1-019")]
    public async Task What_waits_for_approval_is_found_whether_it_has_started_or_not()
    {
        var host = await demonstration.HostAsync();
        var matched = await new PlacementBuilder(host).UpTo(PlacementStage.Matched).MakeAsync();
        var started = await new PlacementBuilder(host).MakeAsync();
        var approved = await new PlacementBuilder(host).MakeAsync();
        await host.Database.BehindTheScenesAsync<object>("update care.placements set approved_at = null, approved_by = null, urgent_reason = 'The ward closed' where id = $1", started.Id);
        var pct = await demonstration.AsAsync("pct@liverpool");

        foreach (var (placed, waits) in new[] { (matched, true), (started, true), (approved, false) })
        {
            (await pct.GetAsync($"/placements?toApprove=true&find={placed.Reference}")).Text.Contains("No placement fits these filters", StringComparison.Ordinal).ShouldBe(!waits);
        }
    }

    [Fact, Requirement("S1-019")]
    public async Task Somebodys_own_people_and_incomplete_ones_are_found()
    {
        var host = await demonstration.HostAsync();
        var waiting = await new PlacementBuilder(host).For("Valentine Incomplete", PlacementBuilder.NextNumber()).UpTo(PlacementStage.Referred).StartedDaysAgo(0).MakeAsync();
        var started = await new PlacementBuilder(host).For("Walburga Complete", PlacementBuilder.NextNumber()).StartedDaysAgo(0).MakeAsync();
        var rows = (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync("/placements?coordinator=me&incomplete=true")).Rows(Caption);

        rows.ShouldContain(row => row[0] == waiting.Name);
        rows.ShouldNotContain(row => row[0] == started.Name);
    }

    [Theory, Requirement("S1-048")]
    [InlineData("coordinator"), InlineData("manager")]
    public async Task Everybody_of_a_team_chooses_among_its_care_co_ordinators(string who)
    {
        var page = await (await demonstration.AsAsync($"{who}@liverpool")).GetAsync(PlacementLinks.List);

        var choices = page.Document.QuerySelectorAll("#coordinator option").Select(o => o.TextContent.Trim()).ToList();
        choices[..2].ShouldBe(["Everybody in my team", "Me"]);
        choices[2..].ShouldContain(who == "manager" ? "Carol Ordway" : "Martin Geraghty");
        choices.ShouldNotContain(who == "manager" ? "Martin Geraghty" : "Carol Ordway");
    }

    [Theory, Requirement("S1-048", "S0-006")]
    [InlineData("manager@liverpool", "Everybody in my team"), InlineData("coordinator@liverpool", "Everybody in my team"), InlineData("pct@liverpool", null)]
    public async Task A_care_co_ordinator_of_another_team_filters_nothing(string who, string? chosen)
    {
        var client = await demonstration.AsAsync(who);
        var stranger = (await (await demonstration.HostAsync()).Database.ActorAsync("coordinator@eastlancs.demo.example")).AccountId!.Value;

        var page = await client.GetAsync($"/placements?coordinator={stranger}");

        Shown(page).ShouldBe(Shown(await client.GetAsync("/placements")));
        page.Document.QuerySelectorAll("a.app-chip").ShouldBeEmpty();
        page.Document.QuerySelector("#coordinator option[selected]")?.TextContent.Trim().ShouldBe(chosen);
    }

    [Theory]
    [InlineData("stage=Sideways"), InlineData("review=9"), InlineData("provider=x"), InlineData("funder=Nobody"), InlineData("before=x"), InlineData("after=~~")]
    public async Task A_filter_nobody_could_have_chosen_filters_nothing(string filter)
    {
        var page = await (await demonstration.AsAsync("pct@liverpool")).GetAsync($"/placements?{filter}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Rows(Caption).Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Turning_over_and_back_misses_nobody_and_shows_nobody_twice()
    {
        var pct = await demonstration.AsAsync("pct@eastlancs");
        var seen = new List<string>();
        var page = await pct.GetAsync("/placements?stage=Started");
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            seen.AddRange(Shown(page));
            page = await pct.GetAsync(next.GetAttribute("href")!);
        }

        seen.AddRange(Shown(page));
        seen.Distinct().Count().ShouldBe(seen.Count);
        var database = (await demonstration.HostAsync()).Database;
        var partnership = (await database.ActorAsync("pct@eastlancs.demo.example")).PartnershipId!.Value;
        ((long)seen.Count).ShouldBe(await database.BehindTheScenesAsync<long>("select count(*) from care.placements where stage = 'Started' and partnership_id = $1", partnership));

        var back = await pct.GetAsync(page.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Shown(back).ShouldBe(seen.SkipLast(Shown(page).Count).TakeLast(Shown(back).Count));
    }

    [Fact, Requirement("E18", "C18", "S1-019")]
    public async Task The_export_holds_the_filtered_list_by_reference_with_split_and_no_formula_and_is_logged()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).For("Wolfgang Notexported", PlacementBuilder.NextNumber()).MakeAsync();
        await host.Database.BehindTheScenesAsync<object>("update care.services set name = '=HYPERLINK(\"http://evil.example\")' || id where name = $1", placed.Service);
        var pct = await demonstration.AsAsync("pct@liverpool");
        using var answer = await pct.Http.GetAsync($"/placements/export?find={placed.Reference}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("Reference,Age,Postcode district,Service,");
        lines[1].ShouldStartWith($"{placed.Reference},");
        lines[1].ShouldContain(",\"'=HYPERLINK(");
        lines[1].ShouldContain(",700.00,50.00,50.00,0.00,0.00,0.00,350.00,350.00,");
        lines[1].ShouldNotContain("Notexported");
        lines[1].ShouldNotContain(placed.NhsNumber.Digits);
        (await host.Database.BehindTheScenesAsync<string>("select changes::text from care.audit_entries where action = 'exported' and root_table = 'placements' and changes::text like $1", $"%{placed.Reference}%")).ShouldNotBeNull();
    }

    [Theory, Requirement("C18")]
    [InlineData("coordinator@liverpool"), InlineData("provider@liverpool"), InlineData("admin@liverpool")]
    public async Task Nobody_else_takes_the_list_away(string who)
    {
        using var answer = await (await demonstration.AsAsync(who)).Http.GetAsync("/placements/export");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static IReadOnlyList<string> Shown(WebPage page) => [.. page.Document.QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")!)];
}
