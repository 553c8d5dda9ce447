using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Testing.Traits;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.Commissioner;

/// <summary>Priya draws a pathway on the picture: with the mouse, with the keyboard alone, and with a finger.</summary>
[Collection(BrowserTests.Name)]
public sealed class DrawingAMapTests(BrowserFixture browser)
{
    [Fact, Requirement("S0-012")]
    public Task With_the_mouse_boxes_are_added_dragged_to_another_stage_and_connected() => DrawAsync("Drawn by mouse", Device.Desktop, async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.AddToMapAsync("Step", "Home team");
        await page.AxeShouldBeClean();

        await page.DragAsync(page.Box("Home team"), await Canvas.MiddleAsync(page.Stages().Nth(1)));
        await page.HearAsync("Moved the step Home team to ");
        await page.DragAsync(await page.HandleAsync("Clinic"), await Canvas.MiddleAsync(page.Box("Home team")));
        await page.HearAsync("Added the move Clinic to Home team. Saved.");
        (await page.Box("Clinic").GetAttributeAsync("aria-label")).ShouldBe("Step: Clinic. 2 to mend. In First contact. Nothing leads here. They go on to Home team share not said");

        await page.PressAsync("Undo");
        await page.HearAsync("Undid: Added the move Clinic to Home team. Saved.");
        await page.PressAsync("Redo");
        await page.HearAsync("Redid: Added the move Clinic to Home team. Saved.");
        await page.AxeShouldBeClean();
    });

    [Fact, Requirement("S0-012")]
    public Task By_the_keyboard_alone_boxes_are_found_moved_connected_renamed_and_taken_away() => DrawAsync("Drawn by keyboard", Device.Desktop, async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.AddToMapAsync("Step", "Ward");
        await page.Stages().First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.HasFocusAsync("Step: Clinic");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.HearAsync("Put the step Clinic elsewhere in its stage. Saved.");
        await page.HasFocusAsync("Step: Clinic");

        await page.Keyboard.PressAsync("c");
        await page.HearAsync("Connecting Clinic. Go to the box where people go on to, and press Enter; Escape stops it");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.HasFocusAsync("Step: Ward");
        await page.Keyboard.PressAsync("Enter");
        await page.HearAsync("Added the move Clinic to Ward. Saved.");

        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.HearAsync("Moved the step Ward to ");
        await page.HasFocusAsync("Step: Ward");
        await page.Keyboard.PressAsync("F2");
        await page.Keyboard.TypeAsync("Acute ward");
        await page.Keyboard.PressAsync("Enter");
        await page.HearAsync("Renamed the step Ward to Acute ward. Saved.");

        await page.Box("Acute ward").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await page.HearAsync("Took the step Acute ward off the map. Saved.");
        await page.Keyboard.PressAsync("Control+z");
        await page.HearAsync("Undid: Took the step Acute ward off the map. Saved.");
        await page.Box("Acute ward").WaitForAsync();
    });

    [Fact, Requirement("S0-012")]
    public Task With_a_finger_a_box_is_tapped_and_changed_by_fields() => DrawAsync("Drawn by finger", Device.Phone, async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.AddToMapAsync("Exit", "Well");
        await page.Box("Clinic").ClickAsync();
        await page.ChooseAsync("People go on to", "Well");
        await page.PressAsync("Connect");
        await page.HearAsync("Added the move Clinic to Well. Saved.");
        await page.PressAsync("To Well, share not said");
        await page.FillInAsync("Share of those who leave, in per cent", "80");
        await page.PressAsync("Save the share");
        await page.HearAsync("Set the share of the move Clinic to Well to 80 %. Saved.");
        await page.AxeShouldBeClean();
    });

    [Fact, Requirement("S0-012")]
    public Task What_another_person_draws_is_seen_and_heard_without_asking() => DrawAsync("Drawn by two", Device.Desktop, async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        var address = new Uri(page.Url).AbsolutePath;
        var site = await browser.DemonstrationAsync();
        await site.VisitAsync(Device.Desktop, "council@liverpool", async other =>
        {
            await other.OpenBoardAsync(address);
            await other.AddToMapAsync("Step", "Housing support");
        });
        await page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
        await page.HearAsync(": Added the step Housing support.");
        await page.Box("Housing support").WaitForAsync();
    });

    private async Task DrawAsync(string pathway, Device device, Func<IPage, Task> draw)
    {
        var site = await browser.DemonstrationAsync();
        await site.VisitAsync(device, "pct@liverpool", async page =>
        {
            await page.BeginToDrawAsync(pathway);
            await draw(page);
        });
    }
}
