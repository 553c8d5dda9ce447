using System.Net;
using System.Text;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Services;

namespace CareCommissioning.Web.Tests.Pages.Services;

/// <summary>A care directory is uploaded, looked at, mended and imported in the browser.</summary>
[Requirement("C12", "S1-013"), Asvs("V5.2.1", "V5.2.2")]
public sealed class ImportPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    public static TheoryData<string, byte[], string> NoDirectories => new()
    {
        { "nothing", [], "The file is empty" },
        { "page.csv", "<html>"u8.ToArray(), "This is not a care directory" },
        { "bomb.csv", [0x50, 0x4B, 3, 4, 0, 0, 0, 0], "This is not a CSV file" },
        { "large.csv", new byte[(10 * 1024 * 1024) + 1], "The file is larger than 10 MB" },
        { "wide.csv", Encoding.UTF8.GetBytes(new string(',', 100_000)), "The file has more than 500 columns" },
        { "long.csv", Encoding.UTF8.GetBytes(InventedLocation.As2026(new InventedLocation("9-1") { Name = new string('x', 1_000_000) })), "Row 2 cannot be read" },
    };

    [Theory, Requirement("S1-057")]
    [InlineData("coordinator"), InlineData("provider"), InlineData("regulator")]
    public async Task Those_who_do_not_keep_the_market_import_nothing(string who)
    {
        var theirs = await UploadAsync("pct@liverpool", InventedLocation.As2026(new InventedLocation("9-refused")));
        var client = await demonstration.AsAsync($"{who}@liverpool");
        var token = (await client.GetAsync("/account")).Form("form[action='/sign-out']");

        (await client.GetAsync(ServiceLinks.Import)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsync(ServiceLinks.Import, token.Fields)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetAsync(theirs.Url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await client.PostAsync(theirs.Url, token.Fields)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await CountAsync("services where location_code = '9-refused'")).ShouldBe(0);
    }

    [Fact, Requirement("S0-006")]
    public async Task Another_partnership_sees_neither_the_upload_nor_its_failing_rows()
    {
        var page = await UploadAsync("pct@liverpool", InventedLocation.As2026(new InventedLocation("9-unseen")));
        var theirs = await demonstration.AsAsync("pct@eastlancs");

        (await theirs.GetAsync(page.Url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.GetAsync($"{page.Url}/failing-rows")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.PostAsync(page.Url, (await theirs.GetAsync(ServiceLinks.Import)).Form().Fields)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync("services where location_code = '9-unseen'")).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(NoDirectories), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_directory_is_told_beside_the_field_and_not_kept(string name, byte[] content, string sentence)
    {
        var before = await CountAsync("checked_uploads");
        var client = await demonstration.AsAsync("council@liverpool");

        var page = await (await client.GetAsync(ServiceLinks.Import)).Form().WithFile("Form.File", name, content).SendAsync();

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith(sentence);
        (await CountAsync("checked_uploads")).ShouldBe(before);
    }

    [Fact]
    public async Task No_file_at_all_is_asked_for() =>
        (await (await (await demonstration.AsAsync("head@liverpool")).GetAsync(ServiceLinks.Import)).Form().SendAsync()).Errors.ShouldBe(["Choose a file"]);

    [Fact]
    public async Task A_file_is_looked_at_first_and_imported_then_and_a_second_time_changes_nothing()
    {
        var file = InventedLocation.As2026(new("9-10") { Name = "Looked At House" }, new("9-11") { Authority = "Sefton" });
        var check = await UploadAsync("admin@liverpool", file);
        check.Heading.ShouldContain("What the file would do");
        check.Form().Buttons.ShouldContain("Import 1 service");
        check.Text.ShouldContain("In a local authority that was not chosen");
        (await CountAsync("services where location_code = '9-10'")).ShouldBe(0);

        var done = await check.Form().SendAsync();

        done.Done.ShouldBe("1 service imported: 1 new, 0 brought up to date");
        (await (await demonstration.AsAsync("admin@liverpool")).GetAsync($"{ServiceLinks.List}?name=looked+at")).Text.ShouldContain("Looked At House");
        (await UploadAsync("admin@liverpool", file)).Text.ShouldContain("There is nothing to import from this file");
        (await CountAsync("services where location_code = '9-10'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_check_is_no_success_and_says_what_is_not_read()
    {
        var check = await UploadAsync("pct@liverpool", InventedLocation.As2026(new InventedLocation("9-15")).Replace("Service types\r\n", "Fax number\r\n", StringComparison.Ordinal));

        check.Done.ShouldBeNull();
        check.Text.ShouldContain("Nothing is imported until you press “Import 1 service”");
        check.Text.ShouldContain("1 column of the file is not read Fax number");
    }

    [Fact]
    public async Task The_page_names_columns_as_the_file_heads_them()
    {
        var page = await (await demonstration.AsAsync("pct@liverpool")).GetAsync(ServiceLinks.Import);

        foreach (var heading in InventedLocation.As2021().Trim().Split(',').SkipLast(1).Concat(InventedLocation.As2026().Trim().Split(',').SkipLast(1)))
        {
            page.Text.ShouldContain($"“{heading}”");
        }
    }

    [Fact]
    public async Task A_failing_row_that_was_downloaded_and_mended_is_imported_without_the_apostrophe_of_the_download()
    {
        var check = await UploadAsync("admin@liverpool", InventedLocation.As2026(new InventedLocation("9-35") { Name = "+44 House", ProviderId = "8-350", ProviderName = "'s Gravenhage Care", Postcode = "nowhere" }));
        var mended = (await (await demonstration.AsAsync("admin@liverpool")).Http.GetStringAsync($"{check.Url}/failing-rows")).Replace("nowhere", "L8 1AA", StringComparison.Ordinal);
        mended.ShouldContain("'+44 House");

        var again = await UploadAsync("admin@liverpool", mended);
        await again.Form().SendAsync();

        again.Text.ShouldContain("1 column of the file is not read Reason");
        (await CountAsync("services where location_code = '9-35' and name = '+44 House'")).ShouldBe(1);
        (await CountAsync("organisations where name = '''s Gravenhage Care'")).ShouldBe(1);
    }

    [Fact]
    public async Task Local_authorities_are_chosen_on_the_page()
    {
        var check = await UploadAsync("head@liverpool", InventedLocation.As2026(new("9-20"), new("9-21") { Authority = "Sefton" }));

        var both = await (await demonstration.AsAsync("head@liverpool")).GetAsync($"{check.Url}?authority=Liverpool&authority=Sefton");

        both.Form().Buttons.ShouldContain("Import 2 services");
        (await both.Form().SendAsync()).Done.ShouldStartWith("2 services imported");
    }

    [Fact]
    public async Task Faults_are_listed_and_their_rows_downloaded_without_a_formula_and_the_good_rows_can_be_imported()
    {
        var check = await UploadAsync("council@liverpool", InventedLocation.As2026(
            new("9-30"),
            new("9-31") { Name = "=cmd|'/c calc'!A0", Postcode = "<b>nowhere</b>" }));
        check.Text.ShouldContain("1 row cannot be imported");
        check.Document.QuerySelectorAll("table td").Select(cell => cell.TextContent.Trim()).ShouldContain(text => text.EndsWith("<b>nowhere</b>", StringComparison.Ordinal));
        check.Text.ShouldContain("Not a whole postcode, like L8 1AA");

        var council = await demonstration.AsAsync("council@liverpool");
        using var download = await council.Http.GetAsync($"{check.Url}/failing-rows");
        var lines = (await download.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        download.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        lines.Length.ShouldBe(2);
        lines[0].ShouldEndWith(",Reason");
        lines[1].ShouldStartWith("'=cmd|");
        lines[1].ShouldContain("9-31");
        check.Form().Buttons.ShouldContain("Import 1 service and leave out 1 row");
        (await check.Form().SendAsync()).Done.ShouldStartWith("1 service imported");
        (await CountAsync("services where location_code = '9-31'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_looked_at_and_nothing_else_is_imported()
    {
        var (first, second) = (await UploadAsync("pct@liverpool", InventedLocation.As2026(new("9-40"), new("9-41"))), await UploadAsync("pct@liverpool", InventedLocation.As2026(new InventedLocation("9-40"))));
        await second.Form().SendAsync();

        var changed = await first.Form().SendAsync();

        changed.Errors.ShouldBe(["Somebody changed the services here since you looked. This is what the file would do now"]);
        (await CountAsync("services where location_code = '9-41'")).ShouldBe(0);
        (await changed.Form().SendAsync()).Done.ShouldBe("1 service imported: 1 new, 0 brought up to date");
    }

    [Fact]
    public async Task A_form_sent_twice_is_answered_the_same_and_imports_once()
    {
        var form = (await UploadAsync("admin@liverpool", InventedLocation.As2026(new InventedLocation("9-50")))).Form();

        var (first, again) = (await form.SendAsync(), await form.SendAsync());

        again.Url.ShouldBe(first.Url);
        (await CountAsync("services where location_code = '9-50'")).ShouldBe(1);
    }

    private async Task<WebPage> UploadAsync(string who, string csv)
    {
        var client = await demonstration.AsAsync(who);
        var page = await (await client.GetAsync(ServiceLinks.Import)).Form().WithFile("Form.File", "directory.csv", Encoding.UTF8.GetBytes(csv)).SendAsync();
        page.Errors.ShouldBeEmpty();
        return page;
    }

    private async Task<long> CountAsync(string what) => await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<long>($"select count(*) from care.{what}");
}
