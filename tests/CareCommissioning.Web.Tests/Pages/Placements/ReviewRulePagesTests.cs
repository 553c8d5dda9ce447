using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>Commissioners set how often placements are reviewed; everybody who sees placements reads it (rules E5, E11).</summary>
public sealed class ReviewRulePagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Theory, Requirement("E11")]
    [InlineData("coordinator"), InlineData("manager"), InlineData("finance"), InlineData("provider")]
    public async Task Who_sees_placements_reads_the_rules_and_changes_none(string who)
    {
        var client = await demonstration.AsAsync($"{who}@liverpool");

        var page = await client.GetAsync(PlacementLinks.ReviewRules);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector($"main a[href^='{PlacementLinks.ReviewRules}/']").ShouldBeNull();
        (await client.GetAsync(PlacementLinks.ReviewRule(ReviewCause.Placement))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("E11")]
    public async Task Who_has_nothing_to_do_with_placements_reads_nothing() =>
        (await (await demonstration.AsAsync("admin@liverpool")).GetAsync(PlacementLinks.ReviewRules)).Status.ShouldBe(HttpStatusCode.Forbidden);

    [Fact, Requirement("E5", "E11")]
    public async Task Each_rule_stands_with_its_interval_and_where_it_comes_from()
    {
        var page = await (await demonstration.AsAsync("council@eastlancs")).GetAsync(PlacementLinks.ReviewRules);

        page.Rows("Rules of your partnership")[0][..3].ShouldBe(["First review of a new placement", "6 weeks", "6 weeks"]);
        page.Text.ShouldContain("Care programme approach: at least yearly (2008 policy)");
        page.Text.ShouldContain("moves no date that is set already");
        page.Rows("Longest time").ShouldBe([["4 weeks", "14, 15"], ["12 weeks", "1"], ["15 weeks", "2"], ["6 months", "0, 3, 4, 5, 6, 16, 17, 19, 20, 21"], ["12 months", "7, 8, 10, 11, 12, 13, 18"]]);
    }

    [Fact, Requirement("E11", "S0-006")]
    public async Task A_partnership_sets_its_own_interval_for_what_comes_next_and_goes_back()
    {
        var host = await demonstration.HostAsync();
        var placed = await host.PlaceAsync(new() { StartsOn = new DateOnly(2024, 1, 31) });
        var pct = await demonstration.AsAsync("pct@liverpool");
        var url = PlacementLinks.ReviewRule(ReviewCause.EarlyDays);

        var form = await pct.GetAsync(url);
        (form.Form()["Form.Months"], form.Form()["Form.Days"]).ShouldBe(("3", "0"));
        form.Document.QuerySelector("[formaction$='handler=Default']").ShouldBeNull();
        (await form.Form().With("Form.Months", "2").With("Form.Days", "14").SendAsync()).Done.ShouldBe("From now on: once more early on, review within 2 months and 2 weeks");

        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.ReviewRules)).Text.ShouldContain("2 months and 2 weeks Your own");
        (await (await demonstration.AsAsync("coordinator@eastlancs")).GetAsync(PlacementLinks.ReviewRules)).Text.ShouldNotContain("Your own");
        (await ReadAsync(placed)).NextReviewOn.ShouldBe(new DateOnly(2024, 3, 13), "set already");
        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.Review(placed.Id))).Status.ShouldBe(HttpStatusCode.OK);

        var own = await pct.GetAsync(url);
        (await pct.PostAsync($"{url}?handler=Default", own.Form().Fields)).Done.ShouldBe("Back to the default: once more early on, review within 3 months");
        (await pct.GetAsync(PlacementLinks.ReviewRules)).Text.ShouldNotContain("2 months and 2 weeks");
    }

    [Theory]
    [InlineData("0", "0", "Enter months, days or both: a review needs some time before it")]
    [InlineData("", "", "Enter months, days or both: a review needs some time before it")]
    [InlineData("25", "0", "Months are 0 to 24")]
    [InlineData("-1", "0", "Months are 0 to 24")]
    [InlineData("0", "367", "Days are 0 to 366")]
    [InlineData("1.5", "0", "Months must be a whole number, like 12")]
    [InlineData("99999999999", "0", "Months must be a whole number, like 12")]
    public async Task An_interval_that_cannot_be_is_refused(string months, string days, string message)
    {
        var page = await (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(PlacementLinks.ReviewRule(ReviewCause.Section117))).Form().With("Form.Months", months).With("Form.Days", days).SendAsync();

        page.Errors.ShouldBe([message]);
    }

    [Theory]
    [InlineData("CareCluster"), InlineData("nonsense"), InlineData("0")]
    public async Task There_is_no_such_rule_to_change(string cause) =>
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync($"{PlacementLinks.ReviewRules}/{cause}")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Two_commissioners_at_once_do_not_overwrite_each_other()
    {
        var (nhs, council) = (await demonstration.AsAsync("pct@eastlancs"), await demonstration.AsAsync("council@eastlancs"));
        var url = PlacementLinks.ReviewRule(ReviewCause.Placement);
        var (first, second) = ((await nhs.GetAsync(url)).Form(), (await council.GetAsync(url)).Form());

        (await first.With("Form.Months", "9").SendAsync()).Done.ShouldNotBeNull();
        var late = await second.With("Form.Months", "6").SendAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Rows("Where the two differ").ShouldBe([["Months", "9", "6"]]);

        var stale = (await nhs.GetAsync(url)).Form();
        (await council.PostAsync($"{url}?handler=Default", (await council.GetAsync(url)).Form().Fields)).Done.ShouldNotBeNull();
        (await stale.With("Form.Months", "8").SendAsync()).Status.ShouldBe(HttpStatusCode.Conflict, "the other went back to the default");
    }

    private async Task<Placement> ReadAsync(Placed placed)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Placements.AsNoTracking().SingleAsync(p => p.Id == placed.Id);
    }
}
