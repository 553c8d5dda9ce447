using System.Net;
using System.Text;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Exchange;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Pathways;

/// <summary>A pathway is added and its map drawn by forms alone, by several people at once (S0-012).</summary>
public sealed class MapPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S0-010", "S0-012")]
    public async Task A_pathway_is_added_and_its_map_drawn_by_forms_alone()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, map) = await AddAsync(pct, "Eating disorders");
        map.Done.ShouldBe("Eating disorders is added. Now draw how things are today");

        var stage = (await VersionAsync(pathway)).Map.Stages[0];
        await PutAsync(pct, pathway, "entries", ("Form.Name", "Practices"), ("Form.Stage", stage.Id.ToString()), ("Form.PerWeek", "2.5"));
        await PutAsync(pct, pathway, "steps", ("Form.Name", "Clinic"), ("Form.Stage", stage.Id.ToString()), ("Form.Setting", "Community"));
        await PutAsync(pct, pathway, "exits", ("Form.Name", "Well"), ("Form.Stage", stage.Id.ToString()));
        var drawn = (await VersionAsync(pathway)).Map;
        var connected = await PutAsync(pct, pathway, "moves", ("Form.From", drawn.Entries[0].Id.ToString()), ("Form.To", drawn.Steps[0].Id.ToString()), ("Form.Share", "100"));

        connected.Done.ShouldBe("Added the move Practices to Clinic");
        connected.Text.ShouldContain("Clinic: 100 %");
        connected.Document.QuerySelectorAll("svg .map-node").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_map_begins_with_the_usual_stages_unless_the_box_is_unticked()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var form = (await pct.GetAsync(PathwayLinks.New)).Form().With("Form.Pathway.Name", "Begun empty").With("Form.Pathway.Condition", "Any");
        form["Form.UsualStages"].ShouldBe("true");
        var map = await form.Without("Form.UsualStages").SendAsync();
        (await VersionAsync(Guid.Parse(map.Url.Split('/')[2]))).Map.Stages.ShouldBeEmpty();
    }

    [Fact, Requirement("S0-049", "S2-041", "S0-039", "S2-057")]
    public async Task A_step_tells_who_answers_what_it_costs_and_why_it_is_believed_to_work()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Parts of a step");
        string Part(string part) => PathwayLinks.Part(pathway, 1, step, part);

        var short_ = await (await pct.GetAsync(Part("cost"))).Form().With("Form.UnitCost", "95").With("Form.Basis", "Contact").With("Form.Source", "illustrative").With("Form.Nhs", "60").With("Form.Council", "39.99").SendAsync();
        short_.Errors.ShouldBe([PathwayRefusals.PayersNotWhole.Message]);
        (await short_.Form().With("Form.Council", "40").SendAsync()).Done.ShouldNotBeNull();

        var trust = await OrganisationAsync(pct, pathway, step, "Mersey Vale");
        await (await pct.GetAsync(Part("people"))).Form().With("Form.Staff", "2.5 nurses\n1 psychologist").With("Form.PersonContributes", "Own plan").SendAsync();
        await (await pct.GetAsync(Part("evidence"))).Form().With("Form.Citation", "NICE NG69").With("Form.Type", "Guideline").With("Form.Strength", "Strong").With("Form.ReviewOn", new DateOnly(2028, 3, 31)).SendAsync();

        var kept = (await VersionAsync(pathway)).Map.Steps.Single(s => s.Id == step);
        kept.Payers.ShouldBe(new PayerShares(60, 40, 0, 0));
        kept.Accountable.ShouldBe(Guid.Parse(trust));
        kept.Staff.ShouldBe([new StaffRole("nurses", 2.5m), new StaffRole("psychologist", 1)]);
        kept.PersonContributes.ShouldBe("Own plan");
        kept.Evidence.ShouldHaveSingleItem().Citation.ShouldBe("NICE NG69");
    }

    [Fact, Requirement("S0-012")]
    public async Task Of_two_people_who_draw_at_once_neither_loses_work()
    {
        var (pct, council) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("council@liverpool"));
        var (pathway, step) = await StepAsync(pct, "Two people");
        var link = PathwayLinks.Form(pathway, 1, "steps", step);
        var (mine, theirs) = (await pct.GetAsync(link), await council.GetAsync(link));
        var cost = await council.GetAsync(PathwayLinks.Part(pathway, 1, step, "capacity"));

        (await mine.Form().With("Form.Name", "Day clinic").SendAsync()).Done.ShouldNotBeNull();
        (await cost.Form().With("Form.CapacityUnit", "Caseload").With("Form.Capacity", "40").SendAsync()).Done.ShouldNotBeNull();

        var refused = await theirs.Form().With("Form.Name", "Evening clinic").SendAsync();
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Text.ShouldContain("Day clinic");
        refused.Form()["Form.Name"].ShouldBe("Evening clinic");
        (await refused.Form().SendAsync()).Done.ShouldNotBeNull();
        var kept = (await VersionAsync(pathway)).Map.Steps.Single(s => s.Id == step);
        (kept.Name, kept.Capacity).ShouldBe(("Evening clinic", 40));
    }

    [Fact, Requirement("S0-043", "S2-029", "S2-030", "S3-010", "D4")]
    public async Task What_people_can_choose_is_told_with_what_was_expected_and_what_they_took()
    {
        var (pct, voice) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("voice@liverpool"));
        var (other, _) = await AddAsync(pct, "Goes on here");
        var (pathway, step) = await StepAsync(pct, "Choices");
        var stage = (await VersionAsync(pathway)).Map.Stages[0].Id.ToString();
        var trust = await OrganisationAsync(pct, pathway, step, "Mersey Vale");
        await PutAsync(pct, pathway, "choices", ("Form.Name", "Clinic or elsewhere?"), ("Form.Stage", stage), ("Form.WhoDecides", "The person"));
        await PutAsync(pct, pathway, "exits", ("Form.Name", "Elsewhere"), ("Form.Stage", stage), ("Form.ContinuesIn", other.ToString()));
        var map = (await VersionAsync(pathway)).Map;
        var choice = map.ChoicePoints[0].Id.ToString();
        await PutAsync(pct, pathway, "moves", ("Form.From", choice), ("Form.To", step.ToString()), ("Form.Criteria", "In the clinic"), ("Form.Share", "70"), ("Form.Uptake", "30"), ("Form.Providers", trust));
        await PutAsync(pct, pathway, "moves", ("Form.From", choice), ("Form.To", map.Exits[0].Id.ToString()), ("Form.Criteria", "Elsewhere"), ("Form.Share", "30"), ("Form.Uptake", "10"), ("Form.Gains", trust));
        await (await pct.GetAsync(PathwayLinks.Of(pathway, 1, "consult"))).Form().SendAsync();

        var page = await voice.GetAsync(PathwayLinks.Of(pathway, 1, "choice-points"));
        page.Text.ShouldContain("One choice point; with fewer than two options: none.");
        var rows = page.Rows("Options");
        rows.ShouldContain(row => row[0] == "In the clinic" && row[2].StartsWith("Mersey Vale", StringComparison.Ordinal) && row[3] == "70 %" && row[4] == "30 (75 %)");
        rows.ShouldContain(row => row[1] == "Elsewhere, then the pathway Goes on here" && row[4] == "10 (25 %)");
        (await VersionAsync(pathway)).Map.Moves[1].GainsIncome.ShouldBe(Guid.Parse(trust));
    }

    [Fact, Requirement("C30")]
    public async Task Every_box_and_each_of_its_moves_is_there_as_text_and_as_a_link_with_its_name()
    {
        var pathway = await DemonstrationAsync();
        var map = (await VersionAsync(pathway, 2)).Map;
        var page = await (await demonstration.AsAsync("voice@liverpool")).GetAsync(PathwayLinks.Map(pathway, 2));

        foreach (var node in map.Nodes)
        {
            var told = page.Document.GetElementById(PathwayLinks.Anchor(node.Id))!;
            told.GetAttribute("aria-label").ShouldBe($"{node.Kind}: {node.Name}");
            map.From(node.Id).ShouldAllBe(move => told.QuerySelector($"#{PathwayLinks.Anchor(move.Id)}")!.TextContent.Contains(map.Node(move.To)!.Name, StringComparison.Ordinal));
            page.Document.QuerySelectorAll($"svg a[href='#{PathwayLinks.Anchor(node.Id)}']").Length.ShouldBe(1, node.Name);
        }
    }

    [Fact, Requirement("S2-041")]
    public async Task Who_answers_for_each_step_stands_in_one_table_with_its_gaps()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Answered for");
        (await pct.GetAsync(PathwayLinks.Of(pathway, 1, "accountability"))).Text.ShouldContain("Nobody answers yet");
        await OrganisationAsync(pct, pathway, step, "Northern Harbour");

        var page = await pct.GetAsync(PathwayLinks.Of(pathway, 1, "accountability"));
        page.Rows("Steps in the order of the map").ShouldHaveSingleItem()[1].ShouldStartWith("Northern Harbour");
        var who = await pct.GetAsync(PathwayLinks.Part(pathway, 1, step, "who"));
        var service = who.Document.QuerySelector("input[name=services]")!.GetAttribute("value")!;
        await who.Form("form[action*=Services]").With("services", service).SendAsync();
        (await VersionAsync(pathway)).Map.Steps[0].Services.ShouldBe([Guid.Parse(service)]);
    }

    [Fact, Requirement("S0-016")]
    public async Task A_step_stands_in_for_another_with_the_share_that_it_diverts()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Stands in");
        var stage = (await VersionAsync(pathway)).Map.Stages[0].Id.ToString();
        var form = (await pct.GetAsync(PathwayLinks.Form(pathway, 1, "steps"))).Form().With("Form.Name", "Home treatment").With("Form.Stage", stage).With("Form.AlternativeTo", step.ToString());
        var refused = await form.SendAsync();
        refused.Errors.ShouldBe(["Enter how many of those who come would otherwise go there"]);
        (await refused.Form().With("Form.Diverts", "40").SendAsync()).Done.ShouldNotBeNull();

        var kept = (await VersionAsync(pathway)).Map.Steps.Single(s => s.Name == "Home treatment");
        (kept.AlternativeTo, kept.Diverts).ShouldBe((step, 40m));
    }

    [Fact, Requirement("C43")]
    public async Task What_was_taken_off_the_map_comes_back_when_it_is_undone()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Undone");
        (await (await pct.GetAsync(PathwayLinks.Remove(pathway, 1, step))).Form().SendAsync()).Done.ShouldBe("Took the step Clinic off the map");
        (await VersionAsync(pathway)).Map.Steps.ShouldBeEmpty();

        var history = await pct.GetAsync(PathwayLinks.Of(pathway, 1, "history"));
        (await history.Form("main form").SendAsync()).Done.ShouldBe("The change is undone");
        (await VersionAsync(pathway)).Map.Steps.ShouldHaveSingleItem().Id.ShouldBe(step);
    }

    [Fact, Requirement("C43")]
    public async Task The_history_says_of_each_change_whether_it_stands_by_now()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Undone and redone");
        var url = PathwayLinks.Of(pathway, 1, "history");
        await (await pct.GetAsync(PathwayLinks.Remove(pathway, 1, step))).Form().SendAsync();
        (await (await pct.GetAsync(url)).Form("main form").SendAsync()).Done.ShouldBe("The change is undone");
        (await FatesAsync()).ShouldBe(["Redo", "Undone"]);
        (await (await pct.GetAsync(url)).Form("main form").SendAsync()).Done.ShouldBe("The change stands again");
        (await FatesAsync()).ShouldBe(["Undo", "Redone", "Stands again"]);
        (await (await pct.GetAsync(url)).Form("main form").SendAsync()).Done.ShouldBe("The change is undone");
        (await FatesAsync()).ShouldBe(["Redo", "Undone", "Undone again", "Undone"]);

        // The lines since the step was there; a button says its verb before the change.
        async Task<string[]> FatesAsync() =>
            [.. (await pct.GetAsync(url)).Document.QuerySelectorAll("main tbody tr").TakeWhile(row => !row.TextContent.Contains("Added", StringComparison.Ordinal)).Select(row => (row.QuerySelector("td:last-child")!.TextContent.Split(':')[0]).Replace("Undo ", "", StringComparison.Ordinal).Trim())];
    }

    [Fact, Requirement("S0-006")]
    public async Task A_draft_is_seen_by_those_who_draw_it_and_by_everybody_once_it_is_consulted_on()
    {
        var (pct, provider, voice) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("provider@liverpool"), await demonstration.AsAsync("voice@liverpool"));
        var (pathway, _) = await StepAsync(pct, "Shown later");
        (await provider.GetAsync(PathwayLinks.Map(pathway, 1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await voice.GetAsync(PathwayLinks.Of(pathway, 1, "download"))).Status.ShouldBe(HttpStatusCode.NotFound);

        await (await pct.GetAsync(PathwayLinks.Of(pathway, 1, "consult"))).Form().SendAsync();

        var shown = await provider.GetAsync(PathwayLinks.Map(pathway, 1));
        shown.Status.ShouldBe(HttpStatusCode.OK);
        shown.Document.QuerySelectorAll("a[href*='/remove/']").ShouldBeEmpty();
        (await voice.GetAsync(PathwayLinks.Of(pathway, 1, "figures"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Requirement("S0-051")]
    public async Task A_new_version_starts_as_the_copy_of_another_and_leaves_it_as_it_is()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Copied");
        var started = await (await pct.GetAsync(PathwayLinks.NewVersion(pathway, 1))).Form().SendAsync();
        started.Done.ShouldBe("Version 2 is started as a copy of version 1");
        await (await pct.GetAsync(PathwayLinks.Remove(pathway, 2, step))).Form().SendAsync();

        (await VersionAsync(pathway, 1)).Map.Steps.Count.ShouldBe(1);
        (await VersionAsync(pathway, 2)).Map.Steps.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_warning_is_accepted_with_its_reason_and_stays_in_sight()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, _) = await StepAsync(pct, "Accepted");
        var page = await pct.GetAsync(PathwayLinks.Of(pathway, 1, "readiness"));
        page.Text.ShouldContain("Nobody answers for “Clinic”");
        (await page.Form().With("Form.Finding", "accountable").With("Form.Reason", "x").SendAsync()).Errors.ShouldBe(["Choose a warning from the list"]);

        var key = page.Document.QuerySelectorAll("select option").Select(option => option.GetAttribute("value")!).First(value => value.StartsWith("evidence", StringComparison.Ordinal));
        var accepted = await page.Form().With("Form.Finding", key).With("Form.Reason", "A new service").SendAsync();
        accepted.Text.ShouldContain("Accepted by Priya Chandra");
        accepted.Text.ShouldContain("A new service");
    }

    [Fact, Requirement("S0-041")]
    public async Task Figures_are_shown_with_their_working_and_go_out_as_a_file()
    {
        var provider = await demonstration.AsAsync("provider@liverpool");
        var pathway = await DemonstrationAsync();
        var page = await provider.GetAsync(PathwayLinks.Of(pathway, 1, "figures"));
        page.Text.ShouldContain("Chance of waiting (Erlang C");
        page.Rows("By who pays").ShouldNotBeEmpty();
        (await provider.GetAsync(PathwayLinks.Of(pathway, 1, "figures?handler=Csv"))).ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Fact, Requirement("S0-014", "S0-042", "S0-048", "S3-017")]
    public async Task What_is_planned_stands_beside_what_is()
    {
        var page = await (await demonstration.AsAsync("provider@liverpool")).GetAsync(PathwayLinks.Of(await DemonstrationAsync(), 2, "figures"));
        page.Rows("The whole").ShouldContain(row => row[0] == "Hospital beds" && row[1] == "81" && row[2] == "67");
        page.Rows("The whole").ShouldContain(row => row[0] == "Community steps" && int.Parse(row[2]) > int.Parse(row[1]));
        page.Rows("Where it happens: share of spending, and steps").ShouldContain(row => row[0] == "Employment" && row[1] == "–" && row[2].EndsWith("1 step", StringComparison.Ordinal));
        page.Rows("Steps that stand in for another").ShouldContain(row => row[0] == "Crisis resolution and home treatment" && row[1] == "Acute inpatient ward");
        page.Rows("Waiting standards").ShouldNotBeEmpty();
        page.Rows("By what it is made of; a step with several parts is divided equally").Select(row => row[0]).ShouldBe(["Medical", "Psychological", "Self-management", "Social", "Practical"]);
    }

    [Theory]
    [InlineData("svg", "image/svg+xml"), InlineData("json", "application/json"), InlineData("bpmn", "application/xml"), InlineData("fhir", "application/fhir+json")]
    public async Task A_map_goes_out_as(string form, string type)
    {
        var voice = await demonstration.AsAsync("voice@liverpool");
        var file = await voice.GetAsync(PathwayLinks.Of(await DemonstrationAsync(), 1, $"download?as={form}"));
        file.ContentHeaders.ContentType!.MediaType.ShouldBe(type);
        file.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact, Requirement("S0-051")]
    public async Task Two_versions_are_compared_with_their_cost_and_capacity()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var page = await pct.GetAsync(PathwayLinks.Of(await DemonstrationAsync(), 2, "compare?with=1"));
        page.Rows("Cost and capacity").ShouldContain(row => row[0] == "Beds" && row[1] != row[2]);
        page.Rows("What differs on the map").ShouldContain(row => row[0] == "Crisis house" && row[2] == "Added");
        page.Rows("What differs on the map").ShouldContain(row => row[0] == "Acute inpatient ward" && row[2].StartsWith("Changed: capacity", StringComparison.Ordinal));
    }

    [Fact, Requirement("S2-044")]
    public async Task Where_the_money_goes_is_drawn_told_and_goes_out_as_a_file()
    {
        var provider = await demonstration.AsAsync("provider@liverpool");
        var pathway = await DemonstrationAsync();
        var page = await provider.GetAsync(PathwayLinks.Of(pathway, 2, "money"));
        page.Document.QuerySelectorAll("svg.band-picture .band").Length.ShouldBeGreaterThan(20);
        page.Rows("Pounds a year, the dearest step first").ShouldContain(row => row[0] == "Supported accommodation" && row[1].StartsWith("Northern Harbour", StringComparison.Ordinal) && row[2].Contains("Council £", StringComparison.Ordinal));
        (await provider.GetAsync(PathwayLinks.Of(pathway, 2, "money?handler=Csv"))).ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
        var flow = await provider.GetAsync(PathwayLinks.Of(pathway, 2, "flow"));
        flow.Rows("People a year, the most taken way first").Count.ShouldBe((await VersionAsync(pathway, 2)).Map.Moves.Count);
    }

    [Fact, Requirement("S0-023", "S2-060", "C29")]
    public async Task A_step_has_a_leaflet_for_those_who_come_to_it()
    {
        var voice = await demonstration.AsAsync("voice@liverpool");
        var pathway = await DemonstrationAsync();
        var home = (await VersionAsync(pathway, 2)).Map.Steps.Single(step => step.Name == "Crisis resolution and home treatment").Id;
        var page = await voice.GetAsync(PathwayLinks.Part(pathway, 2, home, "leaflet"));
        page.Text.ShouldContain("Somebody is there day and night.");
        page.Text.ShouldContain("What you can choose: Can this crisis be treated at home?");
        page.Text.ShouldContain("You: Own crisis plan");
        page.Text.ShouldContain("More than half: Community team after discharge, within 7 days");
        (await (await demonstration.AsAsync("voice@eastlancs")).GetAsync(PathwayLinks.Part(pathway, 2, home, "leaflet"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("S2-058", "S0-039")]
    public async Task The_library_of_evidence_is_open_to_every_role_and_searched_by_words()
    {
        var staff = await demonstration.AsAsync("staff@liverpool");
        var found = await staff.GetAsync($"{PathwayLinks.Evidence}?Find=peer-supported&Type=Trial");
        found.Document.QuerySelectorAll("main .nhsuk-card").Length.ShouldBe(1);
        found.Text.ShouldContain("Peer-supported self-management, Schizophrenia");
        (await staff.GetAsync($"{PathwayLinks.Evidence}?Find=nothing-of-the-kind")).Text.ShouldContain("Nothing fits these filters");
        (await (await demonstration.AsAsync("staff@eastlancs")).GetAsync(PathwayLinks.Evidence)).Text.ShouldNotContain("Lambeth");
    }

    [Fact, Requirement("S0-023", "S2-060", "D19")]
    public async Task A_pathway_is_told_in_plain_words_from_the_same_map()
    {
        var voice = await demonstration.AsAsync("voice@liverpool");
        var page = await voice.GetAsync(PathwayLinks.Of(await DemonstrationAsync(), 1, "explained"));
        page.Text.ShouldContain("A hospital ward for days or weeks when nowhere else is safe. Somebody is there day and night.");
        page.Text.ShouldContain("Everybody: Community team after discharge");
        page.Text.ShouldContain("How it can end");
    }

    [Fact, Requirement("D19")]
    public async Task Who_draws_is_told_what_is_hard_to_read()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var (pathway, step) = await StepAsync(pct, "Written by officials");
        await (await pct.GetAsync(PathwayLinks.Part(pathway, 1, step, "people"))).Form()
            .With("Form.PatientInformation", "Multidisciplinary assessment facilitates appropriate psychopharmacological and psychosocial interventions, commissioned collaboratively with statutory organisations, notwithstanding individualised contraindications identified previously by practitioners.").SendAsync();

        var page = await pct.GetAsync(PathwayLinks.Of(pathway, 1, "explained"));
        page.Text.ShouldContain("How easy it is to read: for readers of 22 years");
        page.Document.QuerySelector($"main a[href='{PathwayLinks.Part(pathway, 1, step, "people")}']")!.ParentElement!.TextContent.ShouldContain("for readers of 22 years");
        (await (await demonstration.AsAsync("voice@liverpool")).GetAsync(PathwayLinks.Of(await DemonstrationAsync(), 2, "explained"))).Text.ShouldNotContain("How easy it is to read");
    }

    [Fact]
    public async Task Our_own_export_comes_back_as_the_same_map()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var pathway = await DemonstrationAsync();
        var map = (await VersionAsync(pathway)).Map;
        var (target, _) = await AddAsync(pct, "Brought back");

        var check = await (await pct.GetAsync(PathwayLinks.Import(target))).Form().WithFile("Form.File", "map.bpmn", Encoding.UTF8.GetBytes(BpmnExport.Write(map, "Schizophrenia"))).SendAsync();
        check.Text.ShouldContain("Brought in");
        (await check.Form().SendAsync()).Done.ShouldBe("Version 2 is made from map.bpmn");
        MapDifference.Between(map, (await VersionAsync(target, 2)).Map).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), InlineData("hello"), InlineData("<a/>")]
    public async Task A_file_that_is_no_map_is_refused_beside_the_field(string content)
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var page = await (await pct.GetAsync(PathwayLinks.Import(await DemonstrationAsync()))).Form().WithFile("Form.File", "x.bpmn", Encoding.UTF8.GetBytes(content)).SendAsync();
        page.Errors.ShouldHaveSingleItem();
    }

    /// <summary>Names an organisation as accountable for a step.</summary>
    /// <returns>Its id.</returns>
    private static async Task<string> OrganisationAsync(SignedInClient client, Guid pathway, Guid step, string name)
    {
        var who = await client.GetAsync(PathwayLinks.Part(pathway, 1, step, "who"));
        var id = who.Document.QuerySelectorAll("select option").Single(option => option.TextContent.StartsWith(name, StringComparison.Ordinal)).GetAttribute("value")!;
        (await who.Form("main form[novalidate]").With("Form.Organisation", id).With("Form.Part", "Accountable").SendAsync()).Errors.ShouldBeEmpty();
        return id;
    }

    private async Task<Guid> DemonstrationAsync() => await ReadAsync(db => db.Pathways.Where(p => p.Name == "Schizophrenia").Select(p => p.Id).SingleAsync());

    private Task<PathwayVersion> VersionAsync(Guid pathway, int number = 1) => ReadAsync(db => db.PathwayVersions.AsNoTracking().SingleAsync(v => v.PathwayId == pathway && v.Number == number));

    private async Task<T> ReadAsync<T>(Func<Persistence.CareDbContext, Task<T>> read)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await read(db);
    }

    internal static async Task<(Guid Pathway, WebPage Map)> AddAsync(SignedInClient client, string name)
    {
        var map = await (await client.GetAsync(PathwayLinks.New)).Form().With("Form.Pathway.Name", name).With("Form.Pathway.Condition", name).SendAsync();
        return (Guid.Parse(map.Url.Split('/')[2]), map);
    }

    /// <summary>A pathway whose map has one step.</summary>
    private async Task<(Guid Pathway, Guid Step)> StepAsync(SignedInClient client, string name)
    {
        var (pathway, _) = await AddAsync(client, name);
        var stage = (await VersionAsync(pathway)).Map.Stages[0];
        await PutAsync(client, pathway, "steps", ("Form.Name", "Clinic"), ("Form.Stage", stage.Id.ToString()));
        return (pathway, (await VersionAsync(pathway)).Map.Steps[0].Id);
    }

    private static async Task<WebPage> PutAsync(SignedInClient client, Guid pathway, string kind, params (string Name, string Value)[] fields)
    {
        var form = (await client.GetAsync(PathwayLinks.Form(pathway, 1, kind))).Form();
        foreach (var (name, value) in fields)
        {
            form.With(name, value);
        }

        var page = await form.SendAsync();
        page.Errors.ShouldBeEmpty();
        return page;
    }
}
