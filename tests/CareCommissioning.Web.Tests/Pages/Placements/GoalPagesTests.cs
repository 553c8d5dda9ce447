using System.Net;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Placements;
using CareCommissioning.Web.Pages.Services;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>What people want and how they live: written down by their team, and told to others in sums alone (S2-002, S2-005 to S2-009).</summary>
public sealed class GoalPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S2-002")]
    public async Task A_goal_is_the_teams_and_while_the_person_lives_there_the_providers()
    {
        var placed = await (await demonstration.HostAsync()).PlaceAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        (await (await coordinator.GetAsync(PlacementLinks.Goals(placed.Id))).Form().SendAsync()).Errors.ShouldBe(["Enter what the person wants to reach"]);
        var page = await (await coordinator.GetAsync(PlacementLinks.Goals(placed.Id))).Form().With("Form.Text", "A bench in the garden").SendAsync();
        page.Done.ShouldBe("The goal is written down");
        (await page.Form("form[action*='state=Reached']").SendAsync()).Text.ShouldContain("Reached Wanted since");

        (await coordinator.GetAsync(PlacementLinks.Details(placed.Id))).Text.ShouldContain("A bench in the garden");
        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync(PlacementLinks.Details(placed.Id))).Text.ShouldContain("A bench in the garden");
        foreach (var who in new[] { "pct@liverpool", "finance@liverpool" })
        {
            (await (await demonstration.AsAsync(who)).GetAsync(PlacementLinks.Details(placed.Id))).Text.ShouldNotContain("bench");
        }

        (await coordinator.GetAsync(PlacementLinks.End(placed.Id))).Form().ShouldNotBeNull();
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<object>("update care.placements set stage = 'Ended', ended_on = starts_on + 1, end_reason = 'OwnHome' where id = $1", placed.Id);
        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync(PlacementLinks.Details(placed.Id))).Text.ShouldNotContain("bench");
        (await coordinator.GetAsync(PlacementLinks.Goals(placed.Id))).Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact, Requirement("S2-006", "S2-007", "S2-008", "S2-009")]
    public async Task A_review_asks_how_the_person_lives_and_what_they_want_and_nothing_typed_is_lost()
    {
        var today = (await demonstration.HostAsync()).Clock.Today();
        var placed = await (await demonstration.HostAsync()).PlaceAsync(new() { StartsOn = today.AddDays(-20) });
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var answers = (await coordinator.GetAsync(PlacementLinks.Review(placed.Id))).Form().With("Form.Decision", "Continue").With("Form.Summary", "Well")
            .With("Form.Lives.Housing", "OwnHome").With("Form.Lives.Work", "PaidWork")
            .With("Form.Lives.Company", "4").With("Form.Lives.Hope", "3").With("Form.Lives.Self", "2").With("Form.Lives.Meaning", "1");

        var refused = await answers.SendAsync();
        refused.Errors.ShouldBe(["Choose an answer, or say that the person did not want to answer"]);
        refused.Form()["Form.Lives.Company"].ShouldBe("4");
        var both = await refused.Form().With("Form.Lives.Control", "0").With("Form.Lives.Declined", "true").SendAsync();
        both.Errors.ShouldBe(["Take out the answers, or the tick: the person answered or did not want to"]);
        var noGoal = await both.Form().Without("Form.Lives.Declined").SendAsync();
        noGoal.Errors.ShouldBe([PlacementRefusals.GoalNeeded.Message]);
        var saved = await noGoal.Form().With("Form.NewGoal", "My own front door").SendAsync();
        saved.Done.ShouldNotBeNull(saved.Text);
        saved.Text.ShouldContain("My own front door");
        saved.Rows("The latest first; only your team").ShouldContain(row => row[1] == "Own or rented home" && row[2].StartsWith("Paid work", StringComparison.Ordinal) && row[3] == "4" && row[4] == "50");

        // At the next one the goal is asked about, and home and work stand there as they were.
        var next = (await coordinator.GetAsync(PlacementLinks.Review(placed.Id))).Form();
        (next["Form.Lives.Housing"], next["Form.Lives.Work"], next["Form.Goals[0].State"]).ShouldBe(("OwnHome", "PaidWork", "Open"));
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(PlacementLinks.Details(placed.Id))).Text.ShouldNotContain("Own or rented home");
    }

    [Fact, Requirement("S2-007", "S2-008")]
    public async Task A_start_says_where_the_person_lives()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Approved).MakeAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var refused = await (await coordinator.GetAsync($"{placed.Url}/start")).Form().SendAsync();
        refused.Errors.ShouldBe(["Choose where the person lives", "Choose what the person does by day"]);
        (await refused.Form().With("Form.Lives.Housing", "Temporary").With("Form.Lives.Work", "NotKnown").SendAsync()).Text.ShouldContain("Temporary: hostel");
    }

    [Fact, Requirement("S2-005", "S2-007", "S2-008")]
    public async Task Commissioners_see_sums_providers_their_own_and_nobody_fewer_than_five()
    {
        var (pct, provider) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        var page = await pct.GetAsync(PlacementLinks.Outcomes);
        page.Text.ShouldMatch(@"In settled accommodation ?\d+% of \d+");
        page.Text.ShouldMatch(@"In paid work ?\d+% of \d+");
        page.Text.ShouldMatch(@"Efficiency ?£[\d,]+ a point");
        page.Rows("The most gained first").Count.ShouldBeGreaterThan(3);

        var providers = (await provider.GetAsync($"{PlacementLinks.Outcomes}?by=provider")).Rows("The most gained first");
        providers.ShouldHaveSingleItem()[0].ShouldBe("Sunrise House Care Ltd");
        (await pct.GetAsync($"{PlacementLinks.Outcomes}?by=provider")).Rows("The most gained first").Count.ShouldBeGreaterThan(1);
        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(PlacementLinks.Outcomes)).Status.ShouldBe(HttpStatusCode.Forbidden);

        // A new service with four people tells nothing; with the fifth it does.
        var host = await demonstration.HostAsync();
        var service = await host.Database.BehindTheScenesAsync<Guid>("select service_id from care.placements where stage = 'Started' and service_id in (select id from care.services where type = 'NursingHome') limit 1");
        await host.Database.BehindTheScenesAsync<object>("delete from care.placement_circumstances c using care.placements p where p.id = c.placement_id and p.service_id = $1", service);
        foreach (var count in new[] { 4, 5 })
        {
            await host.Database.BehindTheScenesAsync<object>("""
                insert into care.placement_circumstances (id, placement_id, partnership_id, as_of, housing, work)
                select gen_random_uuid(), p.id, p.partnership_id, p.starts_on, 'CareHome', 'Retired' from care.placements p
                where p.service_id = $1 and p.stage = 'Started' and not exists (select from care.placement_circumstances c where c.placement_id = p.id)
                order by p.id limit case $2 when 4 then 4 else 1 end
                """, service, count);
            var told = (await pct.GetAsync(ServiceLinks.Details(service))).Text;
            if (count == 4)
            {
                told.ShouldContain("In settled accommodationFewer than 5");
            }
            else
            {
                told.ShouldContain("In settled accommodation0% of 5");
            }
        }
    }

    [Fact, Requirement("S2-002")]
    public async Task The_pathway_for_the_persons_care_cluster_is_one_click_away()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        await using var db = (await demonstration.HostAsync()).Database.As(await (await demonstration.HostAsync()).Database.ActorAsync("coordinator@liverpool.demo.example"));
        var id = await db.Placements.Where(p => p.Cluster == 11 && p.Stage == PlacementStage.Started).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
        var link = (await coordinator.GetAsync(PlacementLinks.Details(id))).Document.QuerySelectorAll("main a[href^='/pathways/']").ShouldHaveSingleItem();
        link.TextContent.ShouldBe("Schizophrenia");
    }
}
