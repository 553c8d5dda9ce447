using System.Net;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Organisations;
using CareCommissioning.Web.Pages.Services;

namespace CareCommissioning.Web.Tests.Pages.Services;

/// <summary>Services are registered, found, changed, closed and reopened by those who keep the market, and read by everybody whom their provider serves.</summary>
[Requirement("S1-013")]
public sealed class ServicePagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private static readonly DateOnly Opened = new(2018, 4, 1);

    [Theory, Requirement("S1-057")]
    [InlineData("coordinator"), InlineData("provider"), InlineData("regulator"), InlineData("finance")]
    public async Task Those_who_do_not_keep_the_market_register_and_change_nothing(string who)
    {
        var client = await demonstration.AsAsync($"{who}@liverpool");
        var service = await IdAsync("partnership_id = (select id from care.partnerships where slug = 'liverpool')");

        foreach (var url in new[] { ServiceLinks.New, ServiceLinks.Change(service), ServiceLinks.Close(service), ServiceLinks.Import })
        {
            (await client.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden, url);
        }

        var page = await client.GetAsync(ServiceLinks.Details(service));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldNotContain(ServiceLinks.Change(service));
        (await client.GetAsync(ServiceLinks.List)).Html.ShouldNotContain(ServiceLinks.New);
    }

    [Fact, Requirement("S0-006")]
    public async Task A_service_of_another_partnership_is_not_found_and_one_that_its_provider_brings_along_is_read_only()
    {
        var pct = await demonstration.AsAsync("pct@eastlancs");
        var theirs = await IdAsync("provider_id = (select id from care.organisations where code = 'DEMO-P1')");
        var shared = await IdAsync("provider_id = (select id from care.organisations where code = 'DEMO-V1')");

        (await pct.GetAsync(ServiceLinks.Details(theirs))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await pct.GetAsync(ServiceLinks.Change(theirs))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await pct.GetAsync(ServiceLinks.Details(shared))).Text.ShouldContain("Another partnership that the provider serves keeps this record");
        (await pct.GetAsync(ServiceLinks.Change(shared))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await pct.GetAsync(ServiceLinks.Close(shared))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("S1-057")]
    public async Task A_commissioner_registers_a_service_and_finds_it()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");

        var page = await RegisterAsync(pct, "Quay Terrace", "1-900");

        page.Done.ShouldBe("Quay Terrace is registered");
        page.Text.ShouldContain("Sunrise House Care Ltd");
        page.Text.ShouldContain("9 beds or units");
        page.Text.ShouldContain("L8 1AA");
        page.Text.ShouldContain("Added");
        foreach (var query in new[] { "name=quay+ter", "name=1-900", "type=CareHome&name=quay", "sector=Private&name=quay", "state=open&name=quay" })
        {
            (await pct.GetAsync($"{ServiceLinks.List}?{query}")).Text.ShouldContain("Quay Terrace", customMessage: query);
        }

        foreach (var query in new[] { "type=DayService", "sector=Nhs", "state=closed" })
        {
            (await pct.GetAsync($"{ServiceLinks.List}?name=quay&{query}")).Text.ShouldContain("No service fits these filters", customMessage: query);
        }

        (await pct.GetAsync(OrganisationLinks.Details(await IdAsync("code = 'DEMO-P1'", "organisations")))).Text.ShouldContain("Quay Terrace");
    }

    [Fact]
    public async Task Every_missing_answer_is_asked_for_in_words()
    {
        var page = await (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(ServiceLinks.New)).Form().SendAsync();

        page.Errors.ShouldBe(
        [
            "Enter the provider that runs the service", "Enter the name of the service", "Choose the type of service",
            "Enter how many places it has, or 0 where there is no limit or it is not known", "Enter the date the service opened",
        ]);
    }

    [Fact]
    public async Task A_location_code_stands_once_in_a_partnership_and_what_was_typed_stays()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        await RegisterAsync(pct, "First of its code", "1-901");

        var page = await RegisterAsync(pct, "Second of its code", "1-901");

        page.Errors.ShouldBe(["Another service of your partnership has this location code"]);
        page.Form()["Form.Service.Name"].ShouldBe("Second of its code");
        page.Document.QuerySelector("[id='Form_Service_LocationCode-error']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_service_older_than_its_provider_a_strange_postcode_and_a_council_that_runs_nothing_are_refused_beside_their_fields()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var form = Filled((await pct.GetAsync(ServiceLinks.New)).Form(), "Refused", "1-902");

        (await form.With("Form.OpenedOn", new DateOnly(1990, 1, 1)).SendAsync()).Errors.ShouldBe(["Its provider opened on 15 June 1998: enter that date or a later one"]);
        (await form.With("Form.OpenedOn", Opened).With("Form.Service.Postcode", "nowhere").SendAsync()).Errors.ShouldBe(["Enter a whole postcode, like L8 1AA"]);
        (await form.With("Form.Service.Postcode", "").With("Form.Provider.Typed", "Liverpool City Council").SendAsync()).Errors.ShouldBe(["No organisation here has this name or code. Check the spelling"]);
    }

    [Fact]
    public async Task Two_people_who_change_one_service_see_each_others_words()
    {
        var (pct, admin) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("admin@liverpool"));
        var change = (await RegisterAsync(pct, "Contested House", null)).Url + "/change";
        var (first, second) = ((await admin.GetAsync(change)).Form(), (await pct.GetAsync(change)).Form());
        (await first.With("Form.Places", "11").SendAsync()).Done.ShouldBe("The service is changed");

        var conflict = await second.With("Form.Places", "12").SendAsync();

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("Somebody else saved this first");
        conflict.Form()["Form.Places"].ShouldBe("12");
        (await conflict.Form().SendAsync()).Text.ShouldContain("12 beds or units");
    }

    [Fact]
    public async Task A_service_closes_and_opens_again()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var url = (await RegisterAsync(pct, "Closing House", null)).Url;
        var form = (await pct.GetAsync($"{url}/close")).Form();
        (await form.With("Form.On", Opened).SendAsync()).Errors.ShouldBe(["The service opened on 1 April 2018: enter a later date"]);

        (await form.With("Form.On", new DateOnly(2024, 4, 1)).SendAsync()).Done.ShouldBe("Closing House closes: 31 March 2024 is its last day");

        (await (await pct.GetAsync($"{url}/close")).Form().SendAsync()).Done.ShouldBe("Closing House is open again");
    }

    [Theory, Requirement("S1-057")]
    [InlineData("provider"), InlineData("staff")]
    public async Task A_providers_people_come_to_their_own_services_with_one_link(string who)
    {
        var client = await demonstration.AsAsync($"{who}@liverpool");
        var all = await client.GetAsync(ServiceLinks.List);
        all.Rows("Services by name").Select(r => r[1]).Distinct().Count().ShouldBeGreaterThan(1);

        var own = await client.GetAsync(Ours(all)!);

        own.Rows("Services by name").ShouldAllBe(r => r[1] == "Sunrise House Care Ltd");
        Ours(own).ShouldBeNull();
        Ours(await (await demonstration.AsAsync("pct@liverpool")).GetAsync(ServiceLinks.List)).ShouldBeNull();

        static string? Ours(WebPage page) => page.Document.QuerySelectorAll("main a").SingleOrDefault(a => a.TextContent == "Our services")?.GetAttribute("href");
    }

    [Fact, Requirement("S1-014")]
    public async Task Commissioners_see_places_people_and_spend_by_sector_and_type_and_others_do_not()
    {
        var host = await demonstration.HostAsync();
        var page = await (await demonstration.AsAsync("finance@liverpool")).GetAsync(ServiceLinks.List);

        const string mine = "p.partnership_id = (select id from care.partnerships where slug = 'liverpool') and p.stage = 'Started'";
        var people = await host.Database.BehindTheScenesAsync<long>($"select count(*) from care.placements p where {mine}");
        var spend = await host.Database.BehindTheScenesAsync<decimal>(
            $"select sum(t.weekly_fee) from care.placement_terms t join care.placements p on p.id = t.placement_id where {mine} and t.valid_from <= current_date and (t.valid_to is null or t.valid_to > current_date)");
        people.ShouldBeGreaterThan(0);
        foreach (var caption in new[] { "Open services by sector", "Open services by type" })
        {
            var rows = page.Document.QuerySelectorAll("table").Single(t => t.TextContent.Contains(caption, StringComparison.Ordinal)).QuerySelectorAll("tbody tr");
            var cells = rows.Select(row => row.QuerySelectorAll("th, td").Select(c => Digits(c.TextContent)).ToList()).ToList();
            var counted = caption.EndsWith("sector", StringComparison.Ordinal) ? cells.SkipLast(1).ToList() : cells;
            counted.Sum(c => c[3]).ShouldBe(people);
            (counted.Sum(c => c[4]) / 100m).ShouldBe(spend);
        }

        foreach (var who in new[] { "coordinator@liverpool", "provider@liverpool", "admin@liverpool" })
        {
            (await (await demonstration.AsAsync(who)).GetAsync(ServiceLinks.List)).Text.ShouldNotContain("People placed");
        }
    }

    private static long Digits(string text) => long.TryParse(string.Concat(text.Where(char.IsAsciiDigit)), out var number) ? number : 0;

    private static async Task<WebPage> RegisterAsync(SignedInClient client, string name, string? code) => await Filled((await client.GetAsync(ServiceLinks.New)).Form(), name, code).SendAsync();

    private static FormPost Filled(FormPost form, string name, string? code) => form
        .With("Form.Provider.Typed", "DEMO-P1").With("Form.Service.Name", name).With("Form.Service.Type", "CareHome").With("Form.Service.Places", "9")
        .With("Form.Service.Postcode", "l81aa").With("Form.Service.LocationCode", code ?? "").With("Form.OpenedOn", Opened);

    private async Task<Guid> IdAsync(string where, string table = "services") =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<Guid>($"select id from care.{table} where {where} order by name limit 1");
}
