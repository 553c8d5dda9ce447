using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.CareCoordinator;

/// <summary>Carol has somebody to place today, from whatever she has at hand.</summary>
[Collection(BrowserTests.Name)]
public sealed class LoggingAPlacementTests(BrowserFixture browser)
{
    [Theory, Requirement("S1-019", "C47")]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task From_her_first_question_to_started(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var number = PlacementBuilder.NextNumber();
        var today = DateOnly.FromDateTime(site.Host.Clock.GetUtcNow().UtcDateTime);
        await PlacementBuilder.ServiceAsync(site.Host, "provider@liverpool", $"Whimbrel House {device}");
        await PlacementBuilder.ServiceAsync(site.Host, "provider2@liverpool", $"Whimbrel Lodge {device}");
        var placement = "";
        await site.VisitAsync(device, "coordinator@liverpool", async page =>
        {
            await page.GotoAsync("/placements/new");
            await page.AxeShouldBeClean();
            await page.FillInAsync("What is the person’s NHS number?", number.ToString());
            await page.PressAsync("Continue");
            await page.SeeAsync("Nobody with this NHS number is written down");
            await page.AxeShouldBeClean();
            await page.FillInAsync("Name", "Rosamund Tetley-Ashworth");
            await page.TypeDateAsync("Date of birth", new DateOnly(1968, 10, 3));
            await page.FillInAsync("First half of the postcode (optional)", "L17");
            await page.PressAsync("Add the person and continue");

            await WhereAsync(page, device, today);
            await MoneyAsync(page);
            await LawAsync(page, today);

            await page.SeeAsync("No commissioner has approved it yet");
            await page.ReadAsync("Rosamund Tetley-Ashworth");
            placement = new Uri(page.Url).AbsolutePath;
            await page.AxeShouldBeClean();
        });

        await site.VisitAsync(device, "council@liverpool", async page =>
        {
            await page.GotoAsync(placement);
            (await page.ContentAsync()).ShouldNotContain("Tetley");
            await page.FollowOrPressAsync("Approve fee and funders");
            await page.ReadAsync("Approve fee and funders");
            await page.AxeShouldBeClean();
            await page.PressAsync("Approve £742.50 a week");
            await page.SeeAsync("Colin Underwood");
        });

        await site.VisitAsync(device, "coordinator@liverpool", async page =>
        {
            await page.GotoAsync(placement);
            await page.FollowOrPressAsync("Start the placement");
            await page.ReadAsync("Start the placement");
            await page.AxeShouldBeClean();
            await page.GetByLabel("Where they live").SelectOptionAsync("SupportedHousing");
            await page.GetByLabel("What they do by day").SelectOptionAsync("LookingForWork");
            await page.PressAsync("Start the placement");
            await page.SeeAsync("Log a review");
            (await page.TextAsync()).ShouldContain("Started");
            await page.AxeShouldBeClean();
        });
    }

    /// <summary>Part of a name is enough to be asked which one is meant.</summary>
    private static async Task WhereAsync(IPage page, Device device, DateOnly today)
    {
        await page.ReadAsync("Service and first day");
        await page.FillInAsync("Which service?", "whimbrel");
        await page.TypeDateAsync("What is the first day?", today);
        await page.PressAsync("Save and continue");
        await page.GetByLabel($"Whimbrel Lodge {device}").CheckAsync();
        await page.AxeShouldBeClean();
        await page.PressAsync("Save and continue");
    }

    private static async Task MoneyAsync(IPage page)
    {
        await page.ReadAsync("Fee and funders");
        await page.FillInAsync("What is the weekly fee?", "742.50");
        await page.FillInAsync("NHS", "60");
        await page.FillInAsync("Council", "30");
        await page.PressAsync("Save and continue");
        await page.SeeAsync("they sum to 90.00");
        await page.AxeShouldBeClean();
        await page.FillInAsync("Council", "40");
        await page.PressAsync("Save and continue");
    }

    private static async Task LawAsync(IPage page, DateOnly today)
    {
        await page.ReadAsync("Legal basis and care");
        await page.GetByLabel("Section 117 after-care").CheckAsync();
        await page.Locator("main").GetByLabel("Yes", new() { Exact = true }).CheckAsync();
        await page.TypeDateAsync("Since when?", today.AddYears(-1));
        await page.FillInAsync("Care cluster (optional)", "12");
        await page.TypeDateAsync("When was the cluster assessed?", today);
        await page.AxeShouldBeClean();
        await page.PressAsync("Save and continue");
    }
}
