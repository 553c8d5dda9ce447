using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C42")]
public sealed class SessionTests(Door door) : IClassFixture<Door>
{
    [Fact, Asvs("V7.2.3", "V7.2.2")]
    public void Session_keys_have_256_random_bits()
    {
        var keys = Enumerable.Range(0, 100_000).Select(_ => SecretKey.New().Text).ToHashSet(StringComparer.Ordinal);
        keys.Count.ShouldBe(100_000);
        keys.ShouldAllBe(key => key.Length == 43);
    }

    [Theory, Asvs("V7.2.1", "V7.2.2")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%0d%0a")]
    public async Task A_cookie_we_never_gave_opens_nothing(string key)
    {
        using var response = await AskAsync(key);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact, Asvs("V7.2.4", "V3.3.1", "V3.3.2", "V3.3.4")]
    public async Task The_cookie_is_bound_to_this_site_and_new_at_each_sign_in()
    {
        var (_, header, key) = await SignInRawAsync("pct@liverpool.demo.example");
        header.ShouldStartWith("__Host-care-session=");
        foreach (var attribute in new[] { "path=/", "secure", "samesite=lax", "httponly" })
        {
            header.ToLowerInvariant().ShouldContain(attribute);
        }

        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.sessions where key_hash = $1", Door.HashOf(key))).ShouldBe(1);
        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.sessions where encode(key_hash, 'escape') like $1", $"%{key[..10]}%")).ShouldBe(0);
        var (_, _, second) = await SignInRawAsync("pct@liverpool.demo.example", key);
        second.ShouldNotBe(key);
        using var old = await AskAsync(key);
        old.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact, Asvs("V7.3.1")]
    public async Task A_quarter_of_an_hour_without_a_request_ends_the_session()
    {
        using var browser = await door.InAsync("council@liverpool.demo.example");
        door.Clock.Advance(Session.IdleLimit - TimeSpan.FromSeconds(61));
        (await browser.GetAsync("/account")).Url.ShouldBe("/account");
        door.Clock.Advance(Session.IdleLimit);
        (await browser.GetAsync("/account")).Url.ShouldBe("/sign-in?returnUrl=%2Faccount");
    }

    [Fact]
    public async Task A_stranger_is_told_nothing_about_a_session_that_ended()
    {
        using var browser = await door.InAsync("finance@eastlancs.demo.example");
        await door.ArrangeAsync("finance@eastlancs.demo.example", account => account.Disable(Domain.Access.Actor.System, door.Clock.GetUtcNow()));
        foreach (var key in new[] { "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
        {
            (await WithCookie(key).GetAsync("/sign-in")).Document.QuerySelector("main .nhsuk-inset-text").ShouldBeNull();
        }

        (await browser.GetAsync("/account")).Text.ShouldContain("Your account is switched off, or its last day has passed");
    }

    [Theory]
    [InlineData(SessionEnd.TooMany, "You signed in somewhere else")]
    [InlineData(SessionEnd.SignedOutElsewhere, "You signed this browser out from another one")]
    [InlineData(SessionEnd.EndedByApprover, "An approver or administrator signed you out")]
    [InlineData(SessionEnd.CredentialsChanged, "your password or two-step verification was changed")]
    public async Task Who_was_put_out_is_told_why_and_once_signed_out_by_themselves_nothing(SessionEnd because, string words)
    {
        using var browser = await door.InAsync("clinician@eastlancs.demo.example");
        await door.Database.BehindTheScenesAsync<object>(
            "update care.sessions set ended_at = $1, ended_because = $2 where account_id = $3", door.Clock.GetUtcNow(), because.ToString(), (await door.AccountAsync("clinician@eastlancs.demo.example")).Id);
        (await browser.GetAsync("/account")).Text.ShouldContain(words);

        using var again = await door.InAsync("clinician@eastlancs.demo.example");
        await (await again.GetAsync("/account")).Form("header form[action='/sign-out']").SendAsync();
        (await again.GetAsync("/sign-in")).Document.QuerySelector("main .nhsuk-inset-text").ShouldBeNull();
    }

    [Fact]
    public async Task Who_was_away_too_long_is_told_so()
    {
        using var browser = await door.InAsync("voice@eastlancs.demo.example");
        door.Clock.Advance(Session.IdleLimit);
        (await browser.GetAsync("/account")).Text.ShouldContain("not used for 15 minutes");
        door.Clock.Advance(Session.AbsoluteLimit);
        (await browser.GetAsync("/account")).Text.ShouldContain("after 8 hours");
    }

    [Fact]
    public async Task Work_goes_on_in_the_team_and_partnership_of_last_time_while_they_are_held()
    {
        const string email = "coordinator@liverpool.demo.example";
        var id = (await door.AccountAsync(email)).Id;
        using var first = await door.InAsync(email);
        (await TeamAsync(id)).ShouldBe("North Liverpool community mental health team");
        var page = await first.GetAsync("/account");
        var south = await door.Database.BehindTheScenesAsync<Guid>("select id from care.teams where name like 'South Liverpool%'");
        (await page.Form("main form[action*='work-in']").Without("Partnership").With("Team", south.ToString()).SendAsync()).Done.ShouldBe("You work in another team now");
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = await door.InAsync(email);
        (await TeamAsync(id)).ShouldBe("South Liverpool community mental health team");

        await door.Database.BehindTheScenesAsync<object>("delete from care.team_members where account_id = $1 and team_id = $2", id, south);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        using var third = await door.InAsync(email);
        (await TeamAsync(id)).ShouldBe("North Liverpool community mental health team");
    }

    [Fact]
    public async Task A_partnership_no_longer_served_is_not_gone_back_to()
    {
        const string email = "provider2@liverpool.demo.example";
        var account = await door.AccountAsync(email);
        using var first = await door.InAsync(email);
        (await PartnershipAsync(account.Id)).ShouldBe("liverpool");
        var other = await door.Database.BehindTheScenesAsync<Guid>("select id from care.partnerships where slug = 'eastlancs'");
        await (await first.GetAsync("/account")).Form("main form[action*='work-in']").Without("Team").With("Partnership", other.ToString()).SendAsync();
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        using var second = await door.InAsync(email);
        (await PartnershipAsync(account.Id)).ShouldBe("eastlancs");

        await door.Database.BehindTheScenesAsync<object>("delete from care.partnership_members where partnership_id = $1 and organisation_id = $2", other, account.OrganisationId);
        door.Clock.Advance(TimeSpan.FromMinutes(1));
        using var third = await door.InAsync(email);
        (await PartnershipAsync(account.Id)).ShouldBe("liverpool");
    }

    [Fact, Asvs("V7.3.2")]
    public async Task Eight_hours_end_the_busiest_session()
    {
        using var browser = await door.InAsync("head@liverpool.demo.example");
        for (var minutes = 10; minutes < 480; minutes += 10)
        {
            door.Clock.Advance(TimeSpan.FromMinutes(10));
            (await browser.GetAsync("/account")).Url.ShouldBe("/account");
        }

        door.Clock.Advance(TimeSpan.FromMinutes(10));
        (await browser.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
    }

    [Fact, Asvs("V7.1.2")]
    public async Task The_fourth_session_ends_the_oldest()
    {
        var browsers = new List<SignedInClient>();
        for (var n = 0; n < Session.MostAtOnce + 1; n++)
        {
            door.Clock.Advance(TimeSpan.FromSeconds(1));
            browsers.Add(await door.InAsync("guardian@liverpool.demo.example"));
        }

        (await browsers[0].GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        foreach (var browser in browsers.Skip(1))
        {
            (await browser.GetAsync("/account")).Url.ShouldBe("/account");
            browser.Dispose();
        }

        browsers[0].Dispose();
    }

    [Fact, Asvs("V7.4.1", "V14.3.1", "V7.4.4")]
    public async Task A_cookie_copied_before_sign_out_is_dead_on_every_node()
    {
        using var browser = await door.InAsync("regulator@liverpool.demo.example");
        var (_, _, key) = await SignInRawAsync("regulator@liverpool.demo.example");
        using var before = await AskAsync(key);
        before.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await WithCookie(key).GetAsync("/account");
        var form = page.Form("header form[action='/sign-out']");
        using var sent = await door.Node.Browse().SendAsync(Request(HttpMethod.Post, "/sign-out", key, form.Fields, page));
        sent.Headers.GetValues("Clear-Site-Data").Single().ShouldBe("\"cache\", \"cookies\", \"storage\"");
        using var here = await AskAsync(key);
        here.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var there = await AskAsync(key, door.AddNode());
        there.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await door.EventsAsync("signed_out", (await door.AccountAsync("regulator@liverpool.demo.example")).Id)).ShouldBe(1);
    }

    [Fact, Asvs("V7.4.4")]
    public async Task A_link_signs_nobody_out()
    {
        using var browser = await door.InAsync("reviewer@liverpool.demo.example");
        (await browser.GetAsync("/sign-out")).Heading.ShouldBe("Sign out");
        (await browser.GetAsync("/account")).Url.ShouldBe("/account");
    }

    [Fact, Asvs("V7.4.2", "V8.3.2"), Requirement("S0-035")]
    public async Task Switching_an_account_off_and_its_last_day_work_with_the_next_click_on_both_nodes()
    {
        const string email = "consultant@liverpool.demo.example";
        using var here = await door.InAsync(email);
        using var there = await door.InAsync(email, node: door.AddNode());
        var id = (await door.AccountAsync(email)).Id;
        await door.Database.BehindTheScenesAsync<object>("update care.accounts set disabled_at = now() where id = $1", id);
        (await here.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        (await there.GetAsync("/account")).Url.ShouldStartWith("/sign-in");

        await door.Database.BehindTheScenesAsync<object>("update care.accounts set disabled_at = null where id = $1", id);
        (await here.GetAsync("/account")).Url.ShouldBe("/account");
        await door.Database.BehindTheScenesAsync<object>("update care.accounts set ends_on = $2 where id = $1", id, DateOnly.FromDateTime(door.Clock.GetUtcNow().UtcDateTime));
        (await here.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
    }

    [Fact, Asvs("V8.3.2")]
    public async Task A_new_role_holds_from_the_next_click()
    {
        using var browser = await door.InAsync("programme@liverpool.demo.example");
        (await browser.GetAsync("/admin/accounts")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await door.Database.BehindTheScenesAsync<object>(
            "update care.accounts set role = $2 where id = $1", (await door.AccountAsync("programme@liverpool.demo.example")).Id, nameof(Role.SystemAdministrator));
        (await browser.GetAsync("/admin/accounts")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Asvs("V7.5.2")]
    public async Task A_person_sees_and_ends_their_other_sessions()
    {
        using var here = await door.InAsync("voice@liverpool.demo.example");
        using var there = await door.InAsync("voice@liverpool.demo.example");
        var page = await here.GetAsync("/account");
        page.Document.QuerySelectorAll("form[action*='handler=End'] input[name='session']").Length.ShouldBe(1);
        (await page.Form("form[action*='EndOthers']").SendAsync()).Done.ShouldBe("You are signed out everywhere else");
        (await there.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        (await here.GetAsync("/account")).Url.ShouldBe("/account");
    }

    [Fact]
    public async Task Staying_signed_in_answers_how_long_it_lasts()
    {
        using var browser = await door.InAsync("advocate@liverpool.demo.example");
        door.Clock.Advance(TimeSpan.FromMinutes(13));
        var page = await browser.GetAsync("/account");
        var token = page.Form("header form[action='/sign-out']")["__RequestVerificationToken"];
        var answer = await browser.PostAsync("/account/keep-alive", [KeyValuePair.Create("__RequestVerificationToken", token)]);
        answer.Html.ShouldBe("{\"seconds\":900}");
    }

    private Task<string?> TeamAsync(Guid account) => door.Database.BehindTheScenesAsync<string>(
        "select t.name from care.sessions s join care.teams t on t.id = s.team_id where s.account_id = $1 order by s.started_at desc limit 1", account);

    private Task<string?> PartnershipAsync(Guid account) => door.Database.BehindTheScenesAsync<string>(
        "select p.slug from care.sessions s join care.partnerships p on p.id = s.partnership_id where s.account_id = $1 order by s.started_at desc limit 1", account);

    private async Task<(HttpResponseMessage Response, string Header, string Key)> SignInRawAsync(string email, string? with = null)
    {
        using var accepted = await door.InAsync(email);
        using var browser = door.Node.Browse();
        var page = await browser.GetAsync("/sign-in");
        var form = page.Form().With("Form.Email", email).With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(form.Fields) };
        if (with is not null)
        {
            // Signing in over a session that has not been signed out: as after closing the page, not the browser.
            await door.Database.BehindTheScenesAsync<object>("update care.sessions set last_seen_at = last_seen_at - interval '16 minutes' where key_hash = $1", Door.HashOf(with));
            request.Headers.Add("Cookie", $"{Door.Cookie}={with}");
        }

        var response = await browser.SendAsync(request);
        var header = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Door.Cookie, StringComparison.Ordinal));
        return (response, header, Door.KeyIn(response)!);
    }

    private async Task<HttpResponseMessage> AskAsync(string key, CareHost? node = null)
    {
        using var client = (node ?? door.Node).CreateDefaultClient(CareHost.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", $"{Door.Cookie}={key}");
        return await client.SendAsync(request);
    }

    private SignedInClient WithCookie(string key)
    {
        var browser = door.Node.Browse();
        browser.Http.DefaultRequestHeaders.Add("Cookie", $"{Door.Cookie}={key}");
        return browser;
    }

    private static HttpRequestMessage Request(HttpMethod method, string url, string key, IEnumerable<KeyValuePair<string, string>> fields, WebPage page)
    {
        var form = page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Where(c => c.StartsWith("__Host-care-form", StringComparison.Ordinal));
        var request = new HttpRequestMessage(method, url) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", string.Join("; ", form.Append($"{Door.Cookie}={key}")));
        return request;
    }
}
