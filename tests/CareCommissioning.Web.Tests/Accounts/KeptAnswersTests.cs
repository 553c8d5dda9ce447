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
    public async Task The_same_person_sends_it_again_with_one_button()
    {
        using var browser = await door.InAsync("admin@eastlancs.demo.example");
        var ended = await ExpireAndSendAsync(browser);
        ended.Text.ShouldContain("What you typed is kept");
        var kept = await ended.Form().With("Form.Email", "admin@eastlancs.demo.example").With("Form.Password", Persistence.DemoData.DemoSeeder.SignInWord).SendAsync();
        kept.Heading.ShouldBe("Your answers were kept");
        kept.Status.ShouldBe(HttpStatusCode.OK);
        var again = await kept.Form().SendAsync();
        again.Errors.ShouldContain("Enter the person's e-mail address");
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

    private async Task<WebPage> ExpireAndSendAsync(SignedInClient browser)
    {
        var form = (await browser.GetAsync("/admin/invitations/new")).Form().With("Form.Name", Typed);
        door.Clock.Advance(Session.IdleLimit);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/invitations/new") { Content = new FormUrlEncodedContent(form.Fields) };
        using var response = await browser.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);

        // A browser sends the form again to where 307 points.
        return await browser.PostAsync(response.Headers.Location!.ToString(), form.Fields);
    }
}
