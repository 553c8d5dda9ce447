using System.Net;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Localities;
using CareCommissioning.Web.Pages.Teams;

namespace CareCommissioning.Web.Tests.Pages.Teams;

/// <summary>Teams and localities are kept by the administrator; a team's manager and members are people of its organisation (S1-048).</summary>
public sealed class TeamPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S1-048")]
    public async Task A_team_is_added_and_gets_members_and_a_manager()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var team = await AddAsync(admin, "Assertive outreach team", "mersey vale mental health nhs trust");
        team.Done.ShouldBe("Assertive outreach team of Mersey Vale Mental Health NHS Trust is added. Now add its members and name its manager");

        var members = await AddMemberAsync(admin, team.Url, "martin");
        members.Done.ShouldBe("Martin Geraghty works in Assertive outreach team");
        var manager = (await (await demonstration.HostAsync()).Database.ActorAsync("manager@liverpool.demo.example")).AccountId.ToString()!;
        var named = await members.Form("form[action$='handler=Manager']").With("Manager.Manager", manager).SendAsync();
        named.Done.ShouldBe("The manager is named");
        (await admin.GetAsync(team.Url)).Text.ShouldContain("Martin Geraghty");

        var removed = await named.Form("form[action$='handler=Remove']").SendAsync();
        removed.Done.ShouldBe("Martin Geraghty no longer works in Assertive outreach team");
        (await admin.GetAsync(team.Url)).Text.ShouldContain("No manager");
    }

    [Theory, Requirement("S1-048")]
    [InlineData("Priya"), InlineData("Paula"), InlineData("%"), InlineData("nobody of this name")]
    public async Task Only_care_staff_of_the_teams_own_organisation_become_members(string name)
    {
        var admin = await demonstration.AsAsync("admin@liverpool");

        var page = await AddMemberAsync(admin, TeamLinks.Details(await TeamAsync("Early intervention in psychosis team")), name);

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("No care co-ordinator or team manager of Mersey Vale");
    }

    [Fact, Requirement("S1-048")]
    public async Task A_forged_account_becomes_neither_member_nor_manager()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var stranger = (await (await demonstration.HostAsync()).Database.ActorAsync("manager@eastlancs.demo.example")).AccountId.ToString()!;
        var url = TeamLinks.Members(await TeamAsync("North Liverpool community mental health team"));

        var member = await (await admin.GetAsync(url)).Form("form[action$='handler=Add']").With("Add.Id", stranger).SendAsync();
        member.Errors.ShouldBe(["Choose a colleague from the list, or search again"]);
        var manager = await (await admin.GetAsync(url)).Form("form[action$='handler=Manager']").With("Manager.Manager", stranger).SendAsync();
        manager.Errors.ShouldBe(["Choose a member who is a team manager"]);
    }

    [Fact, Requirement("C43")]
    public async Task A_team_closes_and_opens_again()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var url = (await AddAsync(admin, "Short-lived team", "DEMO-T1")).Url;

        var closed = await (await admin.GetAsync($"{url}/close")).Form().With("Form.LastDay", new DateOnly(2026, 3, 31)).SendAsync();
        closed.Done.ShouldBe("Short-lived team closes: 31 March 2026 is its last day");
        closed.Text.ShouldContain("Last day 31 March 2026");
        closed.Text.ShouldNotContain("1 April 2026");
        (await (await admin.GetAsync($"{url}/close")).Form().SendAsync()).Done.ShouldBe("Short-lived team is open again");
    }

    [Fact]
    public async Task A_team_belongs_to_an_organisation_that_has_care_staff_and_its_name_stands_once()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");

        (await AddAsync(admin, "Surgery team", "Granby Lane Surgery")).Errors.ShouldBe(["No organisation here has this name or code. Check the spelling"]);
        (await AddAsync(admin, "South Liverpool community mental health team", "DEMO-T1")).Errors.ShouldBe(["Another team of your partnership has this name"]);
        (await AddAsync(admin, "", "")).Errors.ShouldBe(["Enter the name of the team", "Enter the organisation the team belongs to"], ignoreOrder: true);
    }

    [Fact]
    public async Task Teams_are_found_by_name_locality_and_state()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");

        (await coordinator.GetAsync("/teams?name=north")).Text.ShouldContain("North Liverpool community mental health team");
        (await coordinator.GetAsync("/teams?name=north")).Text.ShouldNotContain("Early intervention");
        (await coordinator.GetAsync("/teams?state=closed&name=north")).Text.ShouldContain("No team fits these filters");
        (await coordinator.GetAsync("/teams")).Text.ShouldNotContain("Burnley");
    }

    [Fact]
    public async Task A_locality_is_deleted_only_while_nothing_refers_to_it()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        (await (await admin.GetAsync(LocalityLinks.New)).Form().With("Form.Name", "Speke").SendAsync()).Done.ShouldBe("Speke is added");
        (await (await admin.GetAsync(LocalityLinks.New)).Form().With("Form.Name", "Speke").SendAsync()).Errors.ShouldBe(["Another locality of your partnership has this name"]);
        var database = (await demonstration.HostAsync()).Database;
        var speke = await database.BehindTheScenesAsync<Guid>("select id from care.localities where name = 'Speke'");
        var north = await database.BehindTheScenesAsync<Guid>("select id from care.localities where name = 'North Liverpool'");

        var inUse = await admin.GetAsync(LocalityLinks.Change(north));
        inUse.Text.ShouldContain("Teams refer to this locality, so it cannot be deleted");
        var change = inUse.Form();
        var forced = await admin.PostAsync($"{LocalityLinks.Change(north)}?handler=Delete", change.Fields);
        forced.Errors.ShouldBe(["Teams refer to this locality, so it cannot be deleted"]);
        var deleted = await (await admin.GetAsync(LocalityLinks.Change(speke))).Form("form[action$='handler=Delete']").SendAsync();
        deleted.Done.ShouldBe("Speke is deleted");
        (await admin.GetAsync(LocalityLinks.Change(speke))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<WebPage> AddAsync(SignedInClient client, string name, string organisation) =>
        await (await client.GetAsync(TeamLinks.New)).Form().With("Form.Team.Name", name).With("Form.Organisation.Typed", organisation).SendAsync();

    private static async Task<WebPage> AddMemberAsync(SignedInClient client, string team, string name) =>
        await (await client.GetAsync($"{team}/members")).Form("form[action$='handler=Add']").With("Add.Typed", name).SendAsync();

    private async Task<Guid> TeamAsync(string name) =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<Guid>("select id from care.teams where name = $1", name);
}
