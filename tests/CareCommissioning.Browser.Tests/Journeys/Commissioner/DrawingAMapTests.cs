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
        await AddAsync(page, "Step", "Clinic");
        await AddAsync(page, "Step", "Home team");
        await page.AxeShouldBeClean();

        await DragAsync(page, Box(page, "Home team"), await MiddleAsync(Stages(page).Nth(1)));
        await HearAsync(page, "Moved the step Home team to ");
        await DragAsync(page, await HandleAsync(page, "Clinic"), await MiddleAsync(Box(page, "Home team")));
        await HearAsync(page, "Added the move Clinic to Home team. Saved.");
        (await Box(page, "Clinic").GetAttributeAsync("aria-label")).ShouldBe("Step: Clinic. 2 to mend. In First contact. Nothing leads here. They go on to Home team share not said");

        await page.PressAsync("Undo");
        await HearAsync(page, "Undid: Added the move Clinic to Home team. Saved.");
        await page.PressAsync("Redo");
        await HearAsync(page, "Redid: Added the move Clinic to Home team. Saved.");
        await page.AxeShouldBeClean();
    });

    [Fact, Requirement("S0-012")]
    public Task By_the_keyboard_alone_boxes_are_found_moved_connected_renamed_and_taken_away() => DrawAsync("Drawn by keyboard", Device.Desktop, async page =>
    {
        await AddAsync(page, "Step", "Clinic");
        await AddAsync(page, "Step", "Ward");
        await Stages(page).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await FocusAsync(page, "Step: Clinic");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await HearAsync(page, "Put the step Clinic elsewhere in its stage. Saved.");
        await FocusAsync(page, "Step: Clinic");

        await page.Keyboard.PressAsync("c");
        await HearAsync(page, "Connecting Clinic. Go to the box where people go on to, and press Enter; Escape stops it");
        await page.Keyboard.PressAsync("ArrowUp");
        await FocusAsync(page, "Step: Ward");
        await page.Keyboard.PressAsync("Enter");
        await HearAsync(page, "Added the move Clinic to Ward. Saved.");

        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await HearAsync(page, "Moved the step Ward to ");
        await FocusAsync(page, "Step: Ward");
        await page.Keyboard.PressAsync("F2");
        await page.Keyboard.TypeAsync("Acute ward");
        await page.Keyboard.PressAsync("Enter");
        await HearAsync(page, "Renamed the step Ward to Acute ward. Saved.");

        await Box(page, "Acute ward").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await HearAsync(page, "Took the step Acute ward off the map. Saved.");
        await page.Keyboard.PressAsync("Control+z");
        await HearAsync(page, "Undid: Took the step Acute ward off the map. Saved.");
        await Box(page, "Acute ward").WaitForAsync();
    });

    [Fact, Requirement("S0-012")]
    public Task With_a_finger_a_box_is_tapped_and_changed_by_fields() => DrawAsync("Drawn by finger", Device.Phone, async page =>
    {
        await AddAsync(page, "Step", "Clinic");
        await AddAsync(page, "Exit", "Well");
        await Box(page, "Clinic").ClickAsync();
        await page.ChooseAsync("People go on to", "Well");
        await page.PressAsync("Connect");
        await HearAsync(page, "Added the move Clinic to Well. Saved.");
        await page.PressAsync("To Well, share not said");
        await page.FillInAsync("Share of those who leave, in per cent", "80");
        await page.PressAsync("Save the share");
        await HearAsync(page, "Set the share of the move Clinic to Well to 80 %. Saved.");
        await page.AxeShouldBeClean();
    });

    [Fact, Requirement("S0-012")]
    public Task What_another_person_draws_is_seen_and_heard_without_asking() => DrawAsync("Drawn by two", Device.Desktop, async page =>
    {
        await AddAsync(page, "Step", "Clinic");
        var address = new Uri(page.Url).AbsolutePath;
        var site = await browser.DemonstrationAsync();
        await site.VisitAsync(Device.Desktop, "council@liverpool", async other =>
        {
            await OpenAsync(other, address);
            await AddAsync(other, "Step", "Housing support");
        });
        await page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
        await HearAsync(page, ": Added the step Housing support.");
        await Box(page, "Housing support").WaitForAsync();
    });

    private async Task DrawAsync(string pathway, Device device, Func<IPage, Task> draw)
    {
        var site = await browser.DemonstrationAsync();
        await site.VisitAsync(device, "pct@liverpool", async page =>
        {
            await page.GotoAsync("/pathways/new");
            await page.FillInAsync("Name", pathway);
            await page.FillInAsync("Condition", "Psychosis");
            await page.PressAsync("Add");
            await page.SeeAsync("is added");
            await OpenAsync(page, new Uri(page.Url).AbsolutePath + "/draw");
            await draw(page);
        });
    }

    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("[data-ready]").WaitForAsync();
    }

    private static async Task AddAsync(IPage page, string kind, string name)
    {
        await page.ChooseAsync("What", kind);
        await page.FillInAsync("Name of what is added", name);
        await page.ChooseAsync("People come from", "Nowhere yet");
        await page.PressAsync("Add it");
        await HearAsync(page, $"Added the {kind.ToLowerInvariant()} {name}");
    }

    /// <summary>Waits until it is announced.</summary>
    private static Task HearAsync(IPage page, string words) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).First.WaitForAsync();

    private static Task FocusAsync(IPage page, string name) => page.Locator($"[role=button][aria-label^='{name}']:focus").WaitForAsync();

    private static ILocator Box(IPage page, string name) => page.Locator($"[role=button][aria-label*=': {name}']").First;

    private static ILocator Stages(IPage page) => page.Locator("[role=button][aria-label^='Stage ']");

    private static async Task<(float X, float Y)> MiddleAsync(ILocator thing)
    {
        await thing.ScrollIntoViewIfNeededAsync();
        var place = (await thing.BoundingBoxAsync())!;
        return (place.X + (place.Width / 2), place.Y + (place.Height / 2));
    }

    private static async Task<ILocator> HandleAsync(IPage page, string name)
    {
        await Box(page, name).HoverAsync();
        return Box(page, name).Locator(".canvas-handle");
    }

    private static async Task DragAsync(IPage page, ILocator thing, (float X, float Y) to)
    {
        var (x, y) = await MiddleAsync(thing);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 10 });
        await page.Mouse.UpAsync();
    }
}
