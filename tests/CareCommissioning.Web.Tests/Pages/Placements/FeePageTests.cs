using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>Commissioners change a running placement's fee and split from a day, and what was paid before stays (rules E9).</summary>
public sealed class FeePageTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private static readonly DateOnly Start = new(2024, 4, 1);

    [Theory, Requirement("S1-019", "E9")]
    [InlineData("coordinator"), InlineData("manager"), InlineData("finance"), InlineData("provider"), InlineData("staff"), InlineData("admin")]
    public async Task Nobody_but_commissioners_changes_a_running_fee(string who)
    {
        var placed = await PlaceAsync();

        (await (await demonstration.AsAsync($"{who}@liverpool")).GetAsync(PlacementLinks.Fee(placed.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("S0-006")]
    public async Task Another_partnerships_placement_is_not_there()
    {
        var placed = await PlaceAsync(new() { Partnership = "eastlancs" });

        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(PlacementLinks.Fee(placed.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("E9")]
    public async Task What_was_paid_before_stays_and_stands_beside()
    {
        var placed = await PlaceAsync(new() { StartsOn = Start, Name = "Cuthbert Unnamed" });
        var council = await demonstration.AsAsync("council@liverpool");

        var form = await council.GetAsync(PlacementLinks.Fee(placed.Id));
        form.Html.ShouldNotContain("Cuthbert");
        form.Heading.ShouldStartWith("P-");
        var after = await Filled(form, new DateOnly(2024, 5, 20), "£820.00").With("Form.Nhs", "33.33").With("Form.Council", "33.33").With("Form.Pooled", "33.34").With("Form.Reference", " Panel 2024/7 ").SendAsync();

        after.Done.ShouldBe("The fee is £820.00 a week from 20 May 2024");
        var terms = await TermsAsync(placed);
        terms.Select(t => (t.ValidFrom, t.ValidTo, t.WeeklyFee, t.PooledShare, t.Reference)).ShouldBe(
            [(Start, new DateOnly(2024, 5, 20), 785m, 0m, null), (new DateOnly(2024, 5, 20), null, 820m, 33.34m, "Panel 2024/7")]);
        Fees.Cost(terms, Start, new DateOnly(2024, 7, 1)).ShouldBe(10_415m);
        var history = (await council.GetAsync(PlacementLinks.Fee(placed.Id))).Document.QuerySelector("table")!.TextContent;
        history.ShouldContain("19 May 2024");
        history.ShouldContain("Pooled budget 33.34% (Panel 2024/7)");
    }

    [Theory, Requirement("E9")]
    [InlineData(0, "In force")]
    [InlineData(-1, "Not in force yet")]
    public async Task The_fees_of_a_placement_say_their_last_day_and_after_its_end_none_is_in_force(int daysAgo, string last)
    {
        var host = await demonstration.HostAsync();
        var today = host.Clock.Today();
        var placed = await PlaceAsync();
        var council = await demonstration.AsAsync("council@liverpool");
        (await Filled(await council.GetAsync(PlacementLinks.Fee(placed.Id)), today.AddDays(-daysAgo), "820").SendAsync()).Errors.ShouldBeEmpty();
        (await LastDaysAsync()).ShouldBe([last, today.AddDays(-daysAgo).LastDay().InWords()]);

        await host.Database.BehindTheScenesAsync<object>("update care.placements set stage = 'Ended', ended_on = $2, end_reason = 'OwnHome' where id = $1", placed.Id, today);

        (await LastDaysAsync()).ShouldBe(["Never in force", today.LastDay().InWords()]);

        async Task<IEnumerable<string>> LastDaysAsync() => (await council.GetAsync(PlacementLinks.Details(placed.Id))).Rows("Fees over time").Select(r => r[1]);
    }

    [Fact, Requirement("E9")]
    public async Task The_one_fee_of_a_placement_that_ended_says_its_last_day()
    {
        var placed = await PlaceAsync(new() { StartsOn = Start, Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 6, 1) });

        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(PlacementLinks.Details(placed.Id))).Text.ShouldContain("From 1 April 2024 to 31 May 2024.");
    }

    [Theory, Requirement("E9")]
    [InlineData("2024-04-01", "The fee agreed last began on 1 April 2024: enter a later date")]
    [InlineData("2024-04-02", null)]
    [InlineData("366 ahead", "The first day is no more than a year from today")]
    [InlineData("365 ahead", null)]
    public async Task The_first_day_is_after_the_fee_before_and_within_a_year(string from, string? refused)
    {
        var today = (await demonstration.HostAsync()).Clock.Today();
        var day = from.EndsWith("ahead", StringComparison.Ordinal) ? today.AddDays(int.Parse(from[..3], System.Globalization.CultureInfo.InvariantCulture)) : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var placed = await PlaceAsync();

        var page = await Filled(await (await demonstration.AsAsync("pct@liverpool")).GetAsync(PlacementLinks.Fee(placed.Id)), day, "820").SendAsync();

        page.Errors.ShouldBe(refused is null ? [] : [refused]);
        (await TermsAsync(placed)).Count.ShouldBe(refused is null ? 2 : 1);
    }

    [Theory, Requirement("E9")]
    [InlineData("WeeklyFee", "", "Enter the weekly fee")]
    [InlineData("WeeklyFee", "abc", "The weekly fee must be a number, like 12 or 12.50")]
    [InlineData("WeeklyFee", "0", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("WeeklyFee", "-785", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("WeeklyFee", "20000.01", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("WeeklyFee", "785.555", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("WeeklyFee", "79228162514264337593543950335", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("Nhs", "49.99", "The shares must sum to exactly 100 per cent: they sum to 99.99")]
    [InlineData("Nhs", "50.01", "The shares must sum to exactly 100 per cent: they sum to 100.01")]
    [InlineData("Nhs", "-50", "Each share must be between 0 and 100 per cent, with no more than two decimals")]
    [InlineData("Council", "49.999", "Each share must be between 0 and 100 per cent, with no more than two decimals")]
    [InlineData("Pooled", "100.01", "Each share must be between 0 and 100 per cent, with no more than two decimals")]
    [InlineData("Reference", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "The reference must be 60 characters or fewer")]
    public async Task Money_that_cannot_be_is_refused_beside_its_field(string field, string typed, string message)
    {
        var placed = await PlaceAsync();

        var page = await Filled(await (await demonstration.AsAsync("pct@liverpool")).GetAsync(PlacementLinks.Fee(placed.Id)), new DateOnly(2025, 4, 1), "820").With($"Form.{field}", typed).SendAsync();

        page.Errors.ShouldBe([message]);
        page.Document.QuerySelector($"#Form_{field}")!.GetAttribute("value").ShouldBe(typed);
        (await TermsAsync(placed)).ShouldHaveSingleItem();
    }

    [Fact, Requirement("E3")]
    public async Task Nobody_pays_for_section_117_after_care_themselves()
    {
        var placed = await PlaceAsync(new() { LegalBasis = LegalBasis.Section117 });

        var page = await Filled(await (await demonstration.AsAsync("head@liverpool")).GetAsync(PlacementLinks.Fee(placed.Id)), new DateOnly(2025, 4, 1), "820").With("Form.Nhs", "40").With("Form.Person", "10").SendAsync();

        page.Errors.ShouldBe(["Nobody pays for section 117 after-care themselves: the person’s share must be 0"]);
    }

    [Fact]
    public async Task Two_commissioners_at_once_do_not_overwrite_each_other()
    {
        var placed = await PlaceAsync();
        var (nhs, council) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("council@liverpool"));
        var first = Filled(await nhs.GetAsync(PlacementLinks.Fee(placed.Id)), new DateOnly(2025, 4, 1), "800");
        var second = Filled(await council.GetAsync(PlacementLinks.Fee(placed.Id)), new DateOnly(2025, 5, 1), "900");

        (await first.SendAsync()).Done.ShouldNotBeNull();
        var page = await second.SendAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Somebody else saved this first");
        page.Document.QuerySelector("#Form_WeeklyFee")!.GetAttribute("value").ShouldBe("900");
        (await TermsAsync(placed)).Count.ShouldBe(2);
        (await page.Form().SendAsync()).Done.ShouldBe("The fee is £900.00 a week from 1 May 2025");
    }

    [Fact]
    public async Task Before_the_start_and_after_the_end_there_is_no_fee_to_change()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        foreach (var sketch in new[] { new PlacementSketch { Stage = PlacementStage.Referred }, new PlacementSketch { Stage = PlacementStage.Matched }, new PlacementSketch { StartsOn = Start, Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 6, 1) } })
        {
            var page = await pct.GetAsync(PlacementLinks.Fee((await PlaceAsync(sketch)).Id));
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Document.QuerySelector("main form").ShouldBeNull();
        }
    }

    private static FormPost Filled(WebPage page, DateOnly from, string weeklyFee) => page.Form().With("Form.From", from).With("Form.WeeklyFee", weeklyFee);

    private async Task<Placed> PlaceAsync(PlacementSketch? sketch = null) => await (await demonstration.HostAsync()).PlaceAsync(sketch ?? new PlacementSketch { StartsOn = Start });

    private async Task<IReadOnlyList<PlacementTerms>> TermsAsync(Placed placed)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.PlacementTerms.AsNoTracking().Where(t => t.PlacementId == placed.Id).OrderBy(t => t.ValidFrom).ToListAsync();
    }
}
