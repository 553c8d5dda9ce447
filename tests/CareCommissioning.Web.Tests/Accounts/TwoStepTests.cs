using System.Net;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Access;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C42")]
public sealed class TwoStepTests(Door door) : IClassFixture<Door>
{
    [Fact, Asvs("V6.3.3", "V6.3.4")]
    public async Task A_role_that_sees_who_people_are_reaches_nothing_before_two_step_verification_is_set_up()
    {
        using var browser = door.AddNode(demonstration: false).Browse();
        var page = await Door.TryAsync(browser, "coordinator@liverpool.demo.example");
        page.Heading.ShouldBe("Set up two-step verification");
        (await browser.GetAsync("/organisations")).Heading.ShouldBe("Set up two-step verification");
        (await browser.GetAsync("/account/two-step")).Heading.ShouldBe("Set up two-step verification");

        // A script that asks meanwhile is told to have somebody sign in, and not that they may not.
        using var scripted = new HttpRequestMessage(HttpMethod.Get, "/organisations");
        scripted.Headers.Add("Accept", "application/json");
        (await browser.SendAsync(scripted)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var other = door.Node.Browse();
        (await Door.TryAsync(other, "pct@eastlancs.demo.example")).Heading.ShouldBe("Rules of use");
    }

    [Fact, Asvs("V6.3.3", "V6.5.1", "V6.5.2", "V7.2.4")]
    public async Task Signing_in_needs_a_code_that_serves_once_on_whichever_node()
    {
        const string email = "staff@liverpool.demo.example";
        var (key, codes) = await SetUpAsync(email);
        codes.Count.ShouldBe(RecoveryCodes.Count);
        var account = await door.AccountAsync(email);
        account.Credentials.RecoveryCodes.Count.ShouldBe(RecoveryCodes.Count);
        account.Credentials.AuthenticatorKey.ShouldNotBeNull().ShouldNotContain(key);

        using var browser = door.Node.Browse();
        var step = await Door.TryAsync(browser, email);
        step.Heading.ShouldBe("Two-step verification");
        (await browser.GetAsync("/account")).Heading.ShouldBe("Two-step verification");
        (await step.Form().With("OneTimeCode", "000000").SendAsync()).Errors.Count.ShouldBe(1);

        door.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Authenticator.Code(key, Authenticator.StepOf(door.Clock.GetUtcNow()));
        (await step.Form().With("OneTimeCode", code).SendAsync()).Url.ShouldBe("/account");

        using var thief = door.AddNode().Browse();
        var replay = await Door.TryAsync(thief, email);
        (await replay.Form().With("OneTimeCode", code).SendAsync()).Errors.Count.ShouldBe(1);
        (await thief.GetAsync("/account")).Url.ShouldStartWith("/sign-in/two-step");
        (await door.EventsAsync("two_step_failed", account.Id)).ShouldBe(2);
    }

    [Fact, Asvs("V6.5.1")]
    public async Task Two_nodes_asked_at_once_accept_a_code_once()
    {
        const string email = "manager@liverpool.demo.example";
        var (key, _) = await SetUpAsync(email);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Authenticator.Code(key, Authenticator.StepOf(door.Clock.GetUtcNow()));
        using var one = door.Node.Browse();
        using var two = door.AddNode().Browse();
        var forms = new[] { (await Door.TryAsync(one, email)).Form(), (await Door.TryAsync(two, email)).Form() };
        var pages = await Task.WhenAll(forms.Select(form => form.With("OneTimeCode", code).SendAsync()));
        pages.Count(page => page.Url == "/account").ShouldBe(1);
    }

    [Fact, Asvs("V6.5.1", "V6.5.2", "V6.3.7")]
    public async Task A_recovery_code_lets_in_once_and_is_told_by_email()
    {
        const string email = "provider@liverpool.demo.example";
        var (_, codes) = await SetUpAsync(email);
        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.recovery_codes where encode(hash, 'escape') like $1", $"%{codes[0]}%")).ShouldBe(0);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = door.Node.Browse();
        (await (await Door.TryAsync(browser, email)).Form().With("OneTimeCode", codes[0].ToLowerInvariant()).SendAsync()).Url.ShouldBe("/account");
        (await door.LastEmailAsync(email)).ShouldStartWith("A recovery code was used");
        using var again = door.Node.Browse();
        (await (await Door.TryAsync(again, email)).Form().With("OneTimeCode", codes[0]).SendAsync()).Errors.Count.ShouldBe(1);
        (await door.AccountAsync(email)).Credentials.RecoveryCodes.Count.ShouldBe(RecoveryCodes.Count - 1);
    }

    [Fact, Asvs("V6.3.1")]
    public async Task Guessing_codes_locks_the_account()
    {
        const string email = "clinician@liverpool.demo.example";
        var (key, _) = await SetUpAsync(email);
        using var browser = door.Node.Browse();
        var step = await Door.TryAsync(browser, email);
        for (var guess = 0; guess < Credentials.MostFailures; guess++)
        {
            await step.Form().With("OneTimeCode", "123456").SendAsync();
        }

        door.Clock.Advance(TimeSpan.FromMinutes(1));
        var right = Authenticator.Code(key, Authenticator.StepOf(door.Clock.GetUtcNow()));
        (await step.Form().With("OneTimeCode", right).SendAsync()).Errors.Count.ShouldBe(1);
    }

    [Fact, Asvs("V7.5.1", "V6.5.6")]
    public async Task Taking_it_off_asks_for_the_password_again_and_ends_other_sessions()
    {
        const string email = "head@eastlancs.demo.example";
        var (key, _) = await SetUpAsync(email);
        using var other = await InWithCodeAsync(email, key);
        using var browser = await InWithCodeAsync(email, key);
        (await other.GetAsync("/account")).Url.ShouldBe("/account");
        var form = (await browser.GetAsync("/account/two-step")).Form("form[action*='TurnOff']");
        (await form.SendAsync()).Errors.ShouldBe(["Enter your password, to confirm that it is you"]);
        (await form.With("Confirmation.YourPassword", "not my password").SendAsync()).Errors.Count.ShouldBe(1);
        (await form.With("Confirmation.YourPassword", Persistence.DemoData.DemoSeeder.SignInWord).With("FormKey", Guid.CreateVersion7().ToString()).SendAsync())
            .Done.ShouldBe("Two-step verification is off");
        (await other.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        (await door.LastEmailAsync(email)).ShouldStartWith("Two-step verification is off");
    }

    [Fact, Asvs("V6.4.4")]
    public async Task Taking_it_off_for_somebody_needs_two_approvers()
    {
        const string email = "finance@liverpool.demo.example";
        await SetUpAsync(email);
        var id = (await door.AccountAsync(email)).Id;
        using var first = await door.InAsync("admin@liverpool.demo.example");
        var asked = await (await first.GetAsync($"/admin/accounts/{id}")).Form("form[action*='AskReset']").SendAsync();
        asked.Done.ShouldBe("Asked. Another approver must confirm it");
        asked.Document.QuerySelector("form[action*='ConfirmReset']").ShouldBeNull();
        var token = asked.Form("header form[action='/sign-out']")["__RequestVerificationToken"];
        (await first.PostAsync($"/admin/accounts/{id}?handler=ConfirmReset", [KeyValuePair.Create("__RequestVerificationToken", token)])).Text.ShouldContain("Another approver must confirm this");
        (await door.AccountAsync(email)).Credentials.TwoStepEnabled.ShouldBeTrue();

        await door.Database.BehindTheScenesAsync<object>(
            "update care.accounts set role = 'SystemAdministrator' where id = $1", (await door.AccountAsync("head@liverpool.demo.example")).Id);
        using var second = await door.InAsync("head@liverpool.demo.example");
        (await (await second.GetAsync($"/admin/accounts/{id}")).Form("form[action*='ConfirmReset']").SendAsync()).Done.ShouldNotBeNull();
        var account = await door.AccountAsync(email);
        account.Credentials.TwoStepEnabled.ShouldBeFalse();
        account.Credentials.RecoveryCodes.ShouldBeEmpty();
    }

    /// <summary>Signs in, sets two-step verification up and reads the recovery codes.</summary>
    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(string email)
    {
        using var browser = await door.InAsync(email);
        var page = await browser.GetAsync("/account/two-step/set-up");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var key = page.Document.QuerySelector("main code")!.TextContent.Replace(" ", "");
        page.Document.QuerySelector("main img")!.GetAttribute("src").ShouldNotBeNull().ShouldStartWith("data:image/png;base64,");
        (await page.Form().With("OneTimeCode", "000000").SendAsync()).Errors.Count.ShouldBe(1);
        var codes = await page.Form().With("OneTimeCode", Authenticator.Code(key, Authenticator.StepOf(door.Clock.GetUtcNow()))).SendAsync();
        codes.Heading.ShouldBe("Recovery codes", codes.Text);
        (await browser.GetAsync("/account/two-step/codes")).Document.QuerySelectorAll("main li code").Length.ShouldBe(0, "shown once");
        return (key, [.. codes.Document.QuerySelectorAll("main li code").Select(c => c.TextContent)]);
    }

    private async Task<SignedInClient> InWithCodeAsync(string email, string key)
    {
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = door.Node.Browse();
        var step = await Door.TryAsync(browser, email);
        (await step.Form().With("OneTimeCode", Authenticator.Code(key, Authenticator.StepOf(door.Clock.GetUtcNow()))).SendAsync()).Url.ShouldBe("/account");
        return browser;
    }
}
