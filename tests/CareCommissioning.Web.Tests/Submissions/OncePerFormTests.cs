using System.Net;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Submissions;

[Asvs("V2.3.3", "V2.3.4")]
public sealed class OncePerFormTests : IAsyncLifetime
{
    private CareTestDatabase _database = null!;
    private CareHost _host = null!;
    private SignedInClient _admin = null!;

    public async Task InitializeAsync()
    {
        _database = await CareTestDatabase.DemonstrationAsync();
        _host = new CareHost(_database);
        _admin = await _host.SignInAsync("admin@liverpool");
    }

    public async Task DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_form_sent_again_makes_no_second_record_and_leads_to_the_same_place()
    {
        var form = (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Vauxhall");
        var first = await form.SendAsync();
        var second = await form.SendAsync();
        first.Status.ShouldBe(HttpStatusCode.OK);
        second.Url.ShouldBe(first.Url);
        (await CountAsync("Vauxhall")).ShouldBe(1);
    }

    [Fact]
    public async Task A_way_back_too_long_to_keep_takes_nothing_back()
    {
        using var browser = _host.Browse();
        var wanted = "/organisations?name=" + new string('x', 3000);
        var page = await (await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(wanted)}")).Form()
            .With("Form.Email", "voice@liverpool.demo.example").With("Form.Password", DemoSeeder.SignInWord).SendAsync();
        page.Url.ShouldStartWith("/account/acceptable-use");
        (await page.Form().With("Form.Accepted", "true").SendAsync()).Url.ShouldStartWith("/organisations");
    }

    [Fact]
    public async Task Eight_clicks_at_once_make_one_record()
    {
        var form = (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Everton");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.SendAsync()));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await CountAsync("Everton")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_answers_in_a_second_form_are_a_second_try()
    {
        await (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Speke").SendAsync();
        var again = await (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Speke").SendAsync();
        again.Errors.ShouldNotBeEmpty();
        (await CountAsync("Speke")).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_leaves_nothing_behind_and_can_be_mended_and_sent()
    {
        var refused = await (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "").SendAsync();
        refused.Errors.ShouldNotBeEmpty();
        (await _database.BehindTheScenesAsync<long>("select count(*) from care.submissions where page like '%localities/new'")).ShouldBe(0);
        (await refused.Form().With("Form.Name", "Toxteth").SendAsync()).Done.ShouldNotBeNull();
        (await CountAsync("Toxteth")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_persons_key_is_not_ones_own()
    {
        using var other = await _host.SignInAsync("admin@eastlancs");
        var key = Guid.CreateVersion7().ToString();
        await (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Kirkdale").With("FormKey", key).SendAsync();
        (await (await other.GetAsync("/localities/new")).Form().With("Form.Name", "Kirkdale").With("FormKey", key).SendAsync()).Done.ShouldNotBeNull();
        (await CountAsync("Kirkdale")).ShouldBe(2);
    }

    [Fact, Asvs("V3.5.1")]
    public async Task A_form_without_its_token_or_with_another_persons_is_refused()
    {
        using var other = await _host.SignInAsync("pct@liverpool");
        var theirs = (await other.GetAsync("/account")).Form("form[action='/sign-out']")["__RequestVerificationToken"];
        var form = (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Planted");
        (await form.Without("__RequestVerificationToken").SendAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.With("__RequestVerificationToken", theirs).SendAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync("Planted")).ShouldBe(0);
    }

    [Fact, Requirement("C43")]
    public async Task Of_two_people_who_edit_one_record_the_second_sees_both_versions_and_loses_nothing()
    {
        var id = await _database.BehindTheScenesAsync<Guid>("select id from care.localities where name = 'North Liverpool'");
        var first = (await _admin.GetAsync($"/localities/{id}/change")).Form().With("Form.Name", "North and Vale");
        var second = (await _admin.GetAsync($"/localities/{id}/change")).Form().With("Form.Name", "North and Docks");
        (await first.SendAsync()).Done.ShouldNotBeNull();

        var conflict = await second.SendAsync();
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("North and Vale");
        conflict.Form()["Form.Name"].ShouldBe("North and Docks");
        (await CountAsync("North and Vale")).ShouldBe(1);

        // Saving again is a decision.
        (await conflict.Form().SendAsync()).Done.ShouldNotBeNull();
        (await CountAsync("North and Docks")).ShouldBe(1);
    }

    private Task<long> CountAsync(string name) => _database.BehindTheScenesAsync<long>("select count(*) from care.localities where name = $1", name);
}
