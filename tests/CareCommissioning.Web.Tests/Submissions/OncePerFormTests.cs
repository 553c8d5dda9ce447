using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Submissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

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
        var form = (await _admin.GetAsync("/localities/new")).Form().With("Form.Name", "Planted").Without("FormOwner");
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
        conflict.Text.ShouldContain("It was last changed by you, in another window");
        conflict.Form()["Form.Name"].ShouldBe("North and Docks");
        (await CountAsync("North and Vale")).ShouldBe(1);

        // Saving again is a decision.
        (await conflict.Form().SendAsync()).Done.ShouldNotBeNull();
        (await CountAsync("North and Docks")).ShouldBe(1);
    }

    [Fact, Requirement("C43")]
    public async Task Who_saved_first_is_named_with_the_moment()
    {
        var id = await _database.BehindTheScenesAsync<Guid>("select id from care.localities where name = 'South Liverpool'");
        var second = (await _admin.GetAsync($"/localities/{id}/change")).Form().With("Form.Name", "South and Docks");
        await _database.BehindTheScenesAsync<object>("update care.accounts set role = 'SystemAdministrator' where id = $1", (await _database.ActorAsync("head@liverpool.demo.example")).AccountId!);
        using var other = await _host.SignInAsync("head@liverpool");
        (await (await other.GetAsync($"/localities/{id}/change")).Form().With("Form.Name", "South and Vale").SendAsync()).Done.ShouldNotBeNull();
        (await second.SendAsync()).Text.ShouldContain($"It was last changed by Helen Adeyemi, System administrator, on {_host.Clock.Today().InWords()}");
    }

    [Fact, Requirement("C43")]
    public async Task Who_may_not_read_of_the_change_is_not_told_who_made_it()
    {
        var account = (await _database.ActorAsync("staff@liverpool.demo.example")).AccountId!.Value;
        using var approver = await _host.SignInAsync("provider@liverpool");
        var form = (await approver.GetAsync($"/admin/accounts/{account}/change")).Form().With("Form.Reason", "New work").With("Form.IsApprover", "true");

        // Changed on another partnership's page: a line of that partnership's log.
        await using (var db = _database.As(await _database.ActorAsync("admin@eastlancs.demo.example") with { Kind = ActorKind.System }))
        {
            await db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisplayName, "Stella Fynch"));
        }

        var conflict = await form.SendAsync();
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldNotContain("Adam Min");
        conflict.Text.ShouldNotContain("last changed by");
    }

    [Fact]
    public async Task A_handler_that_leads_to_another_site_is_a_fault_and_saves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => HandleAsync(new RedirectResult("https://elsewhere.example/"), "Fazakerley"));
        (await CountAsync("Fazakerley")).ShouldBe(0);
    }

    [Fact]
    public async Task A_handler_that_shows_its_page_again_saves_nothing()
    {
        await HandleAsync(new PageResult(), "Aigburth");
        (await CountAsync("Aigburth")).ShouldBe(0);
    }

    public static TheoryData<string, IActionResult> Ways => new()
    {
        { "Allerton", new RedirectResult("/localities") },
        { "Anfield", new LocalRedirectResult("/localities") },
        { "Croxteth", new RedirectToPageResult("/Localities/Index") },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handler_that_leads_on_has_saved_however_it_says_so(string name, IActionResult result)
    {
        await HandleAsync(result, name);
        (await CountAsync(name)).ShouldBe(1);
        (await _database.BehindTheScenesAsync<string>("select result_url from care.submissions where page = 'Test'")).ShouldBe("/localities");
    }

    /// <summary>Runs the filter around a handler that adds a locality and then answers with <paramref name="result"/>.</summary>
    private async Task HandleAsync(IActionResult result, string locality)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var actor = await _database.ActorAsync("admin@liverpool.demo.example");
        var current = services.GetRequiredService<CurrentActor>();
        current.Become(actor);
        current.ComesFrom("Test", "");
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Method = HttpMethods.Post;
        http.Request.Form = new FormCollection(new Dictionary<string, StringValues> { [OncePerForm.Field] = Guid.CreateVersion7().ToString() });
        var page = new PageContext { HttpContext = http, RouteData = new RouteData(), ActionDescriptor = new CompiledPageActionDescriptor() };
        http.SetEndpoint(services.GetServices<EndpointDataSource>().First().Endpoints[0]);
        var db = services.GetRequiredService<CareDbContext>();
        var filter = ActivatorUtilities.CreateInstance<OncePerForm>(services);
        await filter.OnPageHandlerExecutionAsync(new PageHandlerExecutingContext(page, [], null, new Dictionary<string, object?>(), this), async () =>
        {
            db.Localities.Add(new Locality(Guid.CreateVersion7(), actor.PartnershipId!.Value, locality, null));
            await db.SaveChangesAsync();
            return new PageHandlerExecutedContext(page, [], null, this) { Result = result };
        });
    }

    private Task<long> CountAsync(string name) => _database.BehindTheScenesAsync<long>("select count(*) from care.localities where name = $1", name);
}
