using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Navigation;
using CareCommissioning.Web.Pages.Home;
using CareCommissioning.Web.Pages.MyAccount;
using CareCommissioning.Web.Pages.Services;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Home;

/// <summary>Each role finds its own worklist in the morning.</summary>
public sealed class HomeTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S1-082")]
    public void Every_role_has_a_home_of_its_own() => RoleHome.All.Keys.Order().ShouldBe(Enum.GetValues<Role>().Order());

    [Fact]
    public void Nobody_has_more_entries_than_fit_and_everybody_has_a_home() =>
        Enum.GetValues<Role>().ShouldAllBe(role => SiteNavigation.For(Someone(role)).Count <= SiteNavigation.Most && SiteNavigation.For(Someone(role))[0].Href == "/");

    [Theory, Requirement("S0-025", "S1-082")]
    [InlineData("pct", "What changed and what waits for me", "NHS commissioner")]
    [InlineData("head", "To sign and to prepare", "Head of joint commissioning")]
    [InlineData("coordinator", "My people", "Care co-ordinator")]
    [InlineData("provider", "Where we stand", "Provider manager")]
    [InlineData("consultant", "My programmes", "Improvement consultant")]
    [InlineData("voice", "Our say", "Service-user representative")]
    public async Task Home_says_who_one_is_and_what_the_list_will_hold(string who, string heading, string role)
    {
        var page = await (await demonstration.AsAsync($"{who}@liverpool")).GetAsync("/");

        page.Heading.ShouldContain(heading);
        page.Heading.ShouldContain(role);
        page.Text.ShouldNotContain("Nothing to do", customMessage: "a list that is not there yet cannot know");
        page.Text.ShouldContain("not in this version yet");
        page.Text.ShouldContain("You are working as");
        page.Document.QuerySelector(".nhsuk-header")!.TextContent.ShouldContain("Liverpool");
        page.Document.QuerySelectorAll("main a").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith('/'));
    }

    [Fact, Requirement("S1-048")]
    public async Task A_team_manager_sees_the_own_team_and_its_members()
    {
        var page = await (await demonstration.AsAsync("manager@liverpool")).GetAsync("/");

        page.Text.ShouldContain("North Liverpool community mental health team");
        page.Text.ShouldContain("Carol Ordway");
        page.Text.ShouldNotContain("South Liverpool community");
    }

    [Fact]
    public async Task An_administrator_comes_from_home_to_what_is_to_see_to_and_from_Administration_to_the_care_directory()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");

        (await admin.GetAsync("/")).Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldContain("To see to");
        (await admin.GetAsync("/admin")).Document.QuerySelector($"main .nhsuk-card a[href='{ServiceLinks.Import}']").ShouldNotBeNull();
        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync("/admin")).Html.ShouldNotContain(ServiceLinks.Import);
    }

    [Fact]
    public void Large_numbers_have_their_commas() => new Proportion(982, 1204).OfHowMany.ShouldBe("982 of 1,204");

    [Fact, Requirement("C11")]
    public async Task An_approver_sees_open_invitations_of_the_own_organisation_only()
    {
        var host = await demonstration.HostAsync();
        await using (var db = host.Database.As(Actor.System))
        {
            var sunrise = await db.Organisations.Where(o => o.Name == "Sunrise House Care Ltd").Select(o => o.Id).SingleAsync();
            db.Invitations.Add(new Invitation(Guid.CreateVersion7(), "new@sunrise.example", "New Colleague", sunrise, Role.ProviderStaff, false, new DateOnly(2026, 1, 1), null, new byte[32], null, host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync("/")).Text.ShouldContain("1 open invitation");
        (await (await demonstration.AsAsync("provider2@liverpool")).GetAsync("/")).Text.ShouldContain("No open invitations");
        (await (await demonstration.AsAsync("admin@liverpool")).GetAsync("/")).Text.ShouldContain("1 open invitation");
        (await (await demonstration.AsAsync("staff@liverpool")).GetAsync("/")).Text.ShouldNotContain("open invitation");
    }

    [Fact]
    public async Task An_administrator_of_an_empty_installation_is_led_through_setting_it_up()
    {
        await using var database = await CareTestDatabase.EmptyAsync();
        await AdministratorAloneAsync(database);
        await using var host = new CareHost(database, settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration"] = "false" });
        using var admin = await host.SignInAsync("first@new");

        (await admin.GetAsync("/")).Text.ShouldContain("0 of 6 steps are done. Next: two-step verification");
        var setUp = (await FollowAsync(admin, "Two-step verification")).Document.QuerySelector("main a.nhsuk-button")!.GetAttribute("href");
        setUp.ShouldBe(MyAccountLinks.SetUpTwoStep);
        await database.BehindTheScenesAsync<object>("update care.credentials set two_step_enabled = true");
        await database.BehindTheScenesAsync<object>("update care.sessions set two_step_at = now()");

        (await (await FollowAsync(admin, "Localities")).Form().With("Form.Name", "The first part").SendAsync()).Done.ShouldNotBeNull();
        (await admin.GetAsync("/")).Text.ShouldContain("2 of 6 steps are done. Next: organisations");
        await RegisterAsync(admin, "New Council", "council", new DateOnly(1974, 4, 1));
        await RegisterAsync(admin, "New Trust", "nhs-provider", new DateOnly(2002, 4, 1));
        (await admin.GetAsync("/teams")).Text.ShouldContain("No team has been added yet");
        (await (await FollowAsync(admin, "Teams")).Form().With("Form.Team.Name", "The first team").With("Form.Organisation.Typed", "New Trust").SendAsync()).Done.ShouldNotBeNull();
        (await admin.GetAsync("/")).Text.ShouldContain("4 of 6 steps are done. Next: approvers");
        await InviteAsync(admin, "Approvers", "New Trust", Role.ProviderManager, isApprover: true);
        (await admin.GetAsync("/")).Text.ShouldContain("5 of 6 steps are done. Next: information-governance lead");
        await InviteAsync(admin, "Information-governance lead", "New Council", Role.InformationGovernanceLead, isApprover: false);
        (await admin.GetAsync("/")).Text.ShouldNotContain("Set your partnership up");

        // An invitation nobody answered is none: the step waits again.
        await database.BehindTheScenesAsync<object>("update care.invitations set expires_at = now() - interval '1 hour' where role = 'InformationGovernanceLead'");
        (await admin.GetAsync("/")).Text.ShouldContain("5 of 6 steps are done");
    }

    [Fact]
    public async Task Nobody_is_asked_for_two_step_verification_in_the_demonstration()
    {
        await using var database = await CareTestDatabase.EmptyAsync();
        await AdministratorAloneAsync(database);
        await using var host = new CareHost(database);
        using var admin = await host.SignInAsync("first@new");

        (await admin.GetAsync("/")).Text.ShouldContain("0 of 5 steps are done. Next: localities");
    }

    /// <summary>What <c>create-admin</c> and the answer to its link leave in the database.</summary>
    private static async Task AdministratorAloneAsync(CareTestDatabase database)
    {
        await using var db = database.As(Actor.System);
        var partnership = new Partnership(Guid.CreateVersion7(), "New partnership", "new");
        var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "icb");
        var organisation = Organisation.Register(Guid.CreateVersion7(), partnership.Id, kind, "NHS New", null, new DateOnly(2022, 7, 1)).Value!;
        var account = new Account(Guid.CreateVersion7(), "first@new.demo.example", "First Administrator", organisation.Id, Role.SystemAdministrator, true, new DateOnly(2022, 7, 1), null);
        account.Credentials.PasswordHash = PasswordHashing.Hash(DemoSeeder.SignInWord);
        account.Credentials.SecurityStamp = "stamp";
        db.AddRange(partnership, organisation, account);
        await db.SaveChangesAsync();
    }

    /// <summary>Where a step of the list on the home page leads.</summary>
    private static async Task<WebPage> FollowAsync(SignedInClient client, string step)
    {
        var home = await client.GetAsync("/");
        return await client.GetAsync(home.Document.QuerySelectorAll(".nhsuk-task-list a").Single(a => a.TextContent.Trim() == step).GetAttribute("href")!);
    }

    private static async Task RegisterAsync(SignedInClient admin, string name, string kind, DateOnly opened) =>
        (await (await FollowAsync(admin, "Organisations")).Form().With("Form.Name", name).With("Form.Kind", kind).With("Form.OpenedOn", opened).SendAsync()).Done.ShouldNotBeNull();

    private static async Task InviteAsync(SignedInClient admin, string step, string organisation, Role role, bool isApprover)
    {
        var page = await FollowAsync(admin, step);
        var id = page.Document.QuerySelectorAll("option").Single(o => o.TextContent.Trim() == organisation).GetAttribute("value")!;
        var sent = await page.Form().With("Form.Name", "Invited Person").With("Form.Email", $"{role}@new.example").With("Form.OrganisationId", id)
            .With("Form.Role", role.ToString()).With("Form.IsApprover", isApprover ? "true" : "false").SendAsync();
        sent.Done.ShouldNotBeNull(sent.Text);
    }

    private static Actor Someone(Role role) => new(role.Describe().Kind, Guid.Empty, "Somebody", role, true, null, null, null);
}
