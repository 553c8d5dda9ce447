using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Placements;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>A team manager gives people another care co-ordinator, or hands them over to another team (S1-048).</summary>
public sealed class CoordinatorPageTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Theory, Requirement("S1-048")]
    [InlineData("coordinator"), InlineData("pct"), InlineData("provider"), InlineData("admin")]
    public async Task Nobody_but_a_team_manager_assigns_or_hands_over(string who)
    {
        var placed = await PlaceAsync();
        var client = await demonstration.AsAsync($"{who}@liverpool");

        (await client.GetAsync(PlacementLinks.Coordinator(placed.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(PlacementLinks.HandOver(placed.Id))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("S1-048", "S0-006")]
    public async Task Another_teams_people_are_not_there()
    {
        var (here, south) = (await PlaceAsync(), await PlaceAsync(new() { Team = "South" }));
        var (manager, stranger) = (await demonstration.AsAsync("manager@liverpool"), await demonstration.AsAsync("manager@eastlancs"));

        foreach (var (client, id) in new[] { (manager, south.Id), (stranger, here.Id) })
        {
            (await client.GetAsync(PlacementLinks.Coordinator(id))).Status.ShouldBe(HttpStatusCode.NotFound);
            (await client.GetAsync(PlacementLinks.HandOver(id))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact, Requirement("S1-048")]
    public async Task A_colleague_of_the_same_team_takes_over()
    {
        var placed = await PlaceAsync();
        var manager = await demonstration.AsAsync("manager@liverpool");

        var page = await manager.GetAsync(PlacementLinks.Coordinator(placed.Id));
        page.Text.ShouldContain("The care co-ordinator is Carol Ordway now.");
        var offered = page.Document.QuerySelectorAll("main .nhsuk-radios__label").Select(l => l.TextContent.Trim()).ToList();
        offered.ShouldNotContain(name => name.StartsWith("Carol Ordway", StringComparison.Ordinal), "she is it already");
        offered.ShouldContain(name => name.StartsWith("Martin Geraghty, ", StringComparison.Ordinal) && name.EndsWith(" now", StringComparison.Ordinal));
        (await page.Form().SendAsync()).Errors.ShouldBe(["Choose a colleague"]);
        (await page.Form().With("Form.Coordinator", await AccountAsync("manager@eastlancs")).SendAsync()).Errors.ShouldBe(["Choose a colleague of this team"]);
        (await page.Form().With("Form.Coordinator", await AccountAsync("pct@liverpool")).SendAsync()).Errors.ShouldBe(["Choose a colleague of this team"]);

        (await page.Form().With("Form.Coordinator", await AccountAsync("manager@liverpool")).SendAsync()).Done.ShouldBe("Martin Geraghty is the care co-ordinator now");
        (await ReadAsync(placed)).CareCoordinatorId.ToString().ShouldBe(await AccountAsync("manager@liverpool"));
    }

    [Fact]
    public async Task Whoever_assigns_second_is_told()
    {
        var placed = await PlaceAsync();
        var manager = await demonstration.AsAsync("manager@liverpool");
        var (first, second) = ((await manager.GetAsync(PlacementLinks.Coordinator(placed.Id))).Form(), ReviewPageTests.Filled(await manager.GetAsync(PlacementLinks.Review(placed.Id))));
        await first.With("Form.Coordinator", await AccountAsync("manager@liverpool")).SendAsync();

        var page = await second.SendAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Of_a_placement_that_is_over_the_co_ordinator_stays()
    {
        var placed = await PlaceAsync(new() { Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 5, 1) });

        var page = await (await demonstration.AsAsync("manager@liverpool")).GetAsync(PlacementLinks.Coordinator(placed.Id));

        page.Text.ShouldContain("This placement is over");
        page.Document.QuerySelector("main form").ShouldBeNull();
    }

    [Fact, Requirement("S1-048")]
    public async Task A_person_is_handed_over_once_confirmed_and_the_old_team_no_longer_sees_them()
    {
        var host = await demonstration.HostAsync();
        var ended = await PlaceAsync(new() { Coordinator = "manager", Stage = PlacementStage.Ended, EndedOn = new DateOnly(2024, 5, 1) });
        var running = await PlaceAsync(new() { Coordinator = "manager", StartsOn = new DateOnly(2024, 6, 1), Again = ended });
        var manager = await demonstration.AsAsync("manager@liverpool");

        var empty = await host.Database.BehindTheScenesAsync<Guid>(
            "insert into care.teams (id, partnership_id, organisation_id, name) select gen_random_uuid(), partnership_id, organisation_id, 'Empty team' from care.teams where name like 'Early%' returning id");

        var choose = await manager.GetAsync(PlacementLinks.HandOver(running.Id));
        choose.Text.ShouldNotContain("Burnley");
        (await manager.GetAsync($"{PlacementLinks.HandOver(running.Id)}?team=")).Errors.ShouldBe(["Choose a team"]);
        (await manager.GetAsync($"{PlacementLinks.HandOver(running.Id)}?team={await TeamAsync("Burnley")}")).Errors.ShouldBe(["Choose a team"]);
        (await manager.GetAsync($"{PlacementLinks.HandOver(running.Id)}?team={empty}")).Text.ShouldContain("so it can take nobody over");

        var confirm = await manager.GetAsync($"{PlacementLinks.HandOver(running.Id)}?team={await TeamAsync("South")}");
        confirm.Text.ShouldContain("Your team will no longer see this person");
        (await confirm.Form().SendAsync()).Errors.ShouldBe(["Choose who becomes the care co-ordinator", "Say why: it stands in the log"]);
        (await Handed(confirm, await AccountAsync("manager@liverpool")).SendAsync()).Errors.ShouldBe(["Choose a care co-ordinator of the team that takes over"]);
        (await Handed(confirm, await AccountAsync("coordinator@eastlancs")).With("Form.Team", (await TeamAsync("Burnley")).ToString()).SendAsync()).Errors.ShouldNotBeEmpty();
        var done = await Handed(confirm, await AccountAsync("coordinator@liverpool")).SendAsync();

        done.Url.ShouldBe(PlacementLinks.List);
        done.Done.ShouldNotBeNull().ShouldEndWith("is handed over to South Liverpool community mental health team. Your team no longer sees this person");
        (await manager.GetAsync(PlacementLinks.Review(running.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Handed(confirm, await AccountAsync("coordinator@liverpool")).With("FormKey", Guid.CreateVersion7().ToString()).SendAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync(running)).CareCoordinatorId.ToString().ShouldBe(await AccountAsync("coordinator@liverpool"));
        (await ReadAsync(ended)).CareCoordinatorId.ToString().ShouldBe(await AccountAsync("manager@liverpool"), "over, so it stays as it was");
        (await ReadAsync(ended)).TeamId.ShouldBe(await TeamAsync("South"));
        (await host.Database.BehindTheScenesAsync<string>("select reason from care.audit_entries where table_name = 'people' and action = 'update' and record_id = $1", running.PersonId.ToString())).ShouldBe("Moved to Speke");
    }

    private static FormPost Handed(WebPage page, string coordinator) => page.Form().With("Form.Coordinator", coordinator).With("Form.Reason", "Moved to Speke");

    private async Task<Placed> PlaceAsync(PlacementSketch? sketch = null) => await (await demonstration.HostAsync()).PlaceAsync(sketch);

    private async Task<string> AccountAsync(string who) => (await (await demonstration.HostAsync()).Database.ActorAsync($"{who}.demo.example")).AccountId.ToString()!;

    private async Task<Guid> TeamAsync(string name) =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<Guid>("select id from care.teams where name like $1 || '%'", name);

    private async Task<Placement> ReadAsync(Placed placed)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Placements.AsNoTracking().SingleAsync(p => p.Id == placed.Id);
    }
}
