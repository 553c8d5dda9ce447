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

/// <summary>A team reviews its own people, from what the last review said; a late review stays late (S1-020).</summary>
public sealed class ReviewPageTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Theory, Requirement("S1-019", "S1-020")]
    [InlineData("provider"), InlineData("staff"), InlineData("pct"), InlineData("finance"), InlineData("admin")]
    public async Task Nobody_but_the_team_reviews(string who)
    {
        var placed = await PlaceAsync();
        var client = await demonstration.AsAsync($"{who}@liverpool");

        (await client.GetAsync(PlacementLinks.Review(placed.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsync(PlacementLinks.Review(placed.Id), await TokenAsync(client))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("S1-020", "S0-006")]
    public async Task Another_teams_and_another_partnerships_person_is_not_there()
    {
        var (here, south, elsewhere) = (await PlaceAsync(), await PlaceAsync(new() { Team = "South" }), await PlaceAsync(new() { Partnership = "eastlancs" }));
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var stranger = await demonstration.AsAsync("coordinator@eastlancs");

        (await coordinator.GetAsync(PlacementLinks.Review(here.Id))).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var (client, id) in new[] { (coordinator, south.Id), (coordinator, elsewhere.Id), (stranger, here.Id) })
        {
            (await client.GetAsync(PlacementLinks.Review(id))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await client.PostAsync(PlacementLinks.Review(id), await TokenAsync(client))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact, Requirement("S1-020")]
    public async Task A_late_review_keeps_its_lateness_and_the_next_date_is_told()
    {
        var today = (await demonstration.HostAsync()).Clock.Today();
        var start = today.AddDays(-47);
        var placed = await PlaceAsync(new() { StartsOn = start });
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");

        var page = await coordinator.GetAsync(PlacementLinks.Review(placed.Id));
        page.Text.ShouldContain($"This review is due on {today.AddDays(-5).InWords()}. Overdue");
        page.Text.ShouldContain("It has not been reviewed yet");
        page.Text.ShouldContain($"Leave it empty for {start.AddMonths(3).InWords()}, which the rules give for a review on {today.InWords()} (once more early on: 3 months)");
        var after = await Filled(page).SendAsync();

        after.Done.ShouldBe($"The review of {today.InWords()} is saved. The next one is due on {start.AddMonths(3).InWords()}");
        after.Url.ShouldBe(PlacementLinks.Details(placed.Id));
        var review = await OnlyReviewAsync(placed);
        (review.DueOn, review.DaysLate, review.Summary).ShouldBe((today.AddDays(-5), 5, "Well.\nWants to cook."));
        var next = await coordinator.GetAsync(PlacementLinks.Review(placed.Id));
        next.Text.ShouldContain($"Last review, {today.InWords()}");
        next.Text.ShouldContain("Continue as it is, 5 days late Well. Wants to cook.");
    }

    [Theory, Requirement("S1-020")]
    [InlineData(-1, null, "Form.ReviewedOn", "Enter a day from")]
    [InlineData(61, null, "Form.ReviewedOn", "Enter a day from")]
    [InlineData(60, 60, "Form.NextOn", "The next review is after this one")]
    [InlineData(60, 93, "Form.NextOn", "By the rules the next review is due on")]
    [InlineData(0, null, null, null)]
    [InlineData(60, null, null, null)]
    [InlineData(60, 61, null, null)]
    [InlineData(60, 92, null, null)]
    public async Task A_review_is_between_the_start_and_today_and_the_next_not_later_than_the_rules_say(int reviewedAfter, int? nextAfter, string? field, string? message)
    {
        // 60 days ago, with the three months after the start on day 92 at the latest.
        var today = (await demonstration.HostAsync()).Clock.Today();
        var start = today.AddDays(-60);
        var limit = start.AddMonths(3).DayNumber - start.DayNumber;
        var placed = await PlaceAsync(new() { StartsOn = start });
        var form = Filled(await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.Review(placed.Id))).With("Form.ReviewedOn", start.AddDays(reviewedAfter));
        if (nextAfter is { } days)
        {
            form.With("Form.NextOn", start.AddDays(days - 92 + (days is 92 or 93 ? limit : 92)));
        }

        var page = await form.SendAsync();

        if (field is null)
        {
            page.Done.ShouldNotBeNull(page.Text);
            return;
        }

        page.Errors.ShouldHaveSingleItem().ShouldStartWith(message!);
        page.Document.QuerySelector(".nhsuk-error-summary__list a")!.GetAttribute("href").ShouldStartWith($"#{field.Replace('.', '_')}");
        page.Document.QuerySelector("textarea")!.TextContent.ShouldContain("Wants to cook.");
    }

    [Fact]
    public async Task What_is_missing_or_impossible_is_told_and_what_was_typed_stays()
    {
        var placed = await PlaceAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var url = PlacementLinks.Review(placed.Id);

        var empty = await (await coordinator.GetAsync(url)).Form().With("Form.ReviewedOn.Day", "").With("Form.ReviewedOn.Month", "").With("Form.ReviewedOn.Year", "").SendAsync();
        empty.Errors.ShouldBe(["Enter the date of the review", "Choose what was decided", "Enter a summary of the review", "Choose where the person lives", "Choose what the person does by day", .. Enumerable.Repeat("Choose an answer, or say that the person did not want to answer", 5)]);
        var wrong = await Filled(await coordinator.GetAsync(url)).With("Form.ReviewedOn.Day", "31").With("Form.ReviewedOn.Month", "2").With("Form.ReviewedOn.Year", "2026").With("Form.Decision", "Abolish").With("Form.Summary", new string('x', 4001)).SendAsync();
        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.Errors.Count.ShouldBe(3, wrong.Text);
        wrong.Errors.ShouldContain("The date of the review must be a real date");
        wrong.Errors.ShouldContain("The summary must be 4,000 characters or fewer");
        wrong.Document.QuerySelector("[name='Form.ReviewedOn.Day']")!.GetAttribute("value").ShouldBe("31");
        (await Filled(await coordinator.GetAsync(url)).With("Form.Summary", new string('é', 4000)).SendAsync()).Done.ShouldNotBeNull();
    }

    [Fact]
    public async Task Any_text_is_kept_as_it_was_typed_or_refused_in_words()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        foreach (var text in HostileText.All.Where(t => t.Length < 10_000))
        {
            var placed = await PlaceAsync();
            var page = await Filled(await coordinator.GetAsync(PlacementLinks.Review(placed.Id))).With("Form.Summary", text).SendAsync();

            ((int)page.Status).ShouldBeLessThan(500, text);
            if (page.Done is not null)
            {
                (await OnlyReviewAsync(placed)).Summary.ShouldBe(text.ReplaceLineEndings("\n").Trim());
            }
        }
    }

    [Fact]
    public async Task Of_two_who_review_at_once_the_second_sees_what_the_first_wrote()
    {
        var today = (await demonstration.HostAsync()).Clock.Today();
        var placed = await PlaceAsync(new() { StartsOn = today.AddDays(-20) });
        var (coordinator, manager) = (await demonstration.AsAsync("coordinator@liverpool"), await demonstration.AsAsync("manager@liverpool"));
        var first = Filled(await coordinator.GetAsync(PlacementLinks.Review(placed.Id))).With("Form.ReviewedOn", today.AddDays(-3)).With("Form.Decision", nameof(ReviewDecision.PlanToMove));
        var second = Filled(await manager.GetAsync(PlacementLinks.Review(placed.Id))).With("Form.Summary", "Seen by me too");

        (await first.SendAsync()).Done.ShouldNotBeNull();
        var conflict = await second.SendAsync();

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("Somebody else saved this first");
        conflict.Text.ShouldContain("Plan a move");
        conflict.Document.QuerySelector("textarea")!.TextContent.ShouldContain("Seen by me too");
        (await conflict.Form().SendAsync()).Done.ShouldNotBeNull();
    }

    [Fact, Requirement("C18")]
    public async Task Who_saw_the_name_is_logged_even_when_the_form_comes_back()
    {
        var host = await demonstration.HostAsync();
        var placed = await PlaceAsync(new() { Name = "Bernadette Seenby" });
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");

        var page = await coordinator.GetAsync(PlacementLinks.Review(placed.Id));
        page.Heading.ShouldContain("Bernadette Seenby (P-");
        (await OpeningsAsync(host, placed)).ShouldBe(1);
        (await page.Form().SendAsync()).Heading.ShouldContain("Bernadette Seenby");
        (await OpeningsAsync(host, placed)).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_under_way_is_not_reviewed()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        foreach (var sketch in new[] { new PlacementSketch { Stage = PlacementStage.Matched }, new PlacementSketch { Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 5, 1) } })
        {
            var placed = await PlaceAsync(sketch);
            var page = await coordinator.GetAsync(PlacementLinks.Review(placed.Id));
            page.Text.ShouldContain("This placement is not under way");
            page.Document.QuerySelector("main form").ShouldBeNull();
            var forced = await coordinator.PostAsync(PlacementLinks.Review(placed.Id), [.. await TokenAsync(coordinator), new("Form.ReviewedOn.Day", "1"), new("Form.ReviewedOn.Month", "4"), new("Form.ReviewedOn.Year", "2024"), new("Form.Decision", "Continue"), new("Form.Summary", "x"), new("Form.Lives.Housing", "OwnHome"), new("Form.Lives.Work", "Retired"), new("Form.Lives.Declined", "true")]);
            forced.Errors.ShouldBe(["This placement is not under way"]);
        }
    }

    internal static FormPost Filled(WebPage page) => page.Form().With("Form.Decision", nameof(ReviewDecision.Continue)).With("Form.Summary", "Well.\r\nWants to cook.")
        .With("Form.Lives.Housing", "SupportedHousing").With("Form.Lives.Work", "LookingForWork").With("Form.Lives.Declined", "true").With("Form.WantsNoGoal", "true");

    private static Task<long> OpeningsAsync(CareHost host, Placed placed) =>
        host.Database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries where action = 'opened' and record_id = $1 and actor_name = 'Carol Ordway'", placed.PersonId.ToString());

    private static async Task<KeyValuePair<string, string>[]> TokenAsync(SignedInClient client) =>
        [new("__RequestVerificationToken", (await client.GetAsync("/account")).Form("form[action='/sign-out']")["__RequestVerificationToken"])];

    private async Task<Placed> PlaceAsync(PlacementSketch? sketch = null) => await (await demonstration.HostAsync()).PlaceAsync(sketch);

    private async Task<PlacementReview> OnlyReviewAsync(Placed placed)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.PlacementReviews.AsNoTracking().SingleAsync(r => r.PlacementId == placed.Id);
    }
}
