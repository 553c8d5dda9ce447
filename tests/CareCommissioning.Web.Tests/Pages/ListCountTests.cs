using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Words;

namespace CareCommissioning.Web.Tests.Pages;

/// <summary>A list says how many there are in all, on each of its pages, and stops counting where nobody would.</summary>
public sealed class ListCountTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    private const int PagesToTurn = 6;

    [Theory, Requirement("S0-006")]
    [InlineData("pct@liverpool", "/placements", "Placements, the", "placement", "placements")]
    [InlineData("pct@liverpool", "/placements?stage=Matched", "Placements, the", "placement", "placements")]
    [InlineData("pct@liverpool", "/placements?review=Overdue", "Placements, the", "placement", "placements")]
    [InlineData("coordinator@liverpool", "/placements", "Placements, the", "placement", "placements")]
    [InlineData("provider@liverpool", "/placements", "Placements, the", "placement", "placements")]
    [InlineData("pct@liverpool", "/services", "Services by name", "service", "services")]
    [InlineData("pct@liverpool", "/services?type=CrisisHouse", "Services by name", "service", "services")]
    [InlineData("pct@liverpool", "/organisations", "Organisations by name", "organisation", "organisations")]
    [InlineData("pct@liverpool", "/organisations?name=sunrise", "Organisations by name", "organisation", "organisations")]
    [InlineData("admin@liverpool", "/admin/accounts", "Accounts by name", "account", "accounts")]
    [InlineData("provider@liverpool", "/admin/accounts", "Accounts by name", "account", "accounts")]
    public async Task Every_page_of_a_list_says_how_many_there_are(string who, string url, string caption, string one, string several)
    {
        var client = await demonstration.AsAsync(who);
        var pages = new List<WebPage>();
        for (var next = url; next is not null && pages.Count < PagesToTurn; next = pages[^1].Document.QuerySelector("a[rel=next]")?.GetAttribute("href"))
        {
            pages.Add(await client.GetAsync(next));
        }

        var rows = pages.Sum(page => page.Rows(caption).Count);
        rows.ShouldBeGreaterThan(0);
        pages.ShouldAllBe(page => page.Text.Contains(CountWords.Of(rows, one, several), StringComparison.Ordinal));
    }
}
