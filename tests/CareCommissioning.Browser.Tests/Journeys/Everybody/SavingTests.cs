using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Browser.Tests.Journeys.Everybody;

/// <summary>Impatient people, and two people at once.</summary>
[Collection(BrowserTests.Name)]
public sealed class SavingTests(BrowserFixture browser)
{
    [Theory, Asvs("V2.3.3")]
    [InlineData(Device.Desktop), InlineData(Device.WithoutScript)]
    public async Task Double_click_makes_one_record(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var name = $"Twice {device}";
        await site.VisitAsync(device, "admin@eastlancs", async page =>
        {
            await page.GotoAsync("/localities/new");
            await page.FillInAsync("Name", name);
            await page.Locator("main").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Add", Exact = true }).DblClickAsync();
            await page.ReadAsync("Localities");
            (await page.TextAsync()).ShouldContain(name);
        });

        (await site.Database.BehindTheScenesAsync<long>("select count(*) from care.localities where name = $1", name)).ShouldBe(1);
    }

    [Theory, Asvs("V2.3.4")]
    [InlineData(Device.Desktop), InlineData(Device.WithoutScript)]
    public async Task Two_people_edit_one_locality_and_neither_loses_anything(Device device)
    {
        var site = await browser.DemonstrationAsync();
        await site.VisitAsync(device, "admin@eastlancs", async first =>
        {
            await first.GotoAsync("/localities/new");
            await first.FillInAsync("Name", $"Rossendale East {device}");
            await first.PressAsync("Add");
            await first.FollowAsync($"Rossendale East {device}");
            await first.FillInAsync("Area code (optional)", "FIRST");

            await site.VisitAsync(device, "admin@eastlancs", async second =>
            {
                await second.GotoAsync(first.Url);
                await second.FillInAsync("Area code (optional)", "SECOND");
                await second.PressAsync("Save");
                await second.ReadAsync("Localities");
            });

            await first.PressAsync("Save");
            await first.SeeAsync("Somebody else saved this first");
            (await first.TextAsync()).ShouldContain("SECOND");
            (await first.GetByLabel("Area code (optional)").InputValueAsync()).ShouldBe("FIRST");
            await first.AxeShouldBeClean();

            // A second time is a decision.
            await first.PressAsync("Save");
            await first.ReadAsync("Localities");
            (await first.TextAsync()).ShouldContain("FIRST");
        });
    }
}
