using System.Net;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Errors;

namespace CareCommissioning.Web.Tests.Setup;

/// <summary>What a person reads when something did not work. 429, 500 and 503 are told by the tests of what causes them.</summary>
public sealed class ErrorPageTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Theory, Asvs("V16.5.1")]
    [InlineData("POST", "/localities/new", HttpStatusCode.BadRequest, "We could not read what you sent")]
    [InlineData("GET", "/governance/audit", HttpStatusCode.Forbidden, "You cannot do this with your role")]
    [InlineData("GET", "/no/such/page", HttpStatusCode.NotFound, "Page not found")]
    [InlineData("GET", "/errors/503", HttpStatusCode.NotFound, "Page not found")]
    public async Task A_failure_is_a_page_with_what_to_do_next(string method, string address, HttpStatusCode status, string heading)
    {
        var admin = await demonstration.AsAsync("admin@liverpool");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await admin.SendAsync(request);
        var page = await WebPage.ReadAsync(admin, answer);
        page.Status.ShouldBe(status);
        page.Heading.ShouldBe(heading);
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ShouldBe(["/", "/help"]);
        page.Document.QuerySelector("main .nhsuk-u-text-break-word")!.TextContent.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Each_kind_of_failure_has_words_of_its_own(int status)
    {
        var words = Explanation.Of(status);
        words.ShouldNotBe(Explanation.Of(418));
        if (status != 500)
        {
            words.ShouldNotBe(Explanation.Of(500));
        }
    }
}
