using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Browser.Tests.Sweep;

/// <summary>The longest name that may be given, with a word in it that no line can hold, breaks no page.</summary>
[Collection(BrowserTests.Name)]
public sealed class LongNameTests(BrowserFixture browser)
{
    private const string Word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.Zoomed)]
    public async Task Of_an_organisation(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var faults = new List<string>();
        await site.VisitAsync(device, "admin@eastlancs", async page =>
        {
            await page.GotoAsync("/organisations/new");
            await page.FillInAsync("Name on the day it opened", $"{device} {Word} and {Word} Supported Living Association for the North".PadRight(160, 'x')[..160]);
            await page.Locator("#Form_Kind").SelectOptionAsync("private-provider");
            await page.TypeDateAsync("When did it open?", new DateOnly(2020, 2, 3));
            await page.PressAsync("Register");
            await page.ReadAsync(Word);
            var id = page.Url[(page.Url.LastIndexOf('/') + 1)..];
            faults.AddRange(await page.FaultsAsync(device));
            foreach (var address in new[] { "/organisations", $"/organisations/{id}/change", $"/organisations/{id}/rename", $"/organisations/{id}/serve", $"/history/organisations/{id}", "/admin/invitations/new", $"/organisations?name={Word}" })
            {
                await page.GotoAsync(address);
                faults.AddRange(await page.FaultsAsync(device));
            }
        });
        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.Zoomed)]
    public async Task Of_a_person(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var placed = await new PlacementBuilder(site.Host).For($"Ann {Word} {Word}"[..Domain.Placements.Person.MaxNameLength], PlacementBuilder.NextNumber()).UpTo(PlacementStage.Matched).MakeAsync();
        var faults = new List<string>();
        await site.VisitAsync(device, "coordinator@liverpool", async page =>
        {
            foreach (var address in new[] { placed.Url, $"/placements/new?person={placed.PersonId}" }.Concat(new[] { "service", "funding", "legal", "start", "withdraw" }.Select(form => $"{placed.Url}/{form}")))
            {
                await page.GotoAsync(address);
                faults.AddRange(await page.FaultsAsync(device));
            }
        });
        faults.ShouldBeEmpty();
    }
}
