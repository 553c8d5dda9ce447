using System.Diagnostics;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Web.Tests.Accounts;

[Requirement("C42")]
public sealed class PasswordTests(Door door) : IClassFixture<Door>
{
    private const string Better = "elderflower teapot ladder";

    [Theory, Asvs("V6.2.1", "V6.2.4", "V6.2.11")]
    [InlineData("short")]
    [InlineData("password12345")]
    [InlineData("Liverpool-Council-2026")]
    public async Task A_weak_password_is_refused_with_a_reason(string weak)
    {
        using var browser = await door.InAsync("voice@eastlancs.demo.example");
        var form = (await browser.GetAsync("/account/password")).Form();
        var page = await form.With("Form.CurrentPassword", DemoSeeder.SignInWord).With("Form.NewPassword", weak).SendAsync();
        page.Errors.Count.ShouldBe(1);
        page.Html.ShouldNotContain(weak);
    }

    [Fact, Asvs("V6.2.2", "V6.2.3", "V7.4.3", "V6.3.7")]
    public async Task Changing_it_needs_the_old_one_and_ends_other_sessions()
    {
        const string email = "pct@eastlancs.demo.example";
        using var here = await door.InAsync(email);
        using var there = await door.InAsync(email);
        var form = (await here.GetAsync("/account/password")).Form();
        (await form.With("Form.CurrentPassword", "not the old one").With("Form.NewPassword", Better).SendAsync()).Errors.Count.ShouldBe(1);
        var done = await form.With("FormKey", Guid.CreateVersion7().ToString()).With("Form.CurrentPassword", DemoSeeder.SignInWord).With("Form.NewPassword", Better).SendAsync();
        done.Done.ShouldBe("Your password is changed, and you are signed out everywhere else");
        (await there.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        (await door.LastEmailAsync(email)).ShouldStartWith("Your password was changed");
        using var again = await door.InAsync(email, Better);
    }

    [Fact, Asvs("V6.3.8")]
    public async Task Asking_for_a_new_password_says_the_same_for_every_address()
    {
        using var browser = door.Node.Browse();
        var known = await (await browser.GetAsync("/forgotten-password")).Form().With("Form.Email", "regulator@eastlancs.demo.example").SendAsync();
        using var other = door.Node.Browse();
        var unknown = await (await other.GetAsync("/forgotten-password")).Form().With("Form.Email", "nobody.at.all@nowhere.example").SendAsync();
        known.Heading.ShouldBe("Look at your e-mail");
        unknown.Text.ShouldBe(known.Text);
        (await door.LastEmailAsync("regulator@eastlancs.demo.example")).ShouldNotBeNull();
        (await door.LastEmailAsync("nobody.at.all@nowhere.example")).ShouldBeNull();
        (await door.Database.BehindTheScenesAsync<long>("select count(*) from care.outbox_emails where next_attempt_at is not null and \"to\" not like '%@%'")).ShouldBe(0);
    }

    [Fact, Asvs("V6.3.8", "V2.4.1")]
    public async Task One_address_gets_so_many_links_an_hour_and_the_answer_does_not_tell()
    {
        const string email = "advocate@eastlancs.demo.example";
        await using var node = new Testing.Web.CareHost(
            door.Database, door.Clock, new Dictionary<string, string>(StringComparer.Ordinal) { ["Accounts:ResetLinksPerHour"] = "2" }, door.Node.DataFolder);
        using var browser = node.Browse();
        var answers = new List<string>();
        foreach (var typed in new[] { email, email.ToUpperInvariant(), $" {email}", email })
        {
            answers.Add((await (await browser.GetAsync("/forgotten-password")).Form().With("Form.Email", typed).SendAsync()).Text);
        }

        answers.Distinct().Count().ShouldBe(1);
        answers[0].ShouldContain("Look at your e-mail");
        (await SentAsync(email)).ShouldBe(2);

        // Nobody else's links are counted with them.
        await (await browser.GetAsync("/forgotten-password")).Form().With("Form.Email", "programme@eastlancs.demo.example").SendAsync();
        (await SentAsync("programme@eastlancs.demo.example")).ShouldBe(1);
    }

    [Fact, Asvs("V6.4.3", "V6.4.1", "V7.4.3")]
    public async Task The_link_works_once_for_an_hour_and_leaves_two_step_verification_on()
    {
        const string email = "council@eastlancs.demo.example";
        using var signedIn = await door.InAsync(email);
        await door.ArrangeAsync(email, account => account.Credentials.TwoStepEnabled = true);
        var link = await LinkAsync(email);
        using var browser = door.Node.Browse();
        (await (await browser.GetAsync(link)).Form().With("Form.NewPassword", "password12345").SendAsync()).Errors.Count.ShouldBe(1);
        (await (await browser.GetAsync(link)).Form().With("Form.NewPassword", Better).SendAsync()).Url.ShouldBe("/sign-in");
        (await browser.GetAsync(link)).Heading.ShouldBe("This link no longer works");
        (await signedIn.GetAsync("/account")).Url.ShouldStartWith("/sign-in");
        (await door.AccountAsync(email)).Credentials.TwoStepEnabled.ShouldBeTrue();
        (await Door.TryAsync(browser, email, Better)).Heading.ShouldBe("Two-step verification");
    }

    [Fact, Asvs("V6.4.1")]
    public async Task The_link_dies_after_an_hour_and_with_a_newer_change()
    {
        const string email = "finance@eastlancs.demo.example";
        var late = await LinkAsync(email);
        door.Clock.Advance(TimeSpan.FromHours(1));
        using var browser = door.Node.Browse();
        (await browser.GetAsync(late)).Heading.ShouldBe("This link no longer works");
        (await browser.GetAsync("/reset-password?key=made-up")).Heading.ShouldBe("This link no longer works");
        var older = await LinkAsync(email);
        await door.ArrangeAsync(email, account => account.Credentials.SecurityStamp = "changed");
        (await browser.GetAsync(older)).Heading.ShouldBe("This link no longer works");
    }

    /// <summary>Medians of sign-ins at a known and an unknown address, taking turns.</summary>
    [Fact, Asvs("V6.3.8")]
    public async Task A_known_address_takes_as_long_as_an_unknown_one()
    {
        const string Nobody = "nobody.here@nowhere.example";
        const int pairs = 40;
        const string email = "guardian@eastlancs.demo.example";
        using var browser = door.Node.Browse();
        var form = (await browser.GetAsync("/sign-in")).Form();
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var pair = -3; pair < pairs; pair++)
        {
            await door.ArrangeAsync(email, account => account.Credentials.Unlock());

            // Whichever comes first meets what the arranging left behind, so they take turns.
            var (first, second) = pair % 2 == 0 ? (email, Nobody) : (Nobody, email);
            var (one, other) = (await TimeAsync(first), await TimeAsync(second));
            (one, other) = first == email ? (one, other) : (other, one);
            if (pair >= 0)
            {
                known.Add(one);
                unknown.Add(other);
            }
        }

        // A ratio within one run, wide enough for a busy machine: an answer without a hash would be ten times as fast.
        Median(unknown).ShouldBeGreaterThan(Median(known) / 2, $"known {Median(known)} ms, unknown {Median(unknown)} ms");
        Median(known).ShouldBeGreaterThan(Median(unknown) / 2, $"known {Median(known)} ms, unknown {Median(unknown)} ms");

        async Task<double> TimeAsync(string address)
        {
            var start = Stopwatch.GetTimestamp();
            (await form.With("Form.Email", address).With("Form.Password", "not the password").SendAsync()).Errors.Count.ShouldBe(1);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }

    [Fact, Asvs("V6.4.6")]
    public async Task An_approver_cannot_set_somebody_elses_password_even_in_the_database()
    {
        await using var db = door.Database.As(await Testing.DemoActors.ActorAsync(door.Database, "admin@eastlancs.demo.example"));
        var other = (await door.AccountAsync("finance@eastlancs.demo.example")).Id;
        var credentials = db.Set<Credentials>().Single(c => c.AccountId == other);
        credentials.PasswordHash = "a hash of my choice";
        var refused = await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => db.SaveChangesAsync());
        refused.InnerException.ShouldBeOfType<Npgsql.PostgresException>().SqlState.ShouldBe("42501");
    }

    private Task<long> SentAsync(string to) => door.Database.BehindTheScenesAsync<long>("select count(*) from care.outbox_emails where \"to\" = $1", to);

    private async Task<string> LinkAsync(string email)
    {
        door.Clock.Advance(TimeSpan.FromSeconds(1));
        using var browser = door.Node.Browse();
        await (await browser.GetAsync("/forgotten-password")).Form().With("Form.Email", email.ToUpperInvariant()).SendAsync();
        return await door.LinkToAsync(email);
    }
}
