using System.Net;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>The pages that ask one part of a placement each: what they refuse, and that nothing typed is lost (S1-019).</summary>
public sealed class CompletingTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Theory, Requirement("S1-019")]
    [InlineData("", "14", "3", "2026", "Enter the name of the service, or a part of it")]
    [InlineData("no such place", "14", "3", "2026", "No open service here has this name or number. Check the spelling")]
    [InlineData("Pendleside", "14", "3", "2026", "No open service here has this name or number. Check the spelling")]
    [InlineData("Gannet Grange", "", "", "", "Enter the first day")]
    [InlineData("Gannet Grange", "31", "2", "2026", "The first day must be a real date")]
    [InlineData("Gannet Grange", "1", "1", "2190", "The first day is no more than a year from today")]
    [InlineData("Gannet Grange", "1", "1", "2001", "Gannet Grange is not open on 1 January 2001: choose another service or another first day")]
    public async Task A_wrong_service_or_day_is_told(string service, string day, string month, string year, string message)
    {
        var host = await demonstration.HostAsync();
        await OnceAsync("Gannet Grange", () => PlacementBuilder.ServiceAsync(host, "provider@liverpool", "Gannet Grange"));
        await OnceAsync("Pendleside Rest", () => PlacementBuilder.ServiceAsync(host, "provider@eastlancs", "Pendleside Rest"));
        var form = await FormAsync("service", PlacementStage.Referred);

        var page = await form.With("Form.Service.Typed", service).With("Form.StartsOn.Day", day).With("Form.StartsOn.Month", month).With("Form.StartsOn.Year", year).SendAsync();

        page.Errors.ShouldBe([message]);
        page.Form()["Form.Service.Typed"].ShouldBe(service);
        page.Form()["Form.StartsOn.Year"].ShouldBe(year);
    }

    [Fact, Requirement("S1-019")]
    public async Task Part_of_a_name_offers_what_fits_with_provider_kind_and_places_taken_by_whomever()
    {
        var host = await demonstration.HostAsync();
        var full = await new PlacementBuilder(host).OfTeam("South Liverpool community mental health team").MakeAsync();
        await host.Database.BehindTheScenesAsync<object>("update care.services set name = 'Dunnock Lodge' where name = $1", full.Service);
        await PlacementBuilder.ServiceAsync(host, "provider2@liverpool", "Dunnock Bank", places: 1);
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var form = await FormAsync("service", PlacementStage.Referred);

        var asked = await form.With("Form.Service.Typed", "dunnock").With("Form.StartsOn", today).SendAsync();

        asked.Errors.ShouldBeEmpty();
        asked.Text.ShouldContain("2 services fit. Choose one, or enter other words above.");
        asked.Text.ShouldContain("Sunrise House Care Ltd. Care home, 12 beds or units, 1 taken");
        asked.Text.ShouldContain("Northern Harbour Housing and Support. Care home, 1 bed or unit, 0 taken");
        var bank = asked.Document.QuerySelectorAll("input[name='Form.Service.Id']")[0].GetAttribute("value")!;

        (await asked.Form().SendAsync()).Errors.ShouldBe(["Choose which service you mean"]);

        // The choice stays where the day is wrong.
        var wrongDay = await asked.Form().With("Form.Service.Id", bank).With("Form.StartsOn.Day", "").SendAsync();
        wrongDay.Form()["Form.Service.Id"].ShouldBe(bank);
        (await wrongDay.Form().With("Form.StartsOn", today).SendAsync()).Done!.ShouldStartWith("The service is Dunnock Bank, from ");
        var forged = await (await FormAsync("service", PlacementStage.Referred)).With("Form.Service.Id", Guid.CreateVersion7().ToString()).With("Form.StartsOn", today).SendAsync();
        forged.Errors.ShouldBe(["Choose a service from the list, or search again"]);
    }

    [Fact, Requirement("S1-019")]
    public async Task Other_words_are_another_search_whatever_was_chosen_before()
    {
        var host = await demonstration.HostAsync();
        await PlacementBuilder.ServiceAsync(host, "provider@liverpool", "Siskin Lodge");
        await PlacementBuilder.ServiceAsync(host, "provider@liverpool", "Siskin Bank");
        await PlacementBuilder.ServiceAsync(host, "provider@liverpool", "Wryneck Hall");
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        var asked = await (await FormAsync("service", PlacementStage.Referred)).With("Form.Service.Typed", "siskin").With("Form.StartsOn", today).SendAsync();
        var siskin = asked.Document.QuerySelector("input[name='Form.Service.Id']")!.GetAttribute("value")!;

        var other = await asked.Form().With("Form.Service.Id", siskin).With("Form.Service.Typed", "wryneck hall").SendAsync();

        other.Done!.ShouldStartWith("The service is Wryneck Hall, from ");
    }

    [Fact, Requirement("S1-019")]
    public async Task A_full_service_is_told_to_the_team_and_to_the_commissioner_who_approves()
    {
        var host = await demonstration.HostAsync();
        var (there, waiting) = (await new PlacementBuilder(host).MakeAsync(), await new PlacementBuilder(host).UpTo(PlacementStage.Matched).MakeAsync());
        var service = await PlacementBuilder.ServiceAsync(host, "provider@liverpool", "Capercaillie Cottage", places: 1);
        await host.Database.BehindTheScenesAsync<object>("update care.placements set service_id = $1 where id = $2 or id = $3", service.Id, there.Id, waiting.Id);
        const string Told = "Capercaillie Cottage has 1 bed or unit, and 1 person is there now. Ask the provider whether there will be room on the first day.";

        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(waiting.Url)).Text.ShouldContain(Told);
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync($"{waiting.Url}/approve")).Text.ShouldContain(Told);
        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync(there.Url)).Text.ShouldNotContain("This service is full");
    }

    [Theory, Requirement("S1-019")]
    [InlineData("", "50", "50", "", "Enter the weekly fee")]
    [InlineData("0", "50", "50", "", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("-785", "50", "50", "", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("79228162514264337593543950335", "50", "50", "", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("785.001", "50", "50", "", "The weekly fee must be more than £0 and no more than £20,000, in pounds and pence")]
    [InlineData("seven", "50", "50", "", "The weekly fee must be a number, like 12 or 12.50")]
    [InlineData("785", "50", "49.99", "", "The shares must sum to exactly 100 per cent: they sum to 99.99")]
    [InlineData("785", "", "", "", "The shares must sum to exactly 100 per cent: they sum to 0.00")]
    [InlineData("785", "-50", "150", "", "The NHS’s share must be between 0 and 100 per cent, with no more than two decimals")]
    [InlineData("785", "33.333", "66.667", "", "The NHS’s share must be between 0 and 100 per cent, with no more than two decimals")]
    [InlineData("785", "79228162514264337593543950335", "79228162514264337593543950335", "", "The NHS’s share must be between 0 and 100 per cent, with no more than two decimals")]
    [InlineData("785", "fifty", "50", "", "The NHS’s share must be a number, like 12 or 12.50")]
    [InlineData("785", "50", "50", "This reference goes on and on until it is longer than anybody wants", "The reference must be 60 characters or fewer")]
    public async Task Wrong_money_is_told(string fee, string nhs, string council, string reference, string message)
    {
        var form = await FormAsync("funding", PlacementStage.Matched);

        var page = await form.With("Form.WeeklyFee", fee).With("Form.Nhs", nhs).With("Form.Council", council).With("Form.Reference", reference).SendAsync();

        page.Errors[0].ShouldBe(message);
        page.Form()["Form.WeeklyFee"].ShouldBe(fee);
        page.Form()["Form.Nhs"].ShouldBe(nhs);
        page.Form()["Form.Council"].ShouldBe(council);
        page.Form()["Form.Reference"].ShouldBe(reference);
    }

    [Theory, Requirement("S1-019")]
    [InlineData("", "false", "", "", "Choose the legal basis")]
    [InlineData("42", "false", "", "", "Choose one of the options")]
    [InlineData("Informal", "", "", "", "Say whether the person is on the care programme approach")]
    [InlineData("Informal", "true", "", "", "Enter the first day on the care programme approach")]
    [InlineData("Informal", "true", "2190", "", "The first day on the care programme approach must be today or in the past")]
    [InlineData("Informal", "false", "", "9", "Care clusters are 0 to 21, without 9")]
    [InlineData("Informal", "false", "", "22", "Care clusters are 0 to 21, without 9")]
    [InlineData("Informal", "false", "", "-1", "Care clusters are 0 to 21, without 9")]
    public async Task A_wrong_legal_basis_or_cluster_is_told(string basis, string onCpa, string cpaYear, string cluster, string message)
    {
        var form = await FormAsync("legal", PlacementStage.Referred);
        form.With("Form.Basis", basis).With("Form.OnCpa", onCpa).With("Form.Cluster", cluster);
        if (cpaYear.Length > 0)
        {
            form.With("Form.CpaSince", new DateOnly(int.Parse(cpaYear), 1, 1));
        }

        if (cluster.Length > 0)
        {
            form.With("Form.ClusterAssessedOn", new DateOnly(2026, 1, 1));
        }

        var page = await form.SendAsync();

        page.Errors.ShouldBe([message]);
        page.Form()["Form.Cluster"].ShouldBe(cluster);
    }

    [Fact, Requirement("S1-019")]
    public async Task Section_117_and_a_share_of_the_person_exclude_each_other_whichever_comes_first()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        (await (await coordinator.GetAsync($"{placed.Url}/funding")).Form().With("Form.Council", "40").With("Form.Person", "10").SendAsync()).Errors.ShouldBeEmpty();

        var law = await (await coordinator.GetAsync($"{placed.Url}/legal")).Form().With("Form.Basis", nameof(LegalBasis.Section117)).SendAsync();
        law.Errors.ShouldBe([PlacementRefusals.Section117IsFree.Message]);
        law.Document.QuerySelector($"main a[href='{placed.Url}/funding']")!.TextContent.ShouldBe("Change who pays");

        (await (await coordinator.GetAsync($"{placed.Url}/funding")).Form().With("Form.Council", "50").With("Form.Person", "").SendAsync()).Errors.ShouldBeEmpty();
        (await (await coordinator.GetAsync($"{placed.Url}/legal")).Form().With("Form.Basis", nameof(LegalBasis.Section117)).SendAsync()).Errors.ShouldBeEmpty();
        (await (await coordinator.GetAsync($"{placed.Url}/funding")).Form().With("Form.Council", "40").With("Form.Person", "10").SendAsync()).Errors.ShouldBe([PlacementRefusals.Section117IsFree.Message]);
    }

    [Fact, Requirement("S1-019")]
    public async Task An_urgent_placement_starts_with_the_reason_and_is_approved_afterwards()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var refused = await (await coordinator.GetAsync($"{placed.Url}/start")).Form().With("Form.Lives.Housing", "OwnHome").With("Form.Lives.Work", "Volunteering").SendAsync();
        refused.Errors.ShouldBe(["No commissioner has approved this placement yet: say why it could not wait"]);

        var started = await refused.Form().With("Form.Reason", "The ward closed that night").SendAsync();

        started.Text.ShouldContain("Started before approval because: The ward closed that night");
        var commissioner = await demonstration.AsAsync("council@liverpool");
        var seen = await commissioner.GetAsync(placed.Url);
        seen.Document.QuerySelector("main a.nhsuk-button")!.TextContent.Trim().ShouldBe("Approve fee and funders");
        (await (await commissioner.GetAsync($"{placed.Url}/approve")).Form().SendAsync()).Text.ShouldContain("Colin Underwood");
        (await commissioner.GetAsync($"{placed.Url}/approve")).Text.ShouldContain("This placement has been approved already");
    }

    [Fact, Requirement("S1-019")]
    public async Task What_is_missing_is_told_and_it_does_not_start()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Referred).MakeAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");

        var start = await coordinator.GetAsync($"{placed.Url}/start");
        start.Text.ShouldContain("a service and its first day the weekly fee and who pays it the legal basis");
        start.Document.QuerySelector("main form").ShouldBeNull();
        var forced = await coordinator.PostAsync($"{placed.Url}/start", (await coordinator.GetAsync($"{placed.Url}/service")).Form().Fields.Concat([new("Form.Lives.Housing", "OwnHome"), new("Form.Lives.Work", "Volunteering")]));
        forced.Errors.ShouldBe([PlacementRefusals.Incomplete.Message]);
        (await coordinator.GetAsync(placed.Url)).Document.QuerySelector("main a.nhsuk-button")!.GetAttribute("href").ShouldBe($"{placed.Url}/service");
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync($"{placed.Url}/approve")).Text.ShouldContain("There is nothing to approve");
    }

    [Fact, Requirement("S1-019")]
    public async Task Nobody_is_started_twice_in_one_service_at_a_time()
    {
        var host = await demonstration.HostAsync();
        var running = await new PlacementBuilder(host).MakeAsync();
        var second = await new PlacementBuilder(host).UpTo(PlacementStage.Approved).MakeAsync();
        await host.Database.BehindTheScenesAsync<object>("""
            update care.placements set (person_id, service_id, provider_id) = (select person_id, service_id, provider_id from care.placements where id = $1) where id = $2
            """, running.Id, second.Id);

        var page = await (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{second.Url}/start")).Form().With("Form.Lives.Housing", "OwnHome").With("Form.Lives.Work", "Volunteering").SendAsync();

        page.Errors.ShouldBe([PlacementRefusals.Overlaps.Message]);
    }

    [Fact, Requirement("S1-019")]
    public async Task A_commissioner_approves_what_they_read_and_not_what_was_changed_meanwhile()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var reading = (await (await demonstration.AsAsync("pct@liverpool")).GetAsync($"{placed.Url}/approve")).Form();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        (await (await coordinator.GetAsync($"{placed.Url}/funding")).Form().With("Form.WeeklyFee", "1999").SendAsync()).Errors.ShouldBeEmpty();

        var page = await reading.SendAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("£1,999.00 a week");
        (await coordinator.GetAsync(placed.Url)).Text.ShouldContain("No commissioner has approved it yet");
        (await page.Form().SendAsync()).Done.ShouldBe("You approved £1,999.00 a week");
    }

    [Fact, Requirement("S1-019")]
    public async Task A_changed_fee_is_approved_anew_and_two_who_change_it_at_once_lose_nothing()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Approved).MakeAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var late = (await coordinator.GetAsync($"{placed.Url}/funding")).Form().With("Form.WeeklyFee", "810");
        var first = await (await (await demonstration.AsAsync("manager@liverpool")).GetAsync($"{placed.Url}/funding")).Form().With("Form.WeeklyFee", "800").SendAsync();
        first.Text.ShouldContain("No commissioner has approved it yet");

        var conflict = await late.SendAsync();

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("800");
        conflict.Form()["Form.WeeklyFee"].ShouldBe("810");
        (await conflict.Form().SendAsync()).Done!.ShouldStartWith("The fee is £810.00 a week");
    }

    [Fact, Requirement("S1-019")]
    public async Task A_placement_is_given_up_with_the_reason_before_it_starts_and_not_after()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var form = (await coordinator.GetAsync($"{placed.Url}/withdraw")).Form();
        (await form.SendAsync()).Errors.ShouldBe(["Enter why the placement is given up"]);

        var withdrawn = await (await coordinator.GetAsync($"{placed.Url}/withdraw")).Form().With("Form.Note", "Chose to stay at home").SendAsync();
        withdrawn.Done.ShouldBe("The placement is withdrawn");
        withdrawn.Text.ShouldContain("Chose to stay at home");

        foreach (var page in new[] { "service", "funding", "start", "withdraw" })
        {
            (await coordinator.GetAsync($"{placed.Url}/{page}")).Document.QuerySelector("main form").ShouldBeNull(page);
        }

        (await form.With("Form.Note", "Again").With("FormKey", Guid.CreateVersion7().ToString()).SendAsync()).Errors.ShouldBe([PlacementRefusals.AlreadyUnderWay.Message]);
    }

    [Theory]
    [InlineData("service"), InlineData("funding"), InlineData("legal"), InlineData("start"), InlineData("withdraw"), InlineData("approve")]
    public async Task Hostile_text_is_refused_or_shown_as_text(string page)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(PlacementStage.Matched).MakeAsync();
        var client = await demonstration.AsAsync(page == "approve" ? "pct@liverpool" : "coordinator@liverpool");
        var names = (await client.GetAsync($"{placed.Url}/{page}")).Form().Fields.Select(f => f.Key).Where(n => n is not ("__RequestVerificationToken" or "FormKey")).ToList();
        foreach (var name in names)
        {
            foreach (var text in HostileText.All.Where(t => t.Length < 10_000))
            {
                var current = await client.GetAsync($"{placed.Url}/{page}");
                if (current.Document.QuerySelector("main form[method=post]") is null)
                {
                    return;
                }

                var answer = await current.Form().With(name, text).SendAsync();
                ((int)answer.Status).ShouldBeLessThan(500, $"{name} {text}");
                answer.Document.QuerySelectorAll("script, [onerror], [onfocus], [onload]").ShouldAllBe(e => !e.OuterHtml.Contains(HostileText.Marker, StringComparison.Ordinal));
            }
        }
    }

    private async Task<FormPost> FormAsync(string page, PlacementStage stage)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).UpTo(stage).MakeAsync();
        return (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{placed.Url}/{page}")).Form();
    }

    private async Task OnceAsync(string service, Func<Task> make)
    {
        if (await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>("select count(*) from care.services where name = $1", service) == 0)
        {
            await make();
        }
    }
}
