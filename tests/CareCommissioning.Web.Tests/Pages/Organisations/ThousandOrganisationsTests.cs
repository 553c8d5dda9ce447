using System.Diagnostics;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Components.Lists;
using Xunit.Abstractions;

namespace CareCommissioning.Web.Tests.Pages.Organisations;

/// <summary>A list of a thousand organisations is walked forward and back, each once.</summary>
public sealed class ThousandOrganisationsTests(DemonstrationHost demonstration, ITestOutputHelper output) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S0-006")]
    public async Task Every_organisation_is_met_once_on_the_way_forward_and_back()
    {
        var host = await demonstration.HostAsync();
        await host.Database.BehindTheScenesAsync<object>("""
            insert into care.organisations (id, partnership_id, kind_code, name, opened_on)
            select gen_random_uuid(), p.id, 'private-provider', case when i % 10 = 0 then 'Many of one name' else 'Provider ' || i end, '2010-04-01'
            from care.partnerships p, generate_series(1, 1000) i where p.slug = 'liverpool'
            """);
        var pct = await demonstration.AsAsync("pct@liverpool");
        var watch = Stopwatch.StartNew();

        var forward = await WalkAsync(pct, "/organisations?kind=private-provider", "Next");
        var last = forward[^1];
        var back = await WalkAsync(pct, last.Url, "Previous");

        output.WriteLine($"{forward.Count + back.Count} pages in {watch.ElapsedMilliseconds} ms");
        var met = forward.SelectMany(page => page.Ids).ToList();
        met.Count.ShouldBe(met.Distinct().Count());
        met.Count.ShouldBeGreaterThanOrEqualTo(1000);
        forward.SkipLast(1).ShouldAllBe(page => page.Ids.Count == ListPlace.PageSize);
        back.SelectMany(page => page.Ids).ToHashSet().SetEquals(met).ShouldBeTrue();
    }

    private static async Task<List<(string Url, List<string> Ids)>> WalkAsync(SignedInClient client, string url, string direction)
    {
        var pages = new List<(string, List<string>)>();
        for (var next = url; next is not null && pages.Count < 100;)
        {
            var page = await client.GetAsync(next);
            pages.Add((next, [.. page.Document.QuerySelectorAll("table tbody a").Select(a => a.GetAttribute("href")!)]));
            next = page.Document.QuerySelectorAll("nav.nhsuk-pagination a").FirstOrDefault(a => a.TextContent.Contains(direction, StringComparison.Ordinal))?.GetAttribute("href");
        }

        return pages;
    }
}
