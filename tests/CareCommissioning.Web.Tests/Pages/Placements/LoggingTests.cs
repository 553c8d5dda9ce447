using System.Net;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>A co-ordinator logs a placement: finds the person or adds them, then answers one page of questions after the other (S1-019).</summary>
public sealed class LoggingTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private const string New = "/placements/new";
    private const string SouthTeam = "South Liverpool community mental health team";

    [Theory, Requirement("S1-019")]
    [InlineData("", "Enter the person’s NHS number")]
    [InlineData("999 000 001", "An NHS number has 10 digits, like 999 000 0018")]
    [InlineData("999 000 0018 1", "An NHS number has 10 digits, like 999 000 0018")]
    [InlineData("999 000 0019", "There is no such NHS number: check each digit")]
    [InlineData("1111111111", "There is no such NHS number: check each digit")]
    [InlineData("999000001８ 8", "There is no such NHS number: check each digit")]
    public async Task A_wrong_number_is_told_beside_the_field_and_stays_there(string typed, string message)
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");

        var page = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", typed).SendAsync();

        page.Errors.ShouldBe([message]);
        page.Form()["Form.NhsNumber"].ShouldBe(typed);
    }

    [Fact, Requirement("S1-019", "C18")]
    public async Task Somebody_new_is_added_and_is_not_added_twice()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var number = PlacementBuilder.NextNumber();

        var asked = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", number.ToString()).SendAsync();
        asked.Text.ShouldContain("Nobody with this NHS number is written down in your partnership yet");
        asked.Errors.ShouldBeEmpty();
        asked.Form()["Form.NhsNumber"].ShouldBe(number.ToString());
        var added = await asked.Form().With("Form.Name", "  Philippa Oakenshaw ").With("Form.BornOn", new DateOnly(1962, 7, 9)).With("Form.PostcodeDistrict", "l8").SendAsync();
        added.Url.ShouldEndWith("/service");
        added.Done!.ShouldStartWith("A placement for P-");

        // The second time the same number leads to the same person, by an address without the number.
        var again = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", number.Digits).SendAsync();
        again.Url.ShouldStartWith("/placements/new?person=");
        again.Url.ShouldNotContain(number.Digits);
        again.Text.ShouldContain("Philippa Oakenshaw");
        again.Text.ShouldContain("9 July 1962");
        again.Text.ShouldContain("Already written down for this person");
        var second = await again.Form("form[action*='handler=For']").SendAsync();
        second.Url.ShouldEndWith("/service");
        var person = Guid.Parse(again.Url[^36..]);
        (await CountAsync("select count(*) from care.placements where person_id = $1", person)).ShouldBe(2);
        (await CountAsync("select count(*) from care.people where id = $1 and postcode_district = 'L8' and birth_year = 1962", person)).ShouldBe(1);
    }

    [Fact, Requirement("C18")]
    public async Task Showing_who_it_is_is_logged_with_the_reader()
    {
        var host = await demonstration.HostAsync();
        var manager = await demonstration.AsAsync("manager@liverpool");
        var placed = await new PlacementBuilder(host).MakeAsync();

        var found = await (await manager.GetAsync(New)).Form().With("Form.NhsNumber", placed.NhsNumber.ToString()).SendAsync();

        found.Text.ShouldContain(placed.Name);
        (await host.Database.BehindTheScenesAsync<string>("select actor_name from care.audit_entries where action = 'opened' and record_id = $1", placed.PersonId.ToString())).ShouldBe("Martin Geraghty");
    }

    [Fact, Requirement("S0-006", "C18")]
    public async Task Of_somebody_whom_another_team_looks_after_only_the_team_is_told()
    {
        var manager = await demonstration.AsAsync("manager@liverpool");
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).OfTeam(SouthTeam).For("Ignatius Merriweather", PlacementBuilder.NextNumber()).MakeAsync();

        var page = await (await manager.GetAsync(New)).Form().With("Form.NhsNumber", placed.NhsNumber.ToString()).SendAsync();

        page.Text.ShouldContain(SouthTeam);
        page.Text.ShouldContain("hand the person over to your team");
        page.Html.ShouldNotContain("Merriweather");
        page.Html.ShouldNotContain(placed.Reference);
        page.Html.ShouldNotContain(placed.PersonId.ToString());
        (await manager.GetAsync($"{New}?person={placed.PersonId}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var forged = (await manager.GetAsync(New)).Form().With("person", placed.PersonId.ToString());
        (await manager.PostAsync($"{New}?handler=For", forged.Fields)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("S0-006")]
    public async Task Somebody_of_another_partnership_is_not_known_here()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).In("eastlancs", "Burnley community mental health team").MakeAsync();

        var page = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", placed.NhsNumber.ToString()).SendAsync();

        page.Text.ShouldContain("Nobody with this NHS number is written down in your partnership yet");
    }

    [Fact]
    public async Task Who_works_in_no_team_is_told_to_choose_one()
    {
        var host = await demonstration.HostAsync();
        using var manager = await host.SignInAsync("manager@eastlancs");
        var form = (await manager.GetAsync(New)).Form().With("Form.NhsNumber", PlacementBuilder.NextNumber().ToString());
        await host.Database.BehindTheScenesAsync<object>("update care.sessions set team_id = null where account_id = (select account_id from care.credentials where email = 'manager@eastlancs.demo.example')");

        var page = await manager.GetAsync(New);
        page.Text.ShouldContain("Choose the team you work in");
        page.Document.QuerySelector("main form").ShouldBeNull();
        (await form.SendAsync()).Text.ShouldContain("Choose the team you work in");
    }

    [Theory]
    [InlineData("", "14", "3", "1971", "L8", "Enter the person’s name")]
    [InlineData("A Name", "", "", "", "L8", "Enter the date of birth")]
    [InlineData("A Name", "31", "2", "1971", "L8", "Date of birth must be a real date")]
    [InlineData("A Name", "14", "3", "2199", "L8", "Date of birth must be in the past")]
    [InlineData("A Name", "14", "3", "1900", "L8", "Date of birth must be less than 120 years ago")]
    [InlineData("A Name", "14", "3", "1971", "L8 1AA", "Enter the first half of a postcode and no more, like L8 or BB11")]
    [InlineData("A Name", "14", "3", "1971", "<script>", "Enter the first half of a postcode and no more, like L8 or BB11")]
    public async Task A_wrong_answer_about_a_new_person_is_told_and_nothing_typed_is_lost(string name, string day, string month, string year, string district, string message)
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var number = PlacementBuilder.NextNumber();
        var asked = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", number.ToString()).SendAsync();

        var page = await asked.Form().With("Form.Name", name).With("Form.BornOn.Day", day).With("Form.BornOn.Month", month).With("Form.BornOn.Year", year).With("Form.PostcodeDistrict", district).SendAsync();

        page.Errors.ShouldBe([message]);
        page.Form()["Form.NhsNumber"].ShouldBe(number.ToString());
        page.Form()["Form.Name"].ShouldBe(name);
        page.Form()["Form.BornOn.Year"].ShouldBe(year);
        page.Form()["Form.PostcodeDistrict"].ShouldBe(district);
        page.Heading.ShouldBe("Log a placement");
    }

    [Fact, Requirement("S1-019")]
    public async Task Of_two_who_add_the_same_person_at_once_one_is_told_and_nobody_is_there_twice()
    {
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var manager = await demonstration.AsAsync("manager@liverpool");
        var number = PlacementBuilder.NextNumber();
        async Task<FormPost> FilledAsync(SignedInClient client) =>
            (await (await client.GetAsync(New)).Form().With("Form.NhsNumber", number.ToString()).SendAsync()).Form().With("Form.Name", "Twice Added").With("Form.BornOn", new DateOnly(1955, 11, 12));
        var before = await CountAsync("select count(*) from care.people");
        var (first, second) = (await FilledAsync(coordinator), await FilledAsync(manager));

        var answers = await Task.WhenAll(first.SendAsync(), second.SendAsync());

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        answers.Count(a => a.Url.EndsWith("/service", StringComparison.Ordinal)).ShouldBe(1);
        (await CountAsync("select count(*) from care.people")).ShouldBe(before + 1);
        var retried = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", number.ToString()).SendAsync();
        retried.Text.ShouldContain("Twice Added");
    }

    [Fact, Requirement("S1-019")]
    public async Task A_placement_is_completed_page_after_page_and_starts_when_approved()
    {
        var host = await demonstration.HostAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var service = await PlacementBuilder.ServiceAsync(host, "provider@liverpool", "Kittiwake Court");
        var asked = await (await coordinator.GetAsync(New)).Form().With("Form.NhsNumber", PlacementBuilder.NextNumber().ToString()).SendAsync();
        var where = await asked.Form().With("Form.Name", "Orla Fennimore").With("Form.BornOn", new DateOnly(1980, 1, 2)).SendAsync();

        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var money = await where.Form().With("Form.Service.Typed", "kittiwake court").With("Form.StartsOn", today).SendAsync();
        money.Url.ShouldEndWith("/funding");
        money.Done!.ShouldStartWith($"The service is {service.Name}, from ");
        var law = await money.Form().With("Form.WeeklyFee", "£1,000.01").With("Form.Nhs", "33.33").With("Form.Council", "33.33").With("Form.Pooled", "33.34").With("Form.Reference", "Panel 7").SendAsync();
        law.Url.ShouldEndWith("/legal");
        law.Done.ShouldBe("The fee is £1,000.01 a week, £52,143.38 a year");
        var placement = await law.Form().With("Form.Basis", nameof(LegalBasis.Informal)).With("Form.OnCpa", "false").With("Form.Cluster", "14").With("Form.ClusterAssessedOn", today).SendAsync();

        // Cluster 14 is reviewed within 28 days, which comes before the six weeks of a new placement.
        placement.Done.ShouldBe($"The next review is due by {today.AddDays(28):d MMMM yyyy}: care cluster");
        placement.Text.ShouldContain("Matched");
        placement.Text.ShouldContain("£333.41");
        placement.Document.QuerySelector("main a.nhsuk-button")!.TextContent.Trim().ShouldBe("Start before approval");
        placement.Document.QuerySelectorAll("main .nhsuk-button").Length.ShouldBe(1);

        var commissioner = await demonstration.AsAsync("pct@liverpool");
        var approved = await (await commissioner.GetAsync($"{placement.Url}/approve")).Form().SendAsync();
        approved.Done.ShouldBe("You approved £1,000.01 a week");
        var started = await (await coordinator.GetAsync($"{placement.Url}/start")).Form().With("Form.Lives.Housing", "OwnHome").With("Form.Lives.Work", "Volunteering").SendAsync();
        started.Done.ShouldBe($"The placement has started. Its first review is due by {today.AddDays(28):d MMMM yyyy}");
        started.Text.ShouldContain("Priya Chandra");
        started.Document.QuerySelector("main a.nhsuk-button")!.TextContent.Trim().ShouldBe("Log a review");
    }

    private async Task<long> CountAsync(string sql, params object[] values) => await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>(sql, values);
}
