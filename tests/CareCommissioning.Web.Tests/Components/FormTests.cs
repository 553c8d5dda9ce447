using System.Net;
using AngleSharp.Html.Dom;

namespace CareCommissioning.Web.Tests.Components;

/// <summary>Fields, binders, rules and the error summary together, as a person meets them.</summary>
public sealed class FormTests(PageHost site) : IClassFixture<PageHost>
{
    private const string Page = "/EveryField";

    private static readonly (string Name, string Value)[] Right =
    [
        ("Form.Name", "Sunrise"), ("Form.EndedOn.Day", "14"), ("Form.EndedOn.Month", "3"), ("Form.EndedOn.Year", "2026"), ("Form.Reason", "MovedHome"),
    ];

    [Fact]
    public async Task A_change_redirects_and_the_next_page_says_once_what_was_done()
    {
        var answer = await site.PostAsync(Page, Right);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);

        var next = await site.OpenAsync(answer.Headers.Location!.ToString());
        next.QuerySelector(".nhsuk-notification-banner--success")!.TextContent.ShouldContain("Saved Sunrise");
        (await site.OpenAsync(Page)).QuerySelector(".nhsuk-notification-banner").ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_form_says_what_to_enter_in_the_order_of_the_page_and_each_message_leads_to_its_control()
    {
        var page = await SendAsync();
        Messages(page).ShouldBe(["Enter a name", "Enter the date the placement ended", "Choose why it ended"]);
        var links = page.QuerySelectorAll(".nhsuk-error-summary__list a").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldBe(["#Form_Name", "#Form_EndedOn-day", "#Form_Reason"]);
        links.ShouldAllBe(link => page.QuerySelector($"input{link}") != null);
        page.Title.ShouldStartWith("Error: ");
    }

    [Theory]
    [InlineData("14", "", "2026", "The date the placement ended must include a month", "month")]
    [InlineData("14", "", "", "The date the placement ended must include a month and a year", "month year")]
    [InlineData("31", "2", "2026", "The date the placement ended must be a real date", "day")]
    [InlineData("29", "2", "2025", "The date the placement ended must be a real date", "day")]
    [InlineData("14", "13", "2026", "The date the placement ended must be a real date", "month")]
    [InlineData("x", "3", "2026", "The date the placement ended must be a real date", "day")]
    [InlineData("1", "1", "0001", "The date the placement ended must have a year between 1900 and 2199", "year")]
    [InlineData("1", "1", "9999", "The date the placement ended must have a year between 1900 and 2199", "year")]
    [InlineData("1", "1", "26", "The date the placement ended must have a year between 1900 and 2199", "year")]
    [InlineData("99999999999999999999", "1", "2026", "The date the placement ended must be a real date", "day")]
    [InlineData("-1", "1", "2026", "The date the placement ended must be a real date", "day")]
    [InlineData("١٤", "3", "2026", "The date the placement ended must be a real date", "day")]
    public async Task A_wrong_date_marks_the_wrong_parts_only_and_keeps_what_was_typed(string day, string month, string year, string message, string wrong)
    {
        var page = await SendAsync(("Form.EndedOn.Day", day), ("Form.EndedOn.Month", month), ("Form.EndedOn.Year", year));
        Messages(page).ShouldContain(message);
        Messages(page).ShouldNotContain("Enter the date the placement ended");
        page.QuerySelectorAll(".nhsuk-date-input__input").Select(box => box.GetAttribute("value")).ShouldBe([day, month, year]);
        page.QuerySelectorAll(".nhsuk-date-input__input.nhsuk-input--error").Select(box => box.Id![(box.Id!.LastIndexOf('-') + 1)..]).ShouldBe(wrong.Split(' '));
        page.QuerySelector($".nhsuk-error-summary__list a[href='#Form_EndedOn-{wrong.Split(' ')[0]}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("29", "2", "2024")]
    [InlineData(" 1 ", "March", "2026")]
    [InlineData("01", "dec", "1999")]
    public async Task A_date_may_be_written_as_people_write_it(string day, string month, string year) =>
        Messages(await SendAsync(("Form.EndedOn.Day", day), ("Form.EndedOn.Month", month), ("Form.EndedOn.Year", year))).ShouldNotContain(m => m.Contains("date"));

    [Theory]
    [InlineData("Form.Fee", "lots", "The weekly fee must be a number, like 12 or 12.50")]
    [InlineData("Form.Fee", "9999999999999999999999999999999999", "The weekly fee must be a number, like 12 or 12.50")]
    [InlineData("Form.Fee", "-5", "The weekly fee must be more than £0")]
    [InlineData("Form.Beds", "2.5", "Enter a whole number, like 12")]
    [InlineData("Form.Beds", "99999999999", "Enter a whole number, like 12")]
    [InlineData("Form.Reason", "Sacked", "Choose one of the options")]
    [InlineData("Form.Name", "a\u001bb", "Remove the hidden control characters from this text, or type it again")]
    [InlineData("Form.Name", "a\u0085b", "Remove the hidden control characters from this text, or type it again")]
    [InlineData("Form.Name", "a\nBcc: b", "Write this on one line, without line breaks or tabs")]
    [InlineData("Form.Note", "a\u0007b", "Remove the hidden control characters from this text, or type it again")]
    [InlineData("Form.Needs", "a\u0001b", "Remove the hidden control characters from this text, or type it again")]
    public async Task What_cannot_be_read_is_said_in_plain_words_beside_the_field(string name, string value, string message)
    {
        var page = await SendAsync((name, value));
        Messages(page).ShouldContain(message);
        page.QuerySelectorAll(".nhsuk-error-message").ShouldContain(error => error.TextContent.Contains(message));
    }

    [Theory]
    [InlineData("Form.Fee", "£1,234.50")]
    [InlineData("Form.Beds", " 12 ")]
    [InlineData("Form.Name", "Zoë ‏שלום 👩‍⚕️ <script>alert(1)</script>")]
    [InlineData("Form.Note", "one\r\ntwo\tthree")]
    public async Task What_people_may_well_write_is_taken(string name, string value) =>
        (await site.PostAsync(Page, [.. Right.Where(field => field.Name != name), (name, value)])).StatusCode.ShouldBe(HttpStatusCode.Found);

    [Fact]
    public async Task What_was_typed_and_chosen_comes_back_but_never_a_password()
    {
        var page = await SendAsync(
            ("Form.Fee", "lots"), ("Form.Reason", "DiedInService"), ("Form.Needs", "night"), ("Form.Needs", "lift"), ("Form.Team", "south"),
            ("Form.Note", "\nkept <b>"), ("Form.Password", "secret-words"), ("Form.Accepted", "true"), ("Form.Email", "none"));
        Value(page, "Form.Fee").ShouldBe("lots");
        page.QuerySelectorAll("input:checked").Select(input => input.GetAttribute("value")).ShouldBe(["DiedInService", "none", "night", "lift", "true"]);
        page.QuerySelector("select option:checked")!.TextContent.ShouldBe("South");
        page.QuerySelector("textarea")!.TextContent.ShouldBe("\nkept <b>");
        page.DocumentElement.OuterHtml.ShouldNotContain("secret-words");
    }

    [Fact]
    public async Task Nul_in_an_ordinary_form_is_refused_by_the_server_with_a_page_that_says_what_to_do()
    {
        var answer = await site.PostAsync(Page, ("Form.Name", "a\0b"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PageHost.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("We could not read what you sent");
    }

    [Theory]
    [InlineData("Form.Name")]
    [InlineData("Form.Note")]
    public async Task Nul_in_a_form_with_files_is_refused_beside_the_field(string name)
    {
        var page = await PageHost.ReadAsync(await site.PostMultipartAsync(Page, (name, "a\0b")));
        Messages(page).ShouldContain("Remove the hidden control characters from this text, or type it again");
    }

    [Theory]
    [InlineData("/errors/200", HttpStatusCode.NotFound)]
    [InlineData("/errors/500", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/errors/99999999999", HttpStatusCode.NotFound)]
    public async Task An_address_that_leads_nowhere_says_so(string address, HttpStatusCode status)
    {
        var answer = await site.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(status);
        (await PageHost.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Page not found");
    }

    [Fact]
    public async Task A_list_keeps_its_filters_in_every_link_it_makes()
    {
        var page = await site.OpenAsync("/Gallery?team=north&state=active&q=a%26b&sort=person&after=old");
        page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldBe("/Gallery?team=north&state=active&q=a%26b&sort=person&after=n1");
        page.QuerySelector("a[rel=prev]")!.GetAttribute("href").ShouldBe("/Gallery?team=north&state=active&q=a%26b&sort=person&before=p1");
        page.QuerySelectorAll("th[aria-sort=ascending] a").Single().GetAttribute("href").ShouldBe("/Gallery?team=north&state=active&q=a%26b&sort=-person");
        page.QuerySelector(".app-chip")!.GetAttribute("href").ShouldBe("/Gallery?state=active&q=a%26b&sort=person");
        page.QuerySelector(".app-filters input[name=sort]")!.GetAttribute("value").ShouldBe("person");
        page.QuerySelector(".nhsuk-header__navigation-link[aria-current=page]")!.TextContent.ShouldBe("Gallery");
    }

    [Theory]
    [InlineData("/Gallery")]
    [InlineData(Page)]
    public async Task A_page_has_no_script_or_style_of_its_own_and_no_id_twice(string address)
    {
        var page = await site.OpenAsync(address);
        page.QuerySelectorAll("script:not([src]), style, [style], [onclick]").ShouldBeEmpty();
        page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_hidden_character_in_the_address_never_reaches_the_page()
    {
        (await site.Client.GetAsync($"{Page}?q=a%00b")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_with_an_address_of_its_own_carries_the_token_unless_it_leaves_the_site()
    {
        var page = await site.OpenAsync(Page);
        var forms = page.QuerySelectorAll("main form");
        forms[0].QuerySelectorAll("input[name=__RequestVerificationToken]").Length.ShouldBe(1);
        forms[1].QuerySelector("input[name=__RequestVerificationToken]").ShouldBeNull();
        page.QuerySelector(".nhsuk-header__account-form input[name=__RequestVerificationToken]").ShouldNotBeNull();
        page.QuerySelector("main form button[type=submit]")!.GetAttribute("data-prevent-double-click").ShouldBe("true");
    }

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private static List<string> Messages(IHtmlDocument page) => [.. page.QuerySelectorAll(".nhsuk-error-summary__list li").Select(item => item.TextContent)];

    private async Task<IHtmlDocument> SendAsync(params (string Name, string Value)[] fields)
    {
        var answer = await site.PostAsync(Page, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await PageHost.ReadAsync(answer);
    }
}
