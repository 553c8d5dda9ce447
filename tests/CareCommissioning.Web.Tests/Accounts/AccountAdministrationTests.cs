using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C11", "C42")]
public sealed class AccountAdministrationTests(Door door) : IClassFixture<Door>
{
    [Theory, Asvs("V8.2.2")]
    [InlineData("provider@liverpool.demo.example", "provider2@liverpool.demo.example")]
    [InlineData("provider@liverpool.demo.example", "admin@eastlancs.demo.example")]
    [InlineData("admin@liverpool.demo.example", "admin@eastlancs.demo.example")]
    public async Task Accounts_of_others_do_not_exist_for_an_approver(string approver, string other)
    {
        using var browser = await door.InAsync(approver);
        var id = (await door.AccountAsync(other)).Id;
        (await browser.GetAsync($"/admin/accounts/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/admin/accounts/{id}/change")).Status.ShouldBe(HttpStatusCode.NotFound);
        var token = (await browser.GetAsync("/account")).Form("header form[action='/sign-out']")["__RequestVerificationToken"];
        foreach (var handler in new[] { "Disable", "Enable", "Unlock", "EndSessions", "AskReset", "ConfirmReset" })
        {
            (await browser.PostAsync($"/admin/accounts/{id}?handler={handler}", [new("__RequestVerificationToken", token), new("Reason", "because")])).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await door.AccountAsync(other)).DisabledAt.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_or_switches_themselves_off()
    {
        const string email = "admin@liverpool.demo.example";
        using var browser = await door.InAsync(email);
        var id = (await door.AccountAsync(email)).Id;
        var form = (await browser.GetAsync($"/admin/accounts/{id}/change")).Form().With("Form.Reason", "I would like to").With("Form.IsApprover", "true");
        (await form.SendAsync()).Errors.ShouldBe([AccountRefusals.NotForYourself.Message]);
        (await browser.GetAsync($"/admin/accounts/{id}")).Document.QuerySelector("form[action*='Disable']").ShouldBeNull();
    }

    [Fact, Asvs("V7.4.5", "V7.4.2")]
    public async Task Switching_an_account_off_ends_its_sessions_and_says_why_in_the_log()
    {
        const string email = "reviewer@liverpool.demo.example";
        using var person = await door.InAsync(email);
        using var administrator = await door.InAsync("admin@liverpool.demo.example");
        var id = (await door.AccountAsync(email)).Id;
        var form = (await administrator.GetAsync($"/admin/accounts/{id}")).Form("form[action*='Disable']");
        (await form.SendAsync()).Errors.ShouldBe(["Say why: it stands in the log"]);
        (await form.With("FormKey", Guid.CreateVersion7().ToString()).With("Reason", "Left on Friday").SendAsync()).Text.ShouldContain("Switched off");
        (await person.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        (await door.Database.BehindTheScenesAsync<string>("select reason from care.audit_entries where record_id = $1 and changes ? 'disabled_at'", id.ToString())).ShouldBe("Left on Friday");
        (await (await administrator.GetAsync($"/admin/accounts/{id}")).Form("form[action*='Enable']").With("Reason", "Came back").SendAsync()).Text.ShouldContain("Active");
        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.sessions where account_id = $1 and ended_at is null", id)).ShouldBe(0);
    }

    [Fact, Asvs("V7.5.1")]
    public async Task Changing_a_role_asks_for_the_password_again_after_five_minutes()
    {
        using var administrator = await door.InAsync("admin@eastlancs.demo.example");
        var account = await door.AccountAsync("programme@eastlancs.demo.example");
        door.Clock.Advance(Session.ConfirmedFor);
        var form = (await administrator.GetAsync($"/admin/accounts/{account.Id}/change")).Form().With("Form.Role", nameof(Role.QualityReviewer)).With("Form.Reason", "New job");
        (await form.SendAsync()).Errors.ShouldBe(["Enter your password, to confirm that it is you"]);
        (await door.AccountAsync("programme@eastlancs.demo.example")).Role.ShouldBe(Role.ProgrammeLead);
        form.With("FormKey", Guid.CreateVersion7().ToString()).With("Confirmation.YourPassword", Persistence.DemoData.DemoSeeder.SignInWord);
        (await form.SendAsync()).Done.ShouldBe("The account is changed");
        (await door.AccountAsync("programme@eastlancs.demo.example")).Role.ShouldBe(Role.QualityReviewer);
    }

    [Fact]
    public async Task Two_people_who_change_one_account_see_each_others_change()
    {
        var id = (await door.AccountAsync("advocate@liverpool.demo.example")).Id;
        using var administrator = await door.InAsync("admin@liverpool.demo.example");
        var first = (await administrator.GetAsync($"/admin/accounts/{id}/change")).Form().With("Form.Reason", "One").With("Form.LastDay", new DateOnly(2027, 1, 31));
        var second = (await administrator.GetAsync($"/admin/accounts/{id}/change")).Form().With("Form.Reason", "Other").With("Form.LastDay", new DateOnly(2027, 2, 28));
        (await first.SendAsync()).Done.ShouldBe("The account is changed");
        var conflict = await second.SendAsync();
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("31 January 2027");
        (await conflict.Form().SendAsync()).Done.ShouldBe("The account is changed");
        (await door.AccountAsync("advocate@liverpool.demo.example")).EndsOn.ShouldBe(new DateOnly(2027, 3, 1));
    }

    [Fact]
    public async Task A_locked_account_is_unlocked_by_its_approver()
    {
        const string email = "staff@eastlancs.demo.example";
        await door.ArrangeAsync(email, account =>
        {
            for (var n = 0; n < Credentials.MostFailures; n++)
            {
                account.Credentials.FailSignIn(door.Clock.GetUtcNow());
            }
        });
        using var administrator = await door.InAsync("admin@eastlancs.demo.example");
        (await administrator.GetAsync("/admin/accounts?state=locked")).Text.ShouldContain((await door.AccountAsync(email)).DisplayName);
        var page = await (await administrator.GetAsync($"/admin/accounts/{(await door.AccountAsync(email)).Id}")).Form("form[action*='Unlock']").SendAsync();
        page.Done.ShouldBe("The account is no longer locked");
        using var person = await door.InAsync(email);
    }

    [Theory]
    [InlineData("?name=%25")]
    [InlineData("?name=%00&role=Nonsense&state=x&organisation=y&after=!!!")]
    [InlineData("?name=' or 1=1 --")]
    public async Task A_filter_nobody_could_have_chosen_breaks_nothing(string query)
    {
        using var administrator = await door.InAsync("admin@liverpool.demo.example");
        (await administrator.GetAsync("/admin/accounts" + query)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_approver_lists_their_own_organisation_only()
    {
        using var approver = await door.InAsync("provider@eastlancs.demo.example");
        var page = await approver.GetAsync("/admin/accounts");
        page.Text.ShouldContain((await door.AccountAsync("provider@eastlancs.demo.example")).DisplayName);
        page.Text.ShouldNotContain((await door.AccountAsync("pct@eastlancs.demo.example")).DisplayName);
    }
}
