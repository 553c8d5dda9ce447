using System.Net;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Access;

namespace CareCommissioning.Web.Tests.Accounts;

/// <summary>A session that ends during a long form loses nothing that was typed, and shows it to nobody else.</summary>
[Requirement("C42")]
public sealed class KeptAnswersTests(Door door) : IClassFixture<Door>
{
    private const string Page = "/admin/invitations/new";
    private const string Typed = "Grüße <b>“quoted”</b> & 'more'";

    [Fact]
    public async Task Another_person_gets_nothing_of_it()
    {
        using var browser = await door.InAsync("admin@liverpool.demo.example");
        var ended = await ExpireAndSendAsync(browser);
        ended.Heading.ShouldBe("Your session has ended");
        ended.Html.ShouldNotContain("quoted");
        using var warm = await door.InAsync("admin@eastlancs.demo.example");
        var other = await ended.Form().With("Form.Email", "admin@eastlancs.demo.example").With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord).SendAsync();
        other.Url.ShouldBe("/admin/invitations/new");
        other.Html.ShouldNotContain("quoted");
    }

    [Fact]
    public async Task Who_signs_in_after_a_sign_out_in_another_tab_sees_nothing_of_it_and_its_writer_gets_it_back()
    {
        using var browser = await door.InAsync("admin@liverpool.demo.example");
        var form = await FillAsync(browser);
        await SignOutAsync(browser);
        await Door.TryAsync(browser, "admin@eastlancs.demo.example");
        var refused = await SendStaleAsync(browser, form);
        refused.Heading.ShouldBe("You are signed in as somebody else");
        refused.Html.ShouldNotContain("quoted");
        (await InvitedAsync()).ShouldBe(0);

        // The writer takes the browser back.
        var ended = await SendStaleAsync(browser, refused.Form(), "/sign-out");
        ended.Heading.ShouldBe("Your session has ended");
        ended.Html.ShouldNotContain("quoted");
        var kept = await ended.Form().With("Form.Email", "admin@liverpool.demo.example").With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord).SendAsync();
        kept.Heading.ShouldBe("Your answers were kept");
        (await kept.Form().SendAsync()).Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe(Typed);
    }

    [Fact]
    public async Task A_mark_that_is_not_ours_keeps_nothing_and_somebody_elses_gives_nothing()
    {
        using var other = await door.InAsync("admin@eastlancs.demo.example");
        var theirs = (await FillAsync(other))["FormOwner"];
        using var stranger = door.Node.Browse();
        foreach (var mark in new[] { "", "not ours", Guid.CreateVersion7().ToString() })
        {
            (await stranger.PostAsync("/sign-in/kept?returnUrl=/account", [new("FormOwner", mark), new("Form.Name", Typed)])).Url.ShouldBe("/sign-in");
        }

        // Another site's form, with a mark its maker was given: the person who is led there is told, and nothing is theirs to send.
        using var browser = await door.InAsync("admin@liverpool.demo.example");
        var lured = await browser.PostAsync("/sign-in/kept?returnUrl=/account", [new("FormOwner", theirs), new("Form.Name", Typed)]);
        lured.Heading.ShouldBe("You are signed in as somebody else");
        lured.Html.ShouldNotContain("quoted");
        (await browser.GetAsync("/account")).Url.ShouldBe("/account");
    }

    [Fact]
    public async Task A_password_without_its_second_step_shows_nothing()
    {
        const string email = "council@eastlancs.demo.example";
        using var browser = await door.InAsync(email);
        var form = await FillAsync(browser);
        await SignOutAsync(browser);
        await door.ArrangeAsync(email, account => account.Credentials.TwoStepEnabled = true);
        (await Door.TryAsync(browser, email)).Heading.ShouldBe("Two-step verification");
        var page = await SendStaleAsync(browser, form);
        page.Heading.ShouldBe("Two-step verification");
        page.Html.ShouldNotContain("quoted");
        page.Document.QuerySelector("input[name='Held']").ShouldNotBeNull();
    }

    [Fact, Requirement("C46")]
    public async Task New_rules_of_use_come_first_and_cost_nothing_that_was_typed()
    {
        const string email = "admin@eastlancs.demo.example";
        using var browser = await door.InAsync(email);
        var form = await FillAsync(browser);
        await door.Database.BehindTheScenesAsync<object>("update care.accounts set accepted_use_version = 'of before' where id = $1", (await door.AccountAsync(email)).Id);
        var kept = await SendStaleAsync(browser, form);
        kept.Heading.ShouldBe("Your answers were kept");
        var rules = await browser.GetAsync(kept.Document.QuerySelector("main a[target='_blank']")!.GetAttribute("href")!);
        await rules.Form().With("Form.Accepted", "true").SendAsync();
        (await kept.Form().SendAsync()).Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe(Typed);
    }

    [Fact]
    public async Task Signed_out_in_another_tab_a_form_is_kept()
    {
        using var browser = await door.InAsync("admin@eastlancs.demo.example");
        var form = await FillAsync(browser);
        await SignOutAsync(browser);
        var ended = await SendStaleAsync(browser, form);
        ended.Text.ShouldContain("You are not signed in any more. What you typed is kept");
        var kept = await ended.Form().With("Form.Email", "admin@eastlancs.demo.example").With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord).SendAsync();
        (await kept.Form().SendAsync()).Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe(Typed);
    }

    [Fact]
    public async Task Signed_out_and_in_again_in_another_tab_the_same_person_sees_what_they_typed_and_sends_it()
    {
        using var browser = await door.InAsync("admin@eastlancs.demo.example");
        var form = await FillAsync(browser);
        await SignOutAsync(browser);
        await Door.TryAsync(browser, "admin@eastlancs.demo.example");
        var kept = await SendStaleAsync(browser, form.With("Form.StartsOn", new DateOnly(2026, 12, 24)).With("Form.Role", nameof(Domain.Access.Role.Finance)));
        kept.Heading.ShouldBe("Your answers were kept");
        kept.Document.QuerySelectorAll(".nhsuk-summary-list__row").Select(row => string.Join(": ", row.Children.Select(cell => cell.TextContent.Trim())))
            .ShouldBe([$"Name: {Typed}", "Role: Finance", "First day of the account: 24 12 2026"]);
        var again = await kept.Form().SendAsync();
        again.Errors.ShouldContain("Enter the person’s e-mail address");
        again.Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe(Typed);
    }

    [Fact]
    public async Task Signing_in_in_another_tab_while_this_one_asks_for_it_loses_nothing()
    {
        using var browser = await door.InAsync("admin@eastlancs.demo.example");
        var ended = await ExpireAndSendAsync(browser);
        await Door.TryAsync(browser, "admin@eastlancs.demo.example");
        var form = ended.Form().With("Form.Email", "admin@eastlancs.demo.example").With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord);
        var kept = await SendStaleAsync(browser, form, "/sign-in");
        kept.Heading.ShouldBe("Your answers were kept");
        kept.Text.ShouldContain("“quoted”");
    }

    [Fact]
    public async Task The_same_person_sends_it_again_with_one_button()
    {
        using var browser = await door.InAsync("admin@eastlancs.demo.example");
        var ended = await ExpireAndSendAsync(browser);
        ended.Text.ShouldContain("What you typed is kept");
        var kept = await ended.Form().With("Form.Email", "admin@eastlancs.demo.example").With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord).SendAsync();
        kept.Heading.ShouldBe("Your answers were kept");
        kept.Status.ShouldBe(HttpStatusCode.OK);
        var again = await kept.Form().SendAsync();
        again.Errors.ShouldContain("Enter the person’s e-mail address");
        again.Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe(Typed);
    }

    [Fact]
    public async Task It_goes_through_a_wrong_password_and_the_second_step()
    {
        const string email = "head@liverpool.demo.example";
        using var browser = await door.InAsync(email);
        var page = await browser.GetAsync("/account/two-step/set-up");
        var key = page.Document.QuerySelector("main code")!.TextContent.Replace(" ", "");
        await page.Form().With("OneTimeCode", CodeNow(key)).SendAsync();
        await door.Database.BehindTheScenesAsync<object>("update care.accounts set is_approver = true where id = $1", (await door.AccountAsync(email)).Id);
        var ended = await ExpireAndSendAsync(browser);
        var wrong = await ended.Form().With("Form.Email", email).With("Form.Password", "not the password").SendAsync();
        wrong.Errors.Count.ShouldBe(1);
        var step = await wrong.Form().With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord).SendAsync();
        step.Heading.ShouldBe("Two-step verification");
        var mistaken = await step.Form().With("OneTimeCode", "000000").SendAsync();
        var kept = await mistaken.Form().With("OneTimeCode", CodeNow(key)).SendAsync();
        kept.Heading.ShouldBe("Your answers were kept", kept.Text);
        (await kept.Form().SendAsync()).Document.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe(Typed);
    }

    [Fact]
    public async Task A_form_without_our_cookie_is_not_kept()
    {
        using var stranger = door.Node.Browse();
        var page = await stranger.PostAsync("/admin/invitations/new", [KeyValuePair.Create("Form.Name", Typed)]);
        page.Url.ShouldBe("/sign-in");
        page.Document.QuerySelector("input[name='Held']").ShouldBeNull();
        var made = await stranger.PostAsync("/sign-in/kept?returnUrl=/account", [KeyValuePair.Create("Form.Name", Typed)]);
        made.Html.ShouldNotContain("Held");
    }

    [Fact]
    public async Task Passwords_are_never_kept_and_too_much_is_said_to_be_too_much()
    {
        var helds = (HeldPosts)door.Node.Services.GetService(typeof(HeldPosts))!;
        var id = Guid.CreateVersion7();
        var wrapped = helds.Wrap(id, "/account/password", [new("Form.CurrentPassword", "secret"), new("OneTimeCode", "123456"), new("Form.Code", "5NG"), new("__RequestVerificationToken", "t")]);
        helds.Unwrap(wrapped, id)!.Fields.ShouldBe([KeyValuePair.Create("Form.Code", "5NG")]);
        helds.Unwrap(wrapped, Guid.CreateVersion7()).ShouldBeNull();
        helds.Unwrap("not ours", id).ShouldBeNull();
        helds.Wrap(id, "/x", [new("Form.Note", new string('n', HeldPosts.MaxLength))]).ShouldBeNull();
        door.Clock.Advance(HeldPosts.Lifetime);
        helds.Unwrap(wrapped, id).ShouldBeNull();
        await Task.CompletedTask;
    }

    private string CodeNow(string key)
    {
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        return Authenticator.Code(key, Authenticator.StepOf(door.Clock.GetUtcNow()));
    }

    private Task<long> InvitedAsync() => door.Database.BehindTheScenesAsync<long>("select count(*) from care.invitations");

    private static async Task<FormPost> FillAsync(SignedInClient browser) => (await browser.GetAsync(Page)).Form().With("Form.Name", Typed);

    private async Task<WebPage> ExpireAndSendAsync(SignedInClient browser)
    {
        var form = await FillAsync(browser);
        door.Clock.Advance(Session.IdleLimit);
        return await SendStaleAsync(browser, form);
    }

    /// <summary>As in another tab of the same browser, which does as Clear-Site-Data tells it.</summary>
    private static async Task SignOutAsync(SignedInClient browser)
    {
        await (await browser.GetAsync("/account")).Form("header form[action='/sign-out']").SendAsync();
        browser.ForgetCookies();
    }

    private static async Task<WebPage> SendStaleAsync(SignedInClient browser, FormPost form, string to = Page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(form.Fields) };
        using var response = await browser.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);

        // A browser sends the form again to where 307 points.
        return await browser.PostAsync(response.Headers.Location!.ToString(), form.Fields);
    }
}
