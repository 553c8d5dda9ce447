using System.Net;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C42")]
public sealed class SignInTests(Door door) : IClassFixture<Door>
{
    private const string Refused = "The e-mail address or the password is not right, or the account is locked or has ended";

    [Fact, Asvs("V7.1.2")]
    public async Task A_session_that_others_of_the_account_push_out_at_once_is_told_and_is_no_fault()
    {
        const string Email = "reviewer@eastlancs.demo.example";
        var account = await door.AccountAsync(Email);
        await door.Database.BehindTheScenesAsync<object>(
            $"""
             create function app.push_out() returns trigger language plpgsql as $$ begin new.ended_at := new.started_at; new.ended_because := 'TooMany'; return new; end $$;
             create trigger push_out before insert on care.sessions for each row when (new.account_id = '{account.Id}') execute function app.push_out();
             """);

        var page = await Door.TryAsync(door.Node.Browse(), Email);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Errors.ShouldBe(["You were signed in and out again at once, because this account signs in elsewhere at the same time. Try again"]);
        await door.Database.BehindTheScenesAsync<object>("drop trigger push_out on care.sessions");
        Door.IsSignIn(await Door.TryAsync(door.Node.Browse(), Email)).ShouldBeFalse();
    }

    [Theory, Asvs("V6.3.8", "V16.3.1")]
    [InlineData("pct@liverpool.demo.example", "not the password")]
    [InlineData("nobody@nowhere.example", "Commissioning-2026!")]
    [InlineData("' or 1=1 --@x.example", "Commissioning-2026!")]
    public async Task Wrong_password_and_unknown_address_get_the_same_answer(string email, string password)
    {
        using var browser = door.Node.Browse();
        var page = await Door.TryAsync(browser, email, password);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Errors.ShouldBe([Refused]);
        (await browser.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
    }

    [Fact, Asvs("V16.3.1", "V16.2.5")]
    public async Task Failed_sign_in_is_logged_without_what_was_typed()
    {
        using var browser = door.Node.Browse();
        var unknown = await door.EventsAsync("sign_in_failed", null);
        await Door.TryAsync(browser, "somebody.unknown@nowhere.example", "a secret I typed");
        (await door.EventsAsync("sign_in_failed", null)).ShouldBe(unknown + 1);
        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.audit_entries e where e::text like '%somebody.unknown%' or e::text like '%secret I typed%'")).ShouldBe(0);

        var account = await door.AccountAsync("regulator@liverpool.demo.example");
        await Door.TryAsync(browser, "regulator@liverpool.demo.example", "wrong wrong wrong");
        (await door.EventsAsync("sign_in_failed", account.Id)).ShouldBe(1);
        (await door.Database.BehindTheScenesAsync<bool>(
            "select chain_id = (select id from care.partnerships where slug = 'liverpool') from care.audit_entries where action = 'sign_in_failed' and record_id = $1", account.Id.ToString())).ShouldBeTrue();
    }

    [Fact, Asvs("V6.3.1", "V6.1.1")]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour_and_nobody_elses()
    {
        const string email = "finance@liverpool.demo.example";
        using var browser = door.Node.Browse();
        for (var attempt = 0; attempt < Credentials.MostFailures; attempt++)
        {
            await Door.TryAsync(browser, email, "not the password");
        }

        (await Door.TryAsync(browser, email)).Errors.ShouldBe([Refused]);
        (await door.LastEmailAsync(email)).ShouldStartWith("Your account was locked for a while");
        using var other = await door.InAsync("council@liverpool.demo.example");

        door.Clock.Advance(Credentials.LockLasts);
        using var later = await door.InAsync(email);
    }

    [Theory, Requirement("S0-035"), Asvs("V7.4.2")]
    [InlineData("disabled")]
    [InlineData("ended")]
    [InlineData("not begun")]
    public async Task Account_outside_its_time_does_not_get_in(string how)
    {
        const string email = "advocate@eastlancs.demo.example";
        var today = DateOnly.FromDateTime(door.Clock.GetUtcNow().UtcDateTime);
        await door.Database.BehindTheScenesAsync<object>(
            "update care.accounts set disabled_at = $1, starts_on = $2, ends_on = $3 where id = $4",
            how == "disabled" ? door.Clock.GetUtcNow() : DBNull.Value,
            how == "not begun" ? today.AddDays(1) : today.AddDays(-10),
            how == "ended" ? today : today.AddDays(20),
            (await door.AccountAsync(email)).Id);
        using var browser = door.Node.Browse();
        (await Door.TryAsync(browser, email)).Errors.ShouldBe([Refused]);
    }

    [Theory, Asvs("V1.2.2", "V3.7.2")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Sign_in_leads_to_no_other_site(string returnUrl)
    {
        using var browser = door.Node.Browse();
        using var signedIn = await door.InAsync("head@liverpool.demo.example");
        var page = await Door.TryAsync(browser, "head@liverpool.demo.example", returnUrl: returnUrl);
        page.Url.ShouldBe("/");
    }

    [Fact, Asvs("V6.2.6", "V6.2.7")]
    public async Task Password_field_lets_password_managers_and_paste_work()
    {
        using var browser = door.Node.Browse();
        var page = await browser.GetAsync("/sign-in");
        var field = page.Document.QuerySelector("input[name='Form.Password']").ShouldNotBeNull();
        field.GetAttribute("type").ShouldBe("password");
        field.GetAttribute("autocomplete").ShouldBe("current-password");
        page.Html.ShouldNotContain("onpaste");
    }

    [Fact, Asvs("V6.3.1", "V2.4.1")]
    public async Task One_network_address_tries_so_often_in_a_minute_and_no_more()
    {
        await using var node = new Testing.Web.CareHost(
            door.Database, door.Clock, new Dictionary<string, string>(StringComparer.Ordinal) { ["Accounts:SignInsPerMinute"] = "3" }, door.Node.DataFolder);
        using var browser = node.Browse();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            (await Door.TryAsync(browser, "nobody@nowhere.example", "not the password")).Status.ShouldBe(HttpStatusCode.OK);
        }

        using var refused = await browser.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([]));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await browser.GetAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Asvs("V6.3.2")]
    public async Task Demonstration_accounts_are_shown_in_the_demonstration_only()
    {
        using var browser = door.Node.Browse();
        (await browser.GetAsync("/sign-in")).Text.ShouldContain("guardian@eastlancs.demo.example");
        using var real = door.AddNode(demonstration: false).Browse();
        (await real.GetAsync("/sign-in")).Text.ShouldNotContain("demo.example");
    }

    [Fact]
    public async Task No_two_demonstration_accounts_look_alike()
    {
        using var browser = door.Node.Browse();
        var rows = (await browser.GetAsync("/sign-in")).Document.QuerySelectorAll("main tbody tr").Select(row => row.Children[^1].TextContent.Trim()).ToList();
        rows.ShouldContain(row => row.EndsWith("Sign in as Provider manager, Sunrise House Care Ltd, Liverpool"));
        rows.ShouldBeUnique();
    }

    [Fact]
    public async Task A_demonstration_account_signs_in_by_its_button()
    {
        using var browser = door.Node.Browse();
        var page = await browser.GetAsync("/sign-in?returnUrl=/account");
        var after = await page.Form("form[action*='Demonstration']").With("account", "voice@liverpool.demo.example").SendAsync();
        after.Heading.ShouldBe("Rules of use");
    }

    [Fact, Requirement("C46")]
    public async Task Nothing_opens_before_the_rules_of_use_are_accepted_and_the_acceptance_is_logged()
    {
        using var browser = door.Node.Browse();
        var rules = await Door.TryAsync(browser, "advocate@liverpool.demo.example");
        rules.Heading.ShouldBe("Rules of use");
        (await browser.GetAsync("/organisations")).Heading.ShouldBe("Rules of use");
        (await rules.Form().SendAsync()).Errors.ShouldBe(["Accept the rules to go on, or sign out"]);
        (await (await browser.GetAsync("/account")).Form().With("Form.Accepted", "true").SendAsync()).Url.ShouldBe("/account");
        var account = await door.AccountAsync("advocate@liverpool.demo.example");
        account.AcceptedUseVersion.ShouldBe(AcceptableUse.Version);
        (await door.Database.BehindTheScenesAsync<long>(
            "select count(*) from care.audit_entries where table_name = 'accounts' and record_id = $1 and changes ? 'accepted_use_version'", account.Id.ToString())).ShouldBe(1);
    }
}
