using System.Net;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Organisations;

/// <summary>Organisations are registered, renamed, closed and succeeded in the browser; the market is the commissioners', the rest the administrator's.</summary>
public sealed class OrganisationPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private static readonly DateOnly Opened = new(2015, 4, 1);

    [Fact, Requirement("S0-006")]
    public async Task A_commissioner_registers_a_provider()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");

        var page = await RegisterAsync(pct, "Willow Bank Care Ltd", "private-provider", Opened, "WB-1");

        page.Done.ShouldBe("Willow Bank Care Ltd is registered");
        page.Heading.ShouldContain("Willow Bank Care Ltd");
        page.Text.ShouldContain("Private");
        page.Text.ShouldContain("WB-1");
        page.Text.ShouldContain("Added an organisation");
        (await pct.GetAsync("/organisations?name=willow+bank")).Text.ShouldContain("Willow Bank Care Ltd");
    }

    [Fact, Requirement("S1-057")]
    public async Task A_commissioner_registers_and_changes_no_council()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var form = (await pct.GetAsync(OrganisationLinks.New)).Form();
        var council = await IdAsync("Liverpool City Council");

        var refused = await form.With("Form.Name", "Another council").With("Form.Kind", "council").With("Form.OpenedOn", Opened).SendAsync();
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var url in new[] { OrganisationLinks.Change(council), OrganisationLinks.Rename(council), OrganisationLinks.Close(council), OrganisationLinks.Serve(council) })
        {
            (await pct.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden, url);
        }

        (await pct.GetAsync(OrganisationLinks.Details(council))).Html.ShouldNotContain(OrganisationLinks.Change(council));
    }

    [Theory, Requirement("S1-057")]
    [InlineData("coordinator"), InlineData("provider"), InlineData("manager"), InlineData("reviewer"), InlineData("finance")]
    public async Task Those_who_do_not_manage_the_market_register_nothing(string who)
    {
        var client = await demonstration.AsAsync($"{who}@liverpool");
        var provider = await IdAsync("Sunrise House Care Ltd");

        (await client.GetAsync(OrganisationLinks.New)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(OrganisationLinks.Change(provider))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(OrganisationLinks.List)).Html.ShouldNotContain(OrganisationLinks.New);
    }

    [Fact, Requirement("S1-057")]
    public async Task The_database_itself_refuses_a_commissioner_who_registers_a_council()
    {
        var host = await demonstration.HostAsync();
        var actor = await host.Database.ActorAsync("pct@liverpool.demo.example");
        await using var db = host.Database.As(actor);
        var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "council");
        db.Organisations.Add(Organisation.Register(Guid.CreateVersion7(), actor.PartnershipId!.Value, kind, "Past the pages", null, Opened).Value!);

        var refused = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        refused.InnerException!.Message.ShouldContain("row-level security");
    }

    [Fact, Requirement("S0-006")]
    public async Task The_kind_must_have_existed_on_the_day_the_organisation_opened()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");

        var page = await RegisterAsync(admin, "A late primary care trust", "pct", new DateOnly(2013, 4, 1), null);

        page.Errors.ShouldBe(["Primary care trust is not a kind of organisation on 1 April 2013"]);
        page.Form()["Form.Name"].ShouldBe("A late primary care trust");
    }

    [Fact, Requirement("E1")]
    public async Task A_code_stands_once_in_a_partnership_and_what_was_typed_stays()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");

        var page = await RegisterAsync(pct, "Copy of Sunrise", "private-provider", Opened, "DEMO-P1");

        page.Errors.ShouldBe(["Another organisation of your partnership has this code"]);
        page.Form()["Form.Name"].ShouldBe("Copy of Sunrise");
        (await RegisterAsync(await demonstration.AsAsync("pct@eastlancs"), "Same code elsewhere", "private-provider", Opened, "DEMO-P1")).Done.ShouldBe("Same code elsewhere is registered");
    }

    [Fact]
    public async Task Every_missing_answer_is_asked_for_in_words()
    {
        var page = await (await (await demonstration.AsAsync("admin@liverpool")).GetAsync(OrganisationLinks.New)).Form().SendAsync();

        page.Errors.ShouldBe(["Enter the name of the organisation", "Choose the kind of organisation", "Enter the date the organisation opened"], ignoreOrder: true);
    }

    [Fact, Requirement("S0-006", "E1")]
    public async Task A_record_shows_the_line_from_primary_care_trust_to_integrated_care_board()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");

        var page = await pct.GetAsync(OrganisationLinks.Details(await IdAsync("NHS Liverpool Clinical Commissioning Group")));

        var line = page.Document.QuerySelectorAll("table").First(t => t.TextContent.Contains("took over", StringComparison.Ordinal)).TextContent;
        line.IndexOf("Liverpool Primary Care Trust", StringComparison.Ordinal).ShouldBeLessThan(line.IndexOf("NHS Liverpool Clinical", StringComparison.Ordinal));
        line.IndexOf("NHS Liverpool Clinical", StringComparison.Ordinal).ShouldBeLessThan(line.IndexOf("NHS Cheshire and Merseyside", StringComparison.Ordinal));
    }

    [Fact, Requirement("S0-006", "E1", "C43")]
    public async Task A_new_name_keeps_the_old_one_with_its_dates()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var url = (await RegisterAsync(admin, "Old Mill Care", "private-provider", Opened, null)).Url;

        var page = await (await admin.GetAsync($"{url}/rename")).Form().With("Form.Name", "New Mill Care").With("Form.From", new DateOnly(2020, 1, 1)).SendAsync();

        page.Done.ShouldBe("The name is New Mill Care from 1 January 2020");
        page.Text.ShouldContain("31 December 2019");
        page.Text.ShouldContain("Old Mill Care");
        var early = await (await admin.GetAsync($"{url}/rename")).Form().With("Form.Name", "Third").With("Form.From", new DateOnly(2019, 1, 1)).SendAsync();
        early.Errors.ShouldBe(["The name in use began on 1 January 2020: enter a later date"]);
    }

    [Fact, Requirement("S0-006", "C43")]
    public async Task Closing_names_a_successor_and_can_be_taken_back()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var url = (await RegisterAsync(admin, "Elm Grove Ltd", "private-provider", Opened, "ELM")).Url;
        await RegisterAsync(admin, "Elm Tree North Ltd", "private-provider", Opened, "ELM-N");
        await RegisterAsync(admin, "Elm Tree South Ltd", "private-provider", Opened, "ELM-S");

        var several = await (await admin.GetAsync($"{url}/close")).Form().With("Form.LastDay", new DateOnly(2024, 3, 31)).With("Form.Successor.Typed", "elm tree").SendAsync();
        several.Errors.ShouldBe(["Choose which organisation you mean"]);
        var chosen = several.Document.QuerySelectorAll("input[name='Form.Successor.Id']")[0].GetAttribute("value")!;
        var closed = await several.Form().With("Form.Successor.Id", chosen).SendAsync();
        closed.Done.ShouldBe("Elm Grove Ltd closes: 31 March 2024 is its last day, and Elm Tree North Ltd takes over its work");
        closed.Text.ShouldContain("Elm Tree North Ltd");
        closed.Text.ShouldContain("Last day 31 March 2024");
        closed.Text.ShouldNotContain("1 April 2024", customMessage: "people read the last day, never the first day without it");
        (await admin.GetAsync($"{url}/close")).Text.ShouldContain("Last day: 31 March 2024");

        var open = await (await admin.GetAsync($"{url}/close")).Form().SendAsync();
        open.Done.ShouldBe("Elm Grove Ltd is open again");
        open.Text.ShouldContain("Not closed");
    }

    [Fact]
    public async Task Part_of_a_name_that_fits_one_organisation_chooses_it_and_says_which()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        await RegisterAsync(admin, "Larkspur Consortium", "nhs-provider", Opened, null);
        var form = (await admin.GetAsync(OrganisationLinks.New)).Form().With("Form.Name", "Foxglove Ltd").With("Form.Kind", "private-provider").With("Form.OpenedOn", Opened);

        var member = await form.With("Form.MemberOf.Typed", "larksp").SendAsync();

        member.Done.ShouldBe("Foxglove Ltd is registered, a member of Larkspur Consortium");
        var changed = await (await admin.GetAsync($"{member.Url}/change")).Form().With("Form.MemberOf.Typed", "spur consort").SendAsync();
        changed.Done.ShouldBe("The organisation is changed. It is a member of Larkspur Consortium");
        var closed = await (await admin.GetAsync($"{member.Url}/close")).Form().With("Form.LastDay", new DateOnly(2024, 3, 31)).With("Form.Successor.Typed", "larksp").SendAsync();
        closed.Done.ShouldBe("Foxglove Ltd closes: 31 March 2024 is its last day, and Larkspur Consortium takes over its work");
    }

    [Theory]
    [InlineData("hawthorn house ltd"), InlineData("Hawthorn-House, Ltd."), InlineData("  HAWTHORN   HOUSE LTD ")]
    public async Task A_name_that_is_there_already_is_registered_again_only_when_that_is_confirmed(string name)
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        await RegisterAsync(pct, "Hawthorn House Ltd", "private-provider", Opened, null);
        var before = await CountAsync("hawthorn%");

        var warned = await RegisterAsync(pct, name, "private-provider", Opened, null);

        warned.Errors.ShouldHaveSingleItem().ShouldStartWith("There is already ");
        warned.Text.ShouldContain("It may be registered already");
        warned.Document.QuerySelectorAll("main ul a").Select(a => a.TextContent).ShouldContain("Hawthorn House Ltd");
        (await CountAsync("hawthorn%")).ShouldBe(before);
        (await warned.Form().With("Form.Anyway", "true").SendAsync()).Done.ShouldBe($"{name.Trim()} is registered");
        (await RegisterAsync(pct, $"Hawthorn House {name.Length} Ltd", "private-provider", Opened, null)).Done.ShouldNotBeNull("another name is no reason to ask");
    }

    [Fact]
    public async Task An_earlier_name_is_known_too()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var url = (await RegisterAsync(admin, "Rowan Lodge", "private-provider", Opened, null)).Url;
        await (await admin.GetAsync($"{url}/rename")).Form().With("Form.Name", "Rowan and Ash").With("Form.From", new DateOnly(2020, 1, 1)).SendAsync();

        (await RegisterAsync(admin, "rowan lodge", "private-provider", Opened, null)).Errors.ShouldBe(["There is already Rowan and Ash. Confirm that this is another organisation"]);
    }

    [Fact]
    public async Task A_code_is_refused_whatever_its_case_and_asked_about_when_a_neighbour_keeps_it()
    {
        (await RegisterAsync(await demonstration.AsAsync("pct@liverpool"), "Small letters", "private-provider", Opened, "demo-p1")).Errors.ShouldBe(["Another organisation of your partnership has this code"]);
        var harbour = await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<string>("select code from care.organisations where name = 'Northern Harbour Housing and Support'");

        var asked = await RegisterAsync(await demonstration.AsAsync("pct@eastlancs"), "Harbour of the North", "private-provider", Opened, harbour);

        asked.Errors.ShouldBe(["There is already Northern Harbour Housing and Support. Confirm that this is another organisation"]);
    }

    [Fact]
    public async Task An_unknown_successor_is_refused_beside_its_field()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var form = (await admin.GetAsync(OrganisationLinks.Close(await IdAsync("Bridges to Work")))).Form();

        var page = await form.With("Form.LastDay", new DateOnly(2024, 3, 31)).With("Form.Successor.Typed", "No such % organisation_").SendAsync();

        page.Errors.ShouldBe(["No organisation here has this name or code. Check the spelling"]);
    }

    [Fact]
    public async Task Two_people_who_change_one_organisation_see_each_others_words()
    {
        var (admin, pct) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("pct@liverpool"));
        var url = OrganisationLinks.Change(await IdAsync("Albion Court Nursing Home Ltd"));
        var (first, second) = ((await admin.GetAsync(url)).Form(), (await pct.GetAsync(url)).Form());
        (await first.With("Form.Code", "ALB-1").SendAsync()).Done.ShouldNotBeNull();

        var conflict = await second.With("Form.Code", "ALB-2").SendAsync();

        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Text.ShouldContain("Somebody else saved this first");
        conflict.Text.ShouldContain("ALB-1");
        conflict.Form()["Form.Code"].ShouldBe("ALB-2");
        var again = await conflict.Form().SendAsync();
        again.Done.ShouldNotBeNull();
        again.Text.ShouldContain("ALB-2");
    }

    [Fact]
    public async Task A_form_sent_twice_registers_once()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var form = (await pct.GetAsync(OrganisationLinks.New)).Form().With("Form.Name", "Twice Ltd").With("Form.Kind", "private-provider").With("Form.OpenedOn", Opened);

        var (first, second) = (await form.SendAsync(), await form.SendAsync());

        second.Url.ShouldBe(first.Url);
        (await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>("select count(*) from care.organisations where name = 'Twice Ltd'")).ShouldBe(1);
    }

    [Fact, Requirement("S0-006")]
    public async Task Another_partnership_sees_an_organisation_that_serves_it_and_changes_nothing()
    {
        var pct = await demonstration.AsAsync("pct@eastlancs");
        var harbour = await IdAsync("Northern Harbour Housing and Support");

        (await pct.GetAsync(OrganisationLinks.Details(harbour))).Heading.ShouldContain("Northern Harbour");
        (await pct.GetAsync(OrganisationLinks.Change(harbour))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await pct.GetAsync(OrganisationLinks.Details(await IdAsync("Sunrise House Care Ltd")))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("S0-006")]
    public async Task An_organisation_that_is_only_offered_is_seen_by_administrators_and_serves_once_they_accept()
    {
        var (admin, theirs, others) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("admin@eastlancs"), await demonstration.AsAsync("pct@eastlancs"));
        var url = await OfferAsync(admin, "Two Rivers Care", new DateOnly(2016, 1, 1));
        (await others.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.GetAsync("/")).Text.ShouldContain("offered");
        (await theirs.GetAsync(OrganisationLinks.Offered)).Text.ShouldContain("Two Rivers Care");
        (await theirs.GetAsync($"{url}/serve/offer")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var accepted = await (await theirs.GetAsync($"{url}/serve")).Form("form[action*='Accept']").SendAsync();

        accepted.Done.ShouldBe("Two Rivers Care serves East Lancashire from 1 January 2016");
        (await others.GetAsync(url)).Heading.ShouldContain("Two Rivers Care");
        (await theirs.GetAsync(OrganisationLinks.Offered)).Text.ShouldNotContain("Two Rivers Care");
    }

    [Fact]
    public async Task The_partnership_that_offered_an_organisation_does_not_accept_for_the_other()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var url = await OfferAsync(admin, "Hasty Care", new DateOnly(2016, 1, 1));
        var page = await admin.GetAsync($"{url}/serve");

        var refused = await admin.PostAsync($"{url}/serve?handler=Accept", page.Form("form[action*='Withdraw']").With("From", "2016-01-01").Fields);

        refused.Errors.ShouldBe(["There is no such offer any more: it was answered or taken back"]);
        (await (await demonstration.AsAsync("pct@eastlancs")).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_offer_is_declined_or_taken_back_and_leaves_only_its_history()
    {
        var (admin, theirs) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("admin@eastlancs"));
        var url = await OfferAsync(admin, "Undecided Care", new DateOnly(2016, 1, 1));
        var answer = (await theirs.GetAsync($"{url}/serve")).Form("form[action*='Accept']");
        (await theirs.PostAsync($"{url}/serve?handler=Decline", answer.Fields)).Done.ShouldBe("The offer of Undecided Care is declined");
        (await theirs.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);

        await OfferAgainAsync(admin, url, new DateOnly(2017, 1, 1));
        var stale = (await theirs.GetAsync($"{url}/serve")).Form("form[action*='Accept']");
        var takenBack = await (await admin.GetAsync($"{url}/serve")).Form("form[action*='Withdraw']").SendAsync();
        takenBack.Done.ShouldBe("The offer of Undecided Care to East Lancashire is taken back");
        (await stale.SendAsync()).Status.ShouldBe(HttpStatusCode.NotFound);

        await OfferAgainAsync(admin, url, new DateOnly(2018, 1, 1));
        var changed = await stale.SendAsync();
        changed.Errors.ShouldBe(["Somebody else decided about this at the same time. This is how it stands now"], "what was read is no longer what is offered");
        changed.Text.ShouldContain("1 January 2018");
    }

    [Theory]
    [InlineData("admin@liverpool"), InlineData("admin@eastlancs")]
    public async Task Either_partnership_ends_what_was_accepted(string who)
    {
        var (admin, theirs) = (await demonstration.AsAsync("admin@liverpool"), await demonstration.AsAsync("admin@eastlancs"));
        var url = await OfferAsync(admin, $"Ended by {who}", new DateOnly(2016, 1, 1));
        await (await theirs.GetAsync($"{url}/serve")).Form("form[action*='Accept']").SendAsync();
        var form = (await (await demonstration.AsAsync(who)).GetAsync($"{url}/serve/stop")).Form();
        (await form.With("Form.On", new DateOnly(2015, 12, 31)).SendAsync()).Errors.ShouldBe(["It began to serve this partnership on 1 January 2016: enter that day or a later one"]);

        var stopped = await form.With("Form.On", new DateOnly(2019, 12, 31)).SendAsync();

        stopped.Done.ShouldBe($"Ended by {who} stops serving East Lancashire: 31 December 2019 is the last day");
        stopped.Text.ShouldContain("last day 31 December 2019");
    }

    [Fact]
    public async Task An_offered_organisation_is_nobodys_successor_and_has_no_team()
    {
        var theirs = await demonstration.AsAsync("admin@eastlancs");
        await OfferAsync(await demonstration.AsAsync("admin@liverpool"), "Not Yet Theirs", new DateOnly(2016, 1, 1));
        var form = (await theirs.GetAsync(OrganisationLinks.Close(await IdAsync("Pendleside Care Homes Ltd")))).Form();

        var refused = await form.With("Form.LastDay", new DateOnly(2029, 12, 31)).With("Form.Successor.Typed", "Not Yet Theirs").SendAsync();

        refused.Errors.ShouldBe(["No organisation here has this name or code. Check the spelling"]);
    }

    [Fact, Requirement("S2-063")]
    public async Task A_local_clinical_partnership_shows_its_members_and_a_member_its_partnership()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");

        var whole = await pct.GetAsync(OrganisationLinks.Details(await IdAsync("North Docks Local Clinical Partnership")));
        whole.Text.ShouldContain("Granby Lane Surgery");
        whole.Text.ShouldContain("Waterfront Medical Centre");
        (await pct.GetAsync(OrganisationLinks.Details(await IdAsync("Granby Lane Surgery")))).Text.ShouldContain("North Docks Local Clinical Partnership");
    }

    [Fact]
    public async Task The_number_of_accounts_is_told_to_those_who_give_them()
    {
        var sunrise = OrganisationLinks.Details(await IdAsync("Sunrise House Care Ltd"));

        (await (await demonstration.AsAsync("admin@liverpool")).GetAsync(sunrise)).Text.ShouldContain("2 accounts");
        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync(sunrise)).Text.ShouldContain("2 accounts");
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(sunrise)).Text.ShouldNotContain("2 accounts");
    }

    [Fact]
    public async Task The_longest_name_is_kept_whole_and_a_longer_one_refused()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var name = new string('W', Organisation.MaxNameLength);

        (await RegisterAsync(pct, name, "private-provider", Opened, null)).Heading.ShouldContain(name);
        (await RegisterAsync(pct, name + "W", "private-provider", Opened, null)).Errors.ShouldBe(["The name must be 160 characters or fewer"]);
    }

    [Theory]
    [InlineData("?after=nonsense"), InlineData("?before=WyJhIl0"), InlineData("?function=Nothing"), InlineData("?kind=no-such-kind"), InlineData("?name=%00"), InlineData("?name=%25%5C_'\"<script>")]
    public async Task A_filter_or_place_nobody_could_choose_does_no_harm(string query)
    {
        var page = await (await demonstration.AsAsync("pct@liverpool")).GetAsync(OrganisationLinks.List + query);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldNotContain("<script>\"");
    }

    [Fact, Requirement("S0-006", "E1")]
    public async Task Kinds_are_added_and_ended_by_the_administrator()
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        var added = await (await admin.GetAsync(OrganisationLinks.NewKind)).Form()
            .With("Form.Name", "Care trust").With("Form.Code", "care-trust").With("Form.Function", "Provider").With("Form.Sector", "Nhs").With("Form.From", new DateOnly(2002, 4, 1)).SendAsync();
        added.Done.ShouldBe("Care trust is added");

        var early = await (await admin.GetAsync(OrganisationLinks.EndKind("care-trust"))).Form().With("Form.LastDay", new DateOnly(2012, 3, 31)).With("Form.Successor", "icb").SendAsync();
        early.Errors.ShouldBe(["Integrated care board does not exist on 1 April 2012: choose another successor or another date"]);
        var ended = await early.Form().With("Form.Successor", "nhs-provider").SendAsync();
        ended.Done.ShouldBe("Care trust ends: 31 March 2012 is its last day");
        (await RegisterAsync(admin, "Too late", "care-trust", new DateOnly(2012, 4, 1), null)).Errors.ShouldHaveSingleItem().ShouldContain("Care trust is not a kind");
    }

    private static async Task<WebPage> RegisterAsync(SignedInClient client, string name, string kind, DateOnly openedOn, string? code) =>
        await (await client.GetAsync(OrganisationLinks.New)).Form()
            .With("Form.Name", name).With("Form.Kind", kind).With("Form.OpenedOn", openedOn).With("Form.Code", code ?? "").SendAsync();

    private async Task<long> CountAsync(string name) =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>("select count(*) from care.organisations where name ilike $1", name);

    private async Task<string> OfferAsync(SignedInClient admin, string name, DateOnly from)
    {
        var url = (await RegisterAsync(admin, name, "voluntary-provider", Opened, null)).Url;
        await OfferAgainAsync(admin, url, from);
        return url;
    }

    private async Task OfferAgainAsync(SignedInClient admin, string url, DateOnly from)
    {
        var eastLancashire = (await (await demonstration.HostAsync()).Database.ActorAsync("pct@eastlancs.demo.example")).PartnershipId.ToString()!;
        var offered = await (await admin.GetAsync($"{url}/serve/offer")).Form().With("Form.Partnership", eastLancashire).With("Form.On", from).SendAsync();
        offered.Done!.ShouldContain($"is offered to East Lancashire from {from:d MMMM yyyy}");
    }

    private async Task<Guid> IdAsync(string name) =>
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<Guid>("select id from care.organisations where name = $1", name);
}
