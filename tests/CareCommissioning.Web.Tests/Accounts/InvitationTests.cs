using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C11")]
public sealed class InvitationTests(Door door) : IClassFixture<Door>
{
    private const string New = "/admin/invitations/new";
    private const string Password = "elderflower teapot ladder";

    [Theory, Asvs("V8.2.1")]
    [InlineData("staff@liverpool.demo.example")]
    [InlineData("coordinator@liverpool.demo.example")]
    [InlineData("advocate@liverpool.demo.example")]
    public async Task Nobody_invites_who_is_neither_approver_nor_administrator(string email)
    {
        using var browser = await door.InAsync(email);
        (await browser.GetAsync(New)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/admin/invitations")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Asvs("V8.2.2")]
    public async Task An_approver_invites_into_their_own_organisation_only()
    {
        using var browser = await ApproverAsync();
        var other = (await door.Database.ActorAsync("pct@liverpool.demo.example")).OrganisationId.ToString()!;
        var form = await FillAsync(browser, "a.nother@provider.example");
        (await form.With("Form.OrganisationId", other).SendAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await door.LastEmailAsync("a.nother@provider.example")).ShouldBeNull();
    }

    [Theory]
    [InlineData("SystemAdministrator")]
    [InlineData("PctCommissioner")]
    public async Task A_role_that_does_not_fit_is_refused(string role)
    {
        using var browser = await ApproverAsync();
        (await (await FillAsync(browser, "b.nother@provider.example")).With("Form.Role", role).SendAsync()).Errors.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Resend")]
    [InlineData("Withdraw")]
    public async Task An_administrators_invitation_is_the_administrators_own_business(string button)
    {
        var approver = await door.Database.ActorAsync("head@liverpool.demo.example");
        var now = door.Clock.GetUtcNow();
        var invitation = new Invitation(
            Guid.CreateVersion7(now), $"{button}@pct.example", "New administrator", approver.OrganisationId!.Value, Role.SystemAdministrator, false, new DateOnly(2026, 11, 1), null, Door.HashOf(button), null, now);
        await using (var db = door.Database.As(Actor.System))
        {
            db.Invitations.Add(invitation);
            await db.SaveChangesAsync();
        }

        using var browser = await door.InAsync("head@liverpool.demo.example");
        var page = await browser.GetAsync("/admin/invitations");
        var answer = await page.Form($"form[action*='handler={button}']").With("id", invitation.Id.ToString()).SendAsync();
        answer.Errors.ShouldContain(AccountRefusals.AdministratorsAlone.Message);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("two@example.org, three@example.org")]
    [InlineData("Name <x@example.org>")]
    [InlineData("x@example.org\r\nBcc: y@example.org")]
    public async Task What_is_no_address_is_refused(string address)
    {
        using var browser = await ApproverAsync();
        (await (await FillAsync(browser, address)).SendAsync()).Errors.ShouldNotBeEmpty();
    }

    [Fact, Asvs("V6.4.1", "V6.2.8"), Requirement("C42")]
    public async Task The_invited_person_chooses_a_password_with_a_link_that_works_once()
    {
        const string address = "o'connor@provider.example";
        using var approver = await ApproverAsync();
        (await (await FillAsync(approver, address)).SendAsync()).Done.ShouldNotBeNull();
        var link = await door.LinkToAsync(address);
        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.invitations where encode(link_hash, 'escape') like $1", $"%{link[^20..]}%")).ShouldBe(0);

        using var person = door.Node.Browse();
        var page = await person.GetAsync(link);
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        (await page.Form().With("Form.NewPassword", "password12345").SendAsync()).Errors.Count.ShouldBe(1);
        (await page.Form().With("Form.Name", "Niamh O'Connor").With("Form.NewPassword", Password).SendAsync()).Url.ShouldBe("/sign-in");
        (await person.GetAsync(link)).Text.ShouldContain("used already");
        using var signedIn = await door.InAsync(address, Password);
        (await door.AccountAsync(address)).DisplayName.ShouldBe("Niamh O'Connor");
        (await approver.GetAsync("/admin/invitations")).Text.ShouldContain("Accepted");
    }

    [Fact, Asvs("V6.4.1")]
    public async Task The_link_dies_after_a_day_with_a_newer_link_and_when_withdrawn()
    {
        const string address = "late@provider.example";
        using var approver = await ApproverAsync();
        await (await FillAsync(approver, address)).SendAsync();
        var first = await door.LinkToAsync(address);
        door.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await approver.GetAsync("/admin/invitations")).Form("form[action*='Resend']").SendAsync();
        var second = await door.LinkToAsync(address);
        using var person = door.Node.Browse();
        (await person.GetAsync(first)).Heading.ShouldBe("This link does not work");
        (await person.GetAsync(second)).Heading.ShouldBe("Your account");
        await (await approver.GetAsync("/admin/invitations")).Form("form[action*='Withdraw']").SendAsync();
        (await person.GetAsync(second)).Heading.ShouldBe("This link does not work");
        door.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await approver.GetAsync("/admin/invitations")).Form("form[action*='Resend']").SendAsync();
        var third = await door.LinkToAsync(address);
        door.Clock.Advance(Invitation.Lifetime);
        (await person.GetAsync(third)).Heading.ShouldBe("This link does not work");
    }

    [Fact, Asvs("V6.3.8")]
    public async Task An_approver_never_learns_that_an_address_is_taken_and_its_owner_does()
    {
        const string address = "guardian@eastlancs.demo.example";
        using var approver = await ApproverAsync();
        (await (await FillAsync(approver, address)).SendAsync()).Done.ShouldBe("The invitation is on its way. Its link works for 24 hours");
        using var owner = door.Node.Browse();
        (await owner.GetAsync(await door.LinkToAsync(address))).Heading.ShouldBe("You have an account already");
    }

    [Fact]
    public async Task Another_organisations_invitation_to_the_same_address_is_not_told_of()
    {
        const string address = "twice.elsewhere@example.org";
        using var other = await door.InAsync("provider2@liverpool.demo.example");
        (await (await FillAsync(other, address)).SendAsync()).Done.ShouldNotBeNull();
        using var approver = await ApproverAsync();
        (await (await FillAsync(approver, address)).SendAsync()).Done.ShouldBe("The invitation is on its way. Its link works for 24 hours");
    }

    [Fact]
    public async Task A_second_invitation_to_an_address_is_a_decision()
    {
        using var approver = await ApproverAsync();
        (await (await FillAsync(approver, "twice@provider.example")).SendAsync()).Done.ShouldNotBeNull();
        var warned = await (await FillAsync(approver, "Twice@Provider.example")).SendAsync();
        warned.Errors.ShouldBe(["Say whether to invite them again: an invitation to this address is open"]);
        warned.Text.ShouldContain("as Provider staff");
        (await CountAsync("twice@provider.example")).ShouldBe(1);
        (await warned.Form().With("Form.Again", "true").SendAsync()).Done.ShouldNotBeNull();
        (await CountAsync("twice@provider.example")).ShouldBe(2);
    }

    [Fact]
    public async Task A_colleague_who_has_an_account_is_not_invited()
    {
        using var approver = await ApproverAsync();
        var refused = await (await FillAsync(approver, "Staff@liverpool.demo.example")).SendAsync();
        refused.Errors.ShouldBe(["Somebody at Sunrise House Care Ltd has an account with this e-mail address already"]);
        (await CountAsync("staff@liverpool.demo.example")).ShouldBe(0);
    }

    [Fact, Requirement("S0-035")]
    public async Task A_role_for_a_limited_time_needs_a_last_day()
    {
        using var administrator = await door.InAsync("admin@liverpool.demo.example");
        var form = await FillAsync(administrator, "consultant2@example.org");
        form.With("Form.OrganisationId", (await door.Database.ActorAsync("pct@liverpool.demo.example")).OrganisationId.ToString()!).With("Form.Role", nameof(Role.ImprovementConsultant));
        (await form.SendAsync()).Errors.ShouldBe(["Enter the date the account ends: this role is for a limited time"]);
        (await form.With("FormKey", Guid.CreateVersion7().ToString()).With("Form.LastDay", new DateOnly(2027, 3, 31)).SendAsync()).Done.ShouldNotBeNull();
        (await door.Database.BehindTheScenesAsync<string>("select ends_on::text from care.invitations where email = 'consultant2@example.org'")).ShouldBe("2027-04-01");
    }

    private Task<long> CountAsync(string address) => door.Database.BehindTheScenesAsync<long>("select count(*) from care.invitations where lower(email) = $1", address);

    private Task<SignedInClient> ApproverAsync() => door.InAsync("provider@liverpool.demo.example");

    private async Task<FormPost> FillAsync(SignedInClient browser, string address)
    {
        door.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await browser.GetAsync(New)).Form()
            .With("Form.Name", "Somebody New").With("Form.Email", address).With("Form.Role", nameof(Role.ProviderStaff)).With("Form.StartsOn", new DateOnly(2026, 11, 23));
    }
}
