using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Web.Components.Words;

namespace CareCommissioning.Browser.Tests.Journeys.CareCoordinator;

/// <summary>Carol sits in her car outside a care home, with a minute to write down the review she has just done.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReviewingAPlacementTests(BrowserFixture browser)
{
    [Theory, Requirement("S1-020", "C47")]
    [InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task From_the_list_of_the_morning_to_the_next_date(Device device)
    {
        var site = await browser.DemonstrationAsync();
        var today = site.Host.Clock.Today();

        // Longer overdue than anybody of the demonstration, so that it stands first.
        var placed = await site.Host.PlaceAsync(new() { Name = $"Winifred Overlooked {device}", StartsOn = new DateOnly(2019, 1, 31), Reviews = [new(2019, 3, 1)] });
        await site.VisitAsync(device, "coordinator@liverpool", async page =>
        {
            await page.GotoAsync("/");
            await page.SeeAsync(placed.Name);
            await page.AxeShouldBeClean();
            await page.FollowAsync($"Review {placed.Name}");
            await page.ReadAsync(placed.Name);
            (await page.TextAsync()).ShouldContain("Settled, and glad of the garden");
            await page.AxeShouldBeClean();

            await page.PressAsync("Save the review");
            await page.SeeAsync("There is a problem");
            await page.AxeShouldBeClean();
            await page.GetByLabel("Plan a move").CheckAsync();
            await page.FillInAsync("Summary", "Ready for a flat of her own. Housing officer to call on Monday.");
            await page.GetByLabel("Where they live").SelectOptionAsync("SupportedHousing");
            await page.GetByLabel("What they do by day").SelectOptionAsync("Training");
            foreach (var sentence in new[] { "I have people I can turn to", "I look forward to things", "I am more than my illness", "What I do each day means something to me", "I decide about my own life" })
            {
                await page.GetByLabel(sentence).SelectOptionAsync("3");
            }

            await page.FillInAsync("A goal of the person’s own", "A flat with a window to the south");
            await page.PressAsync("Save the review");

            await page.SeeAsync($"The review of {today.InWords()} is saved. The next one is due on {today.AddYears(1).InWords()}");
            (await page.TextAsync()).ShouldContain("A flat with a window to the south");
            await page.AxeShouldBeClean();
            await page.GotoAsync("/");
            (await page.TextAsync()).ShouldNotContain(placed.Name);
        });
    }
}
