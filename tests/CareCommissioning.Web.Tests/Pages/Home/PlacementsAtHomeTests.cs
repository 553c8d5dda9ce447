using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Home;

/// <summary>What placements bring to each role's morning, with another team's, provider's and partnership's people beside (S1-019, S1-020; rules E2, E11).</summary>
public sealed class PlacementsAtHomeTests(PlacementsAtHomeTests.Caseload caseload) : IClassFixture<PlacementsAtHomeTests.Caseload>
{
    [Fact, Requirement("S1-020")]
    public async Task A_care_co_ordinator_finds_whose_review_is_overdue_or_due_the_longest_overdue_first()
    {
        var page = await caseload.HomeAsync("coordinator@liverpool");

        Cards(page).ShouldBe(["3 reviews overdue", "1 review due in 7 days", "3 reviews due in 30 days", "Schizophrenia"]);
        page.Rows("Whom to review next").Select(r => r[0]).ShouldBe(["Overdue Ninety-One", "Overdue Ninety", "Overdue One", "Due Seven", "Due Eight", "Due Thirty"]);
        page.Rows("Whom to review next").Select(r => r[3]).ShouldBe(["Overdue by more than 90 days", "Overdue", "Overdue", "Due within 30 days", "Due within 30 days", "Due within 30 days"]);
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/placements?review=Overdue&coordinator=me");
        page.Document.QuerySelector($"main a[href='{PlacementLinks.Review(caseload.OverdueOne.Id)}']").ShouldNotBeNull();
        foreach (var other in new[] { "Due Thirty-One", "Southern", "Lancastrian", "Managed" })
        {
            page.Html.ShouldNotContain(other);
        }
    }

    [Fact, Requirement("C18")]
    public async Task The_names_shown_are_one_line_in_the_log()
    {
        const string Openings = "select count(*) from care.audit_entries where action = 'opened' and actor_name = 'Carol Ordway' and record_id = 'list'";
        var before = await caseload.Host.Database.BehindTheScenesAsync<long>(Openings);

        await caseload.HomeAsync("coordinator@liverpool");

        (await caseload.Host.Database.BehindTheScenesAsync<long>(Openings)).ShouldBe(before + 1);
    }

    [Fact, Requirement("S1-048")]
    public async Task A_team_manager_finds_overdue_and_unassigned_and_who_carries_what()
    {
        var page = await caseload.HomeAsync("manager@liverpool");

        Cards(page).Take(3).ShouldBe(["4 reviews overdue", "3 reviews due in 30 days", "2 placements unassigned"]);
        page.Rows("Unassigned").Select(r => r[2]).ShouldBe(["Priya Chandra, who no longer works in the team", "Nobody"], ignoreOrder: true);
        page.Rows("People with a placement under way").Where(r => r[1] != "0").ShouldBe([["Carol Ordway", "8", "3"], ["Martin Geraghty", "4", "1"]]);
        page.Html.ShouldNotContain("Overdue One");
        page.Text.ShouldNotContain("You manage no team");
    }

    [Theory, Requirement("S1-048")]
    [InlineData("Carol Ordway", 8, "Care co-ordinator: Carol Ordway"), InlineData("Martin Geraghty", 4, "My people")]
    public async Task A_team_manager_opens_what_one_colleague_carries(string name, int people, string chip)
    {
        var home = await caseload.HomeAsync("manager@liverpool");
        var link = home.Document.QuerySelectorAll("main td a, main th a").Single(a => a.TextContent.Trim() == name);

        var list = await caseload.GetAsync("manager@liverpool", link.GetAttribute("href")!);

        list.Rows("Placements, the latest start first").Count.ShouldBe(people);
        list.Text.ShouldContain(chip);
    }

    [Theory, Requirement("S1-019", "S1-020")]
    [InlineData("pct"), InlineData("council"), InlineData("head")]
    public async Task Commissioners_find_what_to_approve_and_what_is_out_of_bounds(string who)
    {
        var page = await caseload.HomeAsync($"{who}@liverpool");

        page.Rows("Placements to approve").Select(r => (r[2], r[4].Contains("Started before approval", StringComparison.Ordinal))).ShouldBe([("£901.25", true), ("£812.50", false)]);
        page.Document.QuerySelector($"main a[href='{PlacementLinks.Approve(caseload.ToApprove.Id)}']").ShouldNotBeNull();
        Cards(page)[0].ShouldBe("1 review out of bounds");
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldContain("/placements?review=SeverelyOverdue");
        foreach (var name in new[] { "Overdue One", "Due Seven", "Southern One", "Lancastrian One" })
        {
            page.Html.ShouldNotContain(name);
        }
    }

    [Fact, Requirement("E11", "S1-020", "E2")]
    public async Task Percentages_say_of_how_many_and_the_national_measure_says_its_period()
    {
        var today = caseload.Host.Clock.Today();

        var page = await caseload.HomeAsync("pct@liverpool");

        // 15 under way: 12 in the north, 2 in the south, 1 with a co-ordinator who left; 5 of them are overdue and 2 were reviewed in the last 12 months.
        page.Text.ShouldContain("In date 66% 10 of 15 placements under way");
        page.Text.ShouldContain("Reviewed in the last 12 months 13% 2 of 15 placements under way");
        page.Text.ShouldContain("50% 1 of 2 people with a placement under way who have been on it for 12 months or more");
        page.Text.ShouldContain($"AMH06. Period: {today.AddDays(1).AddYears(-1).InWords()} to {today.InWords()}.");
    }

    [Fact, Requirement("S1-057")]
    public async Task A_provider_finds_its_own_residents_of_this_partnership()
    {
        var (own, other) = (await caseload.HomeAsync("staff@liverpool"), await caseload.HomeAsync("provider2@liverpool"));

        own.Rows("People who live with you").Sum(r => int.Parse(r[3], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(14);
        other.Rows("People who live with you").Select(r => (r[0], r[3])).ShouldBe([(caseload.AtAnotherProvider.Service, "1")]);
        own.Html.ShouldNotContain(caseload.AtAnotherProvider.Service);
    }

    [Theory]
    [InlineData("finance"), InlineData("admin"), InlineData("guardian"), InlineData("regulator"), InlineData("programme")]
    public async Task Others_find_nothing_of_placements(string who)
    {
        var page = await caseload.HomeAsync($"{who}@liverpool");

        page.Text.ShouldNotContain("Placements to approve");
        page.Text.ShouldNotContain("overdue", Case.Insensitive);
        page.Text.ShouldNotContain("Residents now");
    }

    [Fact]
    public async Task Where_there_is_nothing_the_page_says_what_will_stand_there()
    {
        (await caseload.HomeAsync("manager@eastlancs")).Text.ShouldContain("Every placement that is not over has a care co-ordinator in the team");
        (await caseload.HomeAsync("pct@eastlancs")).Text.ShouldContain("No placement waits for approval");
        (await caseload.HomeAsync("provider2@eastlancs")).Text.ShouldContain("None of your services has been registered");
    }

    private static IReadOnlyList<string> Cards(WebPage page) => [.. page.Document.QuerySelectorAll("main .nhsuk-card__heading").Select(h => h.TextContent.Trim())];

    /// <summary>The demonstration's organisations with these placements and no others.</summary>
    public sealed class Caseload : IAsyncLifetime
    {
        private readonly DemonstrationHost _demonstration = new();

        public CareHost Host { get; private set; } = null!;

        public Placed OverdueOne { get; private set; } = null!;

        public Placed ToApprove { get; private set; } = null!;

        public Placed AtAnotherProvider { get; private set; } = null!;

        public Task<WebPage> HomeAsync(string who) => GetAsync(who, "/");

        public async Task<WebPage> GetAsync(string who, string url) => await (await _demonstration.AsAsync(who)).GetAsync(url);

        public async Task InitializeAsync()
        {
            Host = await _demonstration.HostAsync();
            await Host.Database.BehindTheScenesAsync<object>("truncate care.people, care.services cascade");
            var today = Host.Clock.Today();

            // A first review is due 42 days after the start.
            OverdueOne = await DueAsync("Overdue One", -1);
            await DueAsync("Overdue Ninety", -90);
            await DueAsync("Overdue Ninety-One", -91);
            await DueAsync("Due Seven", 7);
            await DueAsync("Due Eight", 8);
            await DueAsync("Due Thirty", 30);
            await DueAsync("Due Thirty-One", 31);
            await Host.PlaceAsync(new() { StartsOn = today.AddDays(-1), IsApproved = false, WeeklyFee = 901.25m });
            ToApprove = await Host.PlaceAsync(new() { StartsOn = today.AddDays(3), Stage = PlacementStage.Matched, WeeklyFee = 812.50m });
            await Host.PlaceAsync(new() { StartsOn = today.AddDays(2), Stage = PlacementStage.Matched, WeeklyFee = null });
            await Host.PlaceAsync(new() { StartsOn = today.AddDays(2), Stage = PlacementStage.Approved });

            // The manager's own: on the care programme approach, one reviewed in time, one not; one not on it for long enough.
            var years = today.AddYears(-2);
            await Host.PlaceAsync(new() { Coordinator = "manager", Name = "Managed In Time", StartsOn = years, CpaSince = years, Reviews = [years.AddMonths(6), today.AddDays(-100)] });
            await Host.PlaceAsync(new() { Coordinator = "manager", Name = "Managed Late", StartsOn = years, CpaSince = years, Reviews = [today.AddYears(-1).AddDays(-5)] });
            await Host.PlaceAsync(new() { Coordinator = "manager", Name = "Managed New", StartsOn = today.AddMonths(-6), CpaSince = today.AddMonths(-6), Reviews = [today.AddDays(-30)] });
            await Host.PlaceAsync(new() { Coordinator = "manager", Name = "Managed Fresh", StartsOn = today.AddDays(-2), Provider = "provider" });

            // Nobody's.
            var left = await Host.PlaceAsync(new() { StartsOn = today.AddDays(-1) });
            var nobody = await Host.PlaceAsync(new() { StartsOn = today, Stage = PlacementStage.Referred });
            var pct = (await Host.Database.ActorAsync("pct@liverpool.demo.example")).AccountId!.Value;
            await Host.Database.BehindTheScenesAsync<object>("update care.placements set care_coordinator_id = $2 where id = $1", left.Id, pct);
            await Host.Database.BehindTheScenesAsync<object>("update care.placements set care_coordinator_id = null where id = $1", nobody.Id);

            // Others'.
            await Host.PlaceAsync(new() { Team = "South", Name = "Southern One", StartsOn = today.AddDays(-50) });
            AtAnotherProvider = await Host.PlaceAsync(new() { Team = "South", Name = "Southern Two", StartsOn = today.AddDays(-2), Provider = "provider2" });
            await Host.PlaceAsync(new() { Partnership = "eastlancs", Name = "Lancastrian One", StartsOn = today.AddDays(-200) });
            await Host.PlaceAsync(new() { Partnership = "eastlancs", Name = "Lancastrian Over", StartsOn = today.AddDays(-200), Stage = PlacementStage.Ended, EndedOn = today.AddDays(-100) });

            Task<Placed> DueAsync(string name, int days) => Host.PlaceAsync(new() { Name = name, StartsOn = today.AddDays(days - 42) });
        }

        public async Task DisposeAsync() => await _demonstration.DisposeAsync();
    }
}
