using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Domain.Access;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Web.Tests.Access;
using Xunit.Abstractions;

namespace CareCommissioning.Browser.Tests.Sweep;

/// <summary>Every page that a role may open, on every device: axe finds nothing, the console stays silent, nothing sticks out of the window.</summary>
[Collection(BrowserTests.Name)]
public sealed class SweepTests(BrowserFixture browser, ITestOutputHelper output)
{
    private const string Nobody = "nobody";

    // Files and answers for machines.
    private static readonly string[] NoPages = ["/health/live", "/health/ready", "/governance/audit/export", "/placements/export", "/services/import/{id:guid}/failing-rows", "/pathways/{id:guid}/versions/{n:int}/download", "/pathways/{id:guid}/versions/{n:int}/draw?handler=Scene"];

    /// <summary>How every file of a table is asked for.</summary>
    private const string Csv = "?handler=Csv";

    private static readonly string[] EmptyLists =
        ["/organisations?name=nothing-is-called-this", "/teams?name=nothing-is-called-this", "/admin/accounts?name=nothing-is-called-this", "/registers/gaps?find=nothing-is-called-this", "/no-such-page"];

    public static TheoryData<string, Device> Everybody
    {
        get
        {
            var data = new TheoryData<string, Device>();
            foreach (var who in new[] { Nobody, "admin", "guardian", "provider", "manager", "coordinator", "pct" })
            {
                data.Add(who, Device.Desktop);
                data.Add(who, Device.Phone);
            }

            foreach (var device in new[] { Device.Zoomed, Device.ForcedColours, Device.WithoutScript })
            {
                data.Add(Nobody, device);
                data.Add("admin", device);
            }

            return data;
        }
    }

    [Theory, Requirement("C47"), Asvs("V3.4.3")]
    [MemberData(nameof(Everybody))]
    public async Task Every_page_of(string who, Device device)
    {
        var site = await browser.DemonstrationAsync();
        var addresses = await AddressesAsync(site.Database, who);
        var faults = new List<string>();
        await site.VisitAsync(device, who == Nobody ? null : $"{who}@liverpool", async page =>
        {
            foreach (var address in addresses)
            {
                var answer = await page.GotoAsync(address);
                if (answer!.Status is not (200 or 404))
                {
                    faults.Add($"{address} answers {answer.Status}");
                }

                faults.AddRange(await page.FaultsAsync(device));
            }
        }, $"Sweep-{who}");
        output.WriteLine($"{addresses.Count} pages; axe has read {PageReading.Count} of all roles and devices so far");
        faults.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(Testing.Databases.CareTestDatabase database, string who)
    {
        if (who == Nobody)
        {
            return [.. Pages(e => e.IsAnonymous).Select(e => Address(e, "404")), "/no-such-page"];
        }

        var actor = await database.ActorAsync($"{who}@liverpool.demo.example");
        var samples = await Samples.LoadAsync(database, actor);
        var own = Pages(e => !e.IsAnonymous && e.IsAllowed(actor.Role!.Value, actor.IsApprover))
            .SelectMany(e => samples.Targets(e).Where(t => t.Target is not Target.OtherPartnership and not Target.Nobody && Samples.Expected(e, t.Target, actor) == Answer.Allowed).Take(1).Select(t => Address(e, t.Id)));
        var history = AccessTable.Permissions(actor.Role!.Value, actor.IsApprover).Contains(Permission.ReadAuditLog) ? ["/governance/audit?who=nobody-is-called-this", "/governance/audit?action=insert"] : Array.Empty<string>();
        return [.. own, .. EmptyLists.Where(list => actor.IsApprover || !list.StartsWith("/admin", StringComparison.Ordinal)), .. history];
    }

    private static IEnumerable<ListedEndpoint> Pages(Func<ListedEndpoint, bool> chosen) =>
        EndpointList.Listed.Where(e => e.Method == "GET" && !NoPages.Contains(e.Route) && !e.Route.EndsWith(Csv, StringComparison.Ordinal) && chosen(e));

    private static string Address(ListedEndpoint endpoint, string id) => Samples.Address(endpoint.Route, id);
}
