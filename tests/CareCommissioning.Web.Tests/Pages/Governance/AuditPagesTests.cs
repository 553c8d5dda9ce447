using System.Net;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Governance.Audit;
using CareCommissioning.Web.Pages.Localities;
using CareCommissioning.Web.Pages.Organisations;

namespace CareCommissioning.Web.Tests.Pages.Governance;

/// <summary>The information-governance lead reads, narrows, opens and exports the log (C18).</summary>
public sealed class AuditPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("C18", "C43"), Asvs("V16.2.1", "V16.3.3")]
    public async Task A_change_is_a_line_that_opens_to_each_field_before_and_after()
    {
        var (admin, guardian) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("guardian@liverpool"));
        var bridges = await IdAsync("Bridges to Work");
        (await (await admin.GetAsync(OrganisationLinks.Change(bridges))).Form().With("Form.Code", "BTW-1").SendAsync()).Done.ShouldNotBeNull();

        var list = await guardian.GetAsync($"{AuditLinks.List}?record=organisations&recordId={bridges}&who=adam");
        list.Text.ShouldContain("Adam Min, System administrator");
        list.Text.ShouldContain("Code: “DEMO-V2” to “BTW-1”");
        var line = await guardian.GetAsync(list.Document.QuerySelector("table tbody a")!.GetAttribute("href")!);
        line.Text.ShouldContain("DEMO-V2");
        line.Text.ShouldContain("POST /organisations/{id:guid}/change");
        line.Text.ShouldContain("Hash of this line");

        // The same change stands at the foot of the record, for those who see it.
        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(OrganisationLinks.Details(bridges))).Text.ShouldContain("Code: “DEMO-V2” to “BTW-1”");
    }

    [Fact, Requirement("C18"), Asvs("V16.3.1")]
    public async Task A_failed_sign_in_is_a_line_and_a_number_on_the_home_page()
    {
        var host = await demonstration.HostAsync();
        var guardian = await demonstration.AsAsync("guardian@liverpool");
        using var stranger = host.Browse();
        await (await stranger.GetAsync("/sign-in")).Form().With("Form.Email", "finance@liverpool.demo.example").With("Form.Password", "not the right one at all").SendAsync();

        var home = await guardian.GetAsync("/");
        home.Text.ShouldContain("failed sign-in");
        var list = await guardian.GetAsync(AuditLinks.FailedSignIns(host.Clock.Today()));
        list.Text.ShouldContain("Failed to sign in");
        list.Text.ShouldContain("Farah Iqbal");
        var line = await guardian.GetAsync(list.Document.QuerySelector("table tbody a")!.GetAttribute("href")!);
        line.Heading.ShouldEndWith("Somebody failed to sign in");
        line.Text.ShouldContain("WhoNot signed inRecord Farah Iqbal");
        (await guardian.GetAsync($"{AuditLinks.List}?action=sign_in_failed&to=2020-01-01")).Text.ShouldContain("No line fits these filters");
        (await guardian.GetAsync($"{AuditLinks.List}?action=sign_in_failed&from=2199-01-01")).Text.ShouldContain("No line fits these filters");
    }

    [Fact, Requirement("C18"), Asvs("V16.2.1")]
    public async Task Lines_say_from_which_network_address_and_are_found_by_it()
    {
        const string Ward = "203.0.113.77";
        var database = (await demonstration.HostAsync()).Database;
        var guardian = await demonstration.AsAsync("guardian@liverpool");
        var actor = await database.ActorAsync("coordinator@liverpool.demo.example");
        await using (var db = database.As(actor, Ward))
        {
            await db.RecordOpeningAsync("people", Guid.CreateVersion7(), "P-999999", CancellationToken.None);
        }

        var list = await guardian.GetAsync($"{AuditLinks.List}?address={Ward}");
        list.Document.QuerySelectorAll("table tbody tr").Length.ShouldBe(1);
        (await guardian.GetAsync($"{AuditLinks.List}?address=203.0.113.7")).Text.ShouldContain("No line fits these filters");
        var line = await guardian.GetAsync(list.Document.QuerySelector("table tbody a")!.GetAttribute("href")!);
        line.Document.QuerySelectorAll("main a").ShouldContain(a => a.GetAttribute("href") == AuditLinks.From(Ward));
        (await guardian.GetAsync(AuditLinks.Line(1))).Text.ShouldContain("None: done from the command line or by the product itself");
        (await guardian.GetAsync($"{AuditLinks.Export}?address={Ward}")).Html.ShouldContain($",{Ward},");
    }

    [Fact, Requirement("C18")]
    public async Task Codes_and_ends_are_told_in_words()
    {
        var (admin, guardian) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("guardian@liverpool"));
        var made = await (await admin.GetAsync(OrganisationLinks.New)).Form()
            .With("Form.Name", "Ended Care").With("Form.Kind", "private-provider").With("Form.OpenedOn", new DateOnly(2015, 4, 1)).SendAsync();
        (await (await admin.GetAsync($"{made.Url}/close")).Form().With("Form.LastDay", new DateOnly(2024, 3, 31)).SendAsync()).Done.ShouldNotBeNull();

        var list = await guardian.GetAsync($"{AuditLinks.List}?recordId={made.Url.Split('/')[^1]}");

        list.Text.ShouldContain("Last day: “31 March 2024”");
        var lines = await Task.WhenAll(list.Document.QuerySelectorAll("table tbody a").Select(a => guardian.GetAsync(a.GetAttribute("href")!)));
        var added = lines.Single(line => line.Heading.EndsWith("added an organisation", StringComparison.Ordinal));
        added.Text.ShouldContain("Private provider");
        added.Text.ShouldNotContain("private-provider");
        lines.ShouldContain(line => line.Text.Contains("Accepted on", StringComparison.Ordinal) && line.Text.Contains("1 April 2015", StringComparison.Ordinal));
    }

    [Fact, Requirement("C18")]
    public async Task Opening_an_identifiable_record_is_a_line_with_its_reader()
    {
        var database = (await demonstration.HostAsync()).Database;
        var person = Guid.CreateVersion7();
        await using (var db = database.As(await database.ActorAsync("coordinator@liverpool.demo.example")))
        {
            await db.RecordOpeningAsync("people", person, "P-999999", CancellationToken.None);
        }

        var list = await (await demonstration.AsAsync("guardian@liverpool")).GetAsync($"{AuditLinks.List}?action=opened&recordId={person}");
        list.Text.ShouldContain("Carol Ordway, Care co-ordinator");
        list.Text.ShouldContain("Opened a person");
        (await (await demonstration.AsAsync("guardian@eastlancs")).GetAsync($"{AuditLinks.List}?recordId={person}")).Text.ShouldContain("No line fits these filters");
    }

    [Fact, Requirement("C18", "E18")]
    public async Task Who_opened_a_person_is_found_by_the_reference_whether_alone_or_in_a_list()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).For("Barnaby Findmenot", PlacementBuilder.NextNumber()).StartedDaysAgo(0).MakeAsync();
        var other = await new PlacementBuilder(host).MakeAsync();
        var team = await demonstration.AsAsync("manager@liverpool");
        await team.GetAsync(placed.Url);
        await team.GetAsync("/placements?stage=Started");
        await team.GetAsync(other.Url);
        var guardian = await demonstration.AsAsync("guardian@liverpool");

        var found = await guardian.GetAsync($"{AuditLinks.List}?action=opened&recordId={placed.Reference.ToLowerInvariant()}");
        var all = await guardian.GetAsync($"{AuditLinks.List}?recordId={placed.Reference}");

        var lines = found.Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();
        lines.ShouldAllBe(line => line.Contains(placed.Reference, StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains("Martin Geraghty, Team manager", StringComparison.Ordinal) && line.Contains($"“{placed.Reference}”", StringComparison.Ordinal));
        lines.ShouldContain(line => line.Contains($"{placed.Reference},", StringComparison.Ordinal) || line.Contains($", {placed.Reference}”", StringComparison.Ordinal));
        all.Text.ShouldContain("Added a placement");
        all.Text.ShouldNotContain("Findmenot");
        (await (await demonstration.AsAsync("guardian@eastlancs")).GetAsync($"{AuditLinks.List}?recordId={placed.Reference}")).Text.ShouldContain("No line fits these filters");
    }

    [Fact, Requirement("C18"), Asvs("V1.2.10")]
    public async Task The_export_runs_no_formula_and_is_itself_a_line()
    {
        var (admin, guardian) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("guardian@liverpool"));
        (await (await admin.GetAsync(LocalityLinks.New)).Form().With("Form.Name", "=HYPERLINK(\"x\")").SendAsync()).Done.ShouldNotBeNull();
        var database = (await demonstration.HostAsync()).Database;
        var actor = await database.ActorAsync("admin@liverpool.demo.example");
        await using (var db = database.As(actor with { Name = "=1+1" }))
        {
            await db.RecordOpeningAsync("people", Guid.CreateVersion7(), "P-999999", CancellationToken.None);
        }

        var page = await guardian.GetAsync($"{AuditLinks.Export}?record=people");
        page.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
        page.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        page.Html.ShouldContain(",'=1+1,");
        page.Html.ShouldNotContain(",=1+1");
        var list = await guardian.GetAsync($"{AuditLinks.List}?action=exported");
        list.Text.ShouldContain("Grace Diamond");
        list.Text.ShouldContain("record=people");
    }

    [Fact, Requirement("C18"), Asvs("V7.5.3")]
    public async Task The_export_asks_for_the_password_unless_it_was_just_given()
    {
        var host = await demonstration.HostAsync();
        using var guardian = await host.SignInAsync("guardian@eastlancs");
        await host.Database.BehindTheScenesAsync<object>("update care.sessions set confirmed_at = confirmed_at - interval '5 minutes'");
        var list = await guardian.GetAsync($"{AuditLinks.List}?action=signed_in");
        var asked = await guardian.GetAsync(list.Document.QuerySelector($"a[href^='{AuditLinks.Export}']")!.GetAttribute("href")!);
        asked.Heading.ShouldBe("Export the audit log");
        (await asked.Form().With("Confirmation.YourPassword", "not the password").SendAsync()).Errors.Count.ShouldBe(1);
        (await ExportsAsync()).ShouldBe(0);

        var page = await asked.Form().With("FormKey", Guid.CreateVersion7().ToString()).With("Confirmation.YourPassword", DemoSeeder.SignInWord).SendAsync();
        page.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
        page.Url.ShouldBe($"{AuditLinks.Export}?action=signed_in");
        (await ExportsAsync()).ShouldBe(1);

        Task<long> ExportsAsync() => host.Database.BehindTheScenesAsync<long>(
            "select count(*) from care.audit_entries where action = 'exported' and chain_id = (select id from care.partnerships where slug = 'eastlancs')");
    }

    [Theory, Requirement("C18"), Asvs("V8.2.1")]
    [InlineData("pct"), InlineData("admin"), InlineData("head"), InlineData("manager")]
    public async Task Nobody_else_reads_or_exports_the_log(string who)
    {
        var client = await demonstration.AsAsync($"{who}@liverpool");

        foreach (var url in new[] { AuditLinks.List, AuditLinks.Line(1), AuditLinks.Export })
        {
            (await client.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task The_log_is_walked_to_the_first_line_of_its_kind()
    {
        var guardian = await demonstration.AsAsync("guardian@liverpool");
        var met = new List<string>();
        for (var next = $"{AuditLinks.List}?record=organisations"; next is not null && met.Count < 2000;)
        {
            var page = await guardian.GetAsync(next);
            met.AddRange(page.Document.QuerySelectorAll("table tbody a").Select(a => a.GetAttribute("href")!));
            next = page.Document.QuerySelectorAll("nav.nhsuk-pagination a").FirstOrDefault(a => a.TextContent.Contains("Older", StringComparison.Ordinal))?.GetAttribute("href");
        }

        met.ShouldBeUnique();
        var first = await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>(
            "select min(sequence) from care.audit_entries e join care.partnerships p on p.id = e.chain_id where p.slug = 'liverpool' and e.root_table = 'organisations'");
        met[^1].ShouldBe(AuditLinks.Line(first));
        met.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task The_whole_history_of_a_record_is_a_page_of_its_own()
    {
        var (admin, other) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("admin@eastlancs"));
        var weavers = await IdAsync("Weavers Court Residential");

        (await other.GetAsync($"/history/organisations/{weavers}")).Text.ShouldContain("Added an organisation");
        (await admin.GetAsync($"/history/organisations/{weavers}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync("/history/credentials/%27")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> IdAsync(string name) =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<Guid>("select id from care.organisations where name = $1", name);
}
