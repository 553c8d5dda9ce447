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
    public async Task An_administrator_of_an_empty_partnership_is_led_through_setting_it_up()
    {
        await using var database = await CareTestDatabase.EmptyAsync();
        await using (var db = database.As(Actor.System))
        {
            var partnership = new Partnership(Guid.CreateVersion7(), "New partnership", "new");
            var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "icb");
            var organisation = Organisation.Register(Guid.CreateVersion7(), partnership.Id, kind, "NHS New", null, new DateOnly(2022, 7, 1)).Value!;
            var account = new Account(Guid.CreateVersion7(), "first@new.demo.example", "First Administrator", organisation.Id, Role.SystemAdministrator, true, new DateOnly(2022, 7, 1), null);
            account.Credentials.PasswordHash = PasswordHashing.Hash(DemoSeeder.SignInWord);
            account.Credentials.SecurityStamp = "stamp";
            db.AddRange(partnership, organisation, account);
            await db.SaveChangesAsync();
        }

        await using var host = new CareHost(database);
        using var admin = await host.SignInAsync("first@new");

        var home = await admin.GetAsync("/");
        home.Text.ShouldContain("0 of 4 steps are done. Next: localities");
        await (await admin.GetAsync("/localities/new")).Form().With("Form.Name", "The first part").SendAsync();
        (await admin.GetAsync("/")).Text.ShouldContain("1 of 4 steps are done. Next: organisations");
        (await admin.GetAsync("/teams")).Text.ShouldContain("No team has been added yet");
    }

    private static Actor Someone(Role role) => new(role.Describe().Kind, Guid.Empty, "Somebody", role, true, null, null, null);
}
