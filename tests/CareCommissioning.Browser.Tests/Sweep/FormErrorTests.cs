using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Tests.Access;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Sweep;

/// <summary>Each form sent empty: the page says what is missing, and says it so that everybody can perceive it.</summary>
[Collection(BrowserTests.Name)]
public sealed class FormErrorTests(BrowserFixture browser)
{
    private const string EmptyEverything = """
        form => {
          for (const field of form.querySelectorAll('input:not([type=hidden]):not([readonly]):not([type=radio]):not([type=checkbox]), textarea')) field.value = '';
          for (const box of form.querySelectorAll('input[type=radio], input[type=checkbox]')) box.checked = false;
          for (const list of form.querySelectorAll('select')) list.selectedIndex = 0;
        }
        """;

    /// <summary>Each page with the sample record of its address.</summary>
    public static readonly IReadOnlyList<(string Route, string Record)> Forms =
    [
        ("/organisations/new", "-"),
        ("/organisations/{id}/change", "organisation"),
        ("/organisations/{id}/rename", "organisation"),
        ("/organisations/{id}/close", "organisation"),
        ("/organisations/{id}/serve/offer", "organisation"),
        ("/organisations/kinds/new", "-"),
        ("/organisations/kinds/{id}/end", "kind"),
        ("/localities/new", "-"),
        ("/localities/{id}/change", "locality"),
        ("/teams/new", "-"),
        ("/teams/{id}/change", "team"),
        ("/teams/{id}/members", "team"),
        ("/teams/{id}/close", "team"),
        ("/admin/invitations/new", "-"),
        ("/admin/accounts/{id}/change", "account"),
        ("/account/password", "-"),
        ("/account/two-step/set-up", "-"),
    ];

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task Of_an_administrator(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var samples = await Samples.LoadAsync(site.Database, await site.Database.ActorAsync("admin@liverpool.demo.example"));
        var faults = new List<string>();
        await site.VisitAsync(device, "admin@liverpool", async page =>
        {
            foreach (var (route, record) in Forms)
            {
                var id = samples.Targets(new ListedEndpoint("GET", route, "", "", record)).First().Id;
                await page.GotoAsync(route.Replace("{id}", id, StringComparison.Ordinal));
                faults.AddRange(await SendEmptyAsync(page, device));
            }
        });
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task Of_a_care_coordinator(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var placed = await new PlacementBuilder(site.Host).UpTo(PlacementStage.Matched).MakeAsync();
        var faults = new List<string>();
        await site.VisitAsync(device, "coordinator@liverpool", async page =>
        {
            foreach (var address in new[] { "/placements/new" }.Concat(new[] { "service", "funding", "legal", "goals", "start", "withdraw" }.Select(form => $"{placed.Url}/{form}")))
            {
                await page.GotoAsync(address);
                faults.AddRange(await SendEmptyAsync(page, device));
            }
        });
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task Of_a_commissioner(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var samples = await Samples.LoadAsync(site.Database, await site.Database.ActorAsync("pct@liverpool.demo.example"));
        var pathway = samples.Targets(new ListedEndpoint("GET", "", "", "", "pathway")).First().Id;
        var faults = new List<string>();
        await site.VisitAsync(device, "pct@liverpool", async page =>
        {
            foreach (var address in new[] { "/registers/gaps/new", "/registers/what-helps/new", $"/pathways/{pathway}/packages/new", $"/pathways/{pathway}/benefits/new" })
            {
                await page.GotoAsync(address);
                faults.AddRange(await SendEmptyAsync(page, device));
            }
        });
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task Of_somebody_at_the_door(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var faults = new List<string>();
        await site.VisitAsync(device, null, async page =>
        {
            foreach (var address in new[] { "/sign-in", "/forgotten-password" })
            {
                await page.GotoAsync(address);
                faults.AddRange(await SendEmptyAsync(page, device));
            }
        });
        faults.ShouldBeEmpty();
    }

    /// <summary>The empty form is answered by an error summary that has the focus and whose links lead to the fields.</summary>
    private static async Task<IReadOnlyList<string>> SendEmptyAsync(IPage page, Device device)
    {
        var address = page.Url;
        var form = page.Locator("main form[method=post]").Filter(new() { Has = page.Locator("input:not([type=hidden]), select, textarea") }).First;
        await form.EvaluateAsync(EmptyEverything);
        await form.Locator("button[type=submit], button:not([type])").First.ClickAsync();
        try
        {
            await page.Locator(".nhsuk-error-summary").WaitForAsync(new() { Timeout = 10_000 });
            if (device != Device.WithoutScript)
            {
                await page.Locator(".nhsuk-error-summary:focus").WaitForAsync(new() { Timeout = 10_000 });
            }
        }
        catch (TimeoutException)
        {
            return [$"{address} takes an empty form, says nothing of it, or does not lead there: {await page.TextAsync()}"];
        }

        var faults = new List<string>(await page.FaultsAsync(device));
        foreach (var link in await page.Locator(".nhsuk-error-summary a").AllAsync())
        {
            var target = await link.GetAttributeAsync("href");
            if (target is not ['#', .. var id] || await page.Locator($"[id='{id}']").CountAsync() != 1)
            {
                faults.Add($"{address}: “{await link.InnerTextAsync()}” leads to {target}, which is not there");
            }
        }

        return faults;
    }
}
