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

/// <summary>A team ends its own people's placements and takes back an end that was a mistake (S1-019).</summary>
public sealed class EndPageTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private static readonly DateOnly Start = new(2024, 1, 31);

    [Theory, Requirement("S1-019")]
    [InlineData("pct"), InlineData("council"), InlineData("head"), InlineData("provider"), InlineData("finance")]
    public async Task Nobody_but_the_team_ends_a_placement(string who)
    {
        var placed = await PlaceAsync();

        (await (await demonstration.AsAsync($"{who}@liverpool")).GetAsync(PlacementLinks.End(placed.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("S1-019", "S0-006")]
    public async Task Another_teams_and_another_partnerships_placement_is_not_there()
    {
        var (here, south) = (await PlaceAsync(), await PlaceAsync(new() { Team = "South" }));

        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.End(south.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await demonstration.AsAsync("coordinator@eastlancs")).GetAsync(PlacementLinks.End(here.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Requirement("S1-019")]
    [InlineData("2024-01-31", "The placement started on 31 January 2024: enter a later date")]
    [InlineData("2024-03-13", "It was reviewed on 14 March 2024: enter that date or a later one")]
    [InlineData("2024-03-14", null)]
    [InlineData("today", null)]
    [InlineData("tomorrow", "The first day without it must be today or in the past: come back when it has ended")]
    public async Task The_first_day_without_it_is_after_the_last_review_and_not_ahead(string on, string? refused)
    {
        var today = (await demonstration.HostAsync()).Clock.Today();
        var day = on switch { "today" => today, "tomorrow" => today.AddDays(1), _ => DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture) };
        var placed = await PlaceAsync(new() { StartsOn = Start, Reviews = [new(2024, 3, 14)] });

        var page = await Filled(await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.End(placed.Id)), day).SendAsync();

        if (refused is null)
        {
            page.Done.ShouldBe($"The placement ended: {day.AddDays(-1).InWords()} was its last day");
            var it = await ReadAsync(placed);
            (it.Stage, it.EndedOn, it.EndReason, it.EndNote).ShouldBe((PlacementStage.Ended, day, Domain.Placements.EndReason.OwnHome, "A flat of her own.\nKeys on Friday."));
        }
        else
        {
            page.Errors.ShouldBe([refused]);
            page.Document.QuerySelector("textarea")!.TextContent.ShouldContain("A flat of her own.");
            (await ReadAsync(placed)).Stage.ShouldBe(PlacementStage.Started);
        }
    }

    [Fact]
    public async Task What_is_missing_or_impossible_is_told()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var url = PlacementLinks.End((await PlaceAsync()).Id);

        (await (await coordinator.GetAsync(url)).Form().SendAsync()).Errors.ShouldBe(["Enter the first day without it", "Choose why it ended"]);
        var wrong = await (await coordinator.GetAsync(url)).Form().With("Form.On.Day", "30").With("Form.On.Month", "2").With("Form.On.Year", "2024").With("Form.Reason", "999").With("Form.Note", new string('x', 1001)).SendAsync();
        wrong.Errors.ShouldBe(["The first day without it must be a real date", "Choose one of the options", "The note must be 1,000 characters or fewer"]);
    }

    [Fact, Requirement("S1-019")]
    public async Task An_end_is_taken_back_and_the_placement_goes_on_as_before()
    {
        var placed = await PlaceAsync(new() { StartsOn = Start, Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 6, 1) });
        var manager = await demonstration.AsAsync("manager@liverpool");

        var page = await manager.GetAsync(PlacementLinks.End(placed.Id));
        page.Text.ShouldContain("31 May 2024 was its last day. Reason: Own home.");
        (await page.Form().SendAsync()).Done.ShouldBe("The end is taken back: the placement goes on");

        var it = await ReadAsync(placed);
        (it.Stage, it.EndedOn, it.EndReason, it.NextReviewOn).ShouldBe((PlacementStage.Started, null, null, Start.AddDays(42)));
        var again = await manager.PostAsync($"{PlacementLinks.End(placed.Id)}?handler=TakeBack", (await manager.GetAsync(PlacementLinks.End(placed.Id))).Form().Fields);
        again.Errors.ShouldBe(["This placement has not ended"]);
    }

    [Fact]
    public async Task An_end_is_not_taken_back_when_the_person_came_back_to_the_service_since()
    {
        var first = await PlaceAsync(new() { StartsOn = Start, Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 6, 1) });
        await PlaceAsync(new() { StartsOn = new DateOnly(2024, 9, 2), Again = first });

        var page = await (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.End(first.Id))).Form().SendAsync();

        page.Errors.ShouldBe(["This person already has a placement with this service at that time"]);
        page.Text.ShouldContain("31 May 2024 was its last day");
        (await ReadAsync(first)).Stage.ShouldBe(PlacementStage.Ended);
    }

    [Fact]
    public async Task Whoever_ends_it_second_is_told_that_somebody_else_saved_first()
    {
        var placed = await PlaceAsync(new() { StartsOn = Start });
        var (coordinator, manager) = (await demonstration.AsAsync("coordinator@liverpool"), await demonstration.AsAsync("manager@liverpool"));
        var stale = Filled(await coordinator.GetAsync(PlacementLinks.End(placed.Id)), new DateOnly(2024, 5, 1));
        await (await manager.GetAsync(PlacementLinks.Coordinator(placed.Id))).Form().With("Form.Coordinator", (await (await demonstration.HostAsync()).Database.ActorAsync("manager@liverpool.demo.example")).AccountId.ToString()!).SendAsync();

        var page = await stale.SendAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Somebody else saved this first");
        (await page.Form().SendAsync()).Done.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_has_not_started_is_withdrawn_instead()
    {
        var placed = await PlaceAsync(new() { Stage = PlacementStage.Approved });

        var page = await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.End(placed.Id));

        page.Document.QuerySelector("main form").ShouldBeNull();
        page.Document.QuerySelector($"main a[href='{PlacementLinks.Withdraw(placed.Id)}']").ShouldNotBeNull();
    }

    private static FormPost Filled(WebPage page, DateOnly on) => page.Form().With("Form.On", on).With("Form.Reason", nameof(Domain.Placements.EndReason.OwnHome)).With("Form.Note", "A flat of her own.\r\nKeys on Friday.");

    private async Task<Placed> PlaceAsync(PlacementSketch? sketch = null) => await (await demonstration.HostAsync()).PlaceAsync(sketch);

    private async Task<Placement> ReadAsync(Placed placed)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Placements.AsNoTracking().SingleAsync(p => p.Id == placed.Id);
    }
}
