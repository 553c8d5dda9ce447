using System.Net;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Pages.Help;

/// <summary>Help is of the reader's own work, and each way to begin is open to them.</summary>
[Requirement("S1-082")]
public sealed class HelpTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private const string NotWork = "You cannot sign in";

    [Theory]
    [InlineData("coordinator", "Log a placement", "Review a placement", "End a placement", "Say what you think of a pathway", "Vote for what matters")]
    [InlineData("manager", "Log a placement", "Review a placement", "End a placement", "Hand a person over", "Say what you think of a pathway", "Vote for what matters", "Invite a colleague")]
    [InlineData("finance", "See and export placements", "See how people live", "Say what you think of a pathway", "Vote for what matters")]
    [InlineData("staff", "See your residents", "Say what you think of a pathway", "Vote for what matters")]
    [InlineData("provider", "See how people live", "See your residents", "Say what you think of a pathway", "Sign for your organisation", "Vote for what matters", "Invite a colleague")]
    [InlineData("admin", "Import the care directory", "Invite a colleague")]
    [InlineData("guardian", "Read the audit log")]
    [InlineData("consultant", "Draw a pathway", "Put care packages together", "Say what you think of a pathway", "Agree a pathway", "Write down what people tell", "Write down a gap", "Say what helps", "Vote for what matters")]
    public async Task Everybody_reads_of_their_own_work_and_can_begin_it(string who, params string[] topics)
    {
        var client = await demonstration.AsAsync($"{who}@liverpool");
        var page = await client.GetAsync("/help");

        Headings(page).TakeWhile(h => h != NotWork).ShouldBe(topics);
        foreach (var link in page.Document.QuerySelectorAll("main h2 + p + p > a").Select(a => a.GetAttribute("href")!))
        {
            (await client.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task A_commissioner_reads_of_approving_and_importing()
    {
        var headings = Headings(await (await demonstration.AsAsync("pct@liverpool")).GetAsync("/help"));

        headings.ShouldContain("Approve a placement");
        headings.ShouldContain("Import the care directory");
    }

    [Fact]
    public async Task Before_signing_in_it_is_about_signing_in()
    {
        using var browser = (await demonstration.HostAsync()).Browse();

        Headings(await browser.GetAsync("/help"))[0].ShouldBe(NotWork);
    }

    private static IReadOnlyList<string> Headings(WebPage page) => [.. page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim())];
}
