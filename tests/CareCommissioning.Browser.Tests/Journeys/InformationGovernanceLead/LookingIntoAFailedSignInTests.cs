using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Testing.Traits;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.InformationGovernanceLead;

/// <summary>Somebody tried Farah's password. Grace finds it in the log, and takes the lines to the panel.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookingIntoAFailedSignInTests(BrowserFixture browser)
{
    [Theory, Requirement("C18"), Asvs("V16.3.1")]
    [InlineData(Device.Desktop), InlineData(Device.WithoutScript)]
    public async Task It_is_in_the_log_and_in_the_export(Device device)
    {
        var site = await browser.DemonstrationAsync();
        await site.VisitAsync(device, null, async page =>
        {
            await page.GotoAsync("/sign-in");
            await page.GiveAsync("finance@eastlancs.demo.example", "not Farah's password");
            await page.SeeAsync("The e-mail address or the password is not right, or the account is locked or has ended");
            await page.AxeShouldBeClean();
        });

        await site.VisitAsync(device, "guardian@eastlancs", async page =>
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Governance" }).ClickAsync();
            await page.ReadAsync("Audit log");
            await page.ChooseAsync("What was done", "Failed to sign in");
            await page.PressAsync("Apply filters");
            await page.Locator("main .app-chip").GetByText("Failed to sign in").WaitForAsync();
            (await page.Locator("main table tbody tr").CountAsync()).ShouldBeGreaterThan(0);

            var csv = await ExportAsync(page);
            csv[0].ShouldContain("When (UTC)");
            csv[1..].ShouldAllBe(line => line.Contains("failed to sign in"));

            await page.Locator("main table tbody tr a").First.ClickAsync();
            await page.SeeAsync("ailed to sign in");
            await page.AxeShouldBeClean();
        });
    }

    private static async Task<string[]> ExportAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("Export these lines as CSV"));
        download.SuggestedFilename.ShouldEndWith(".csv");
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
