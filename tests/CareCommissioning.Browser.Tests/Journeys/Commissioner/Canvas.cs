using CareCommissioning.Browser.Tests.Sites;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.Commissioner;

/// <summary>What people do on the page on which a map is drawn, and what they hear of it.</summary>
internal static class Canvas
{
    /// <summary>Adds a pathway and opens its first version to draw on it.</summary>
    public static async Task BeginToDrawAsync(this IPage page, string pathway)
    {
        await page.GotoAsync("/pathways/new");
        await page.FillInAsync("Name", pathway);
        await page.FillInAsync("Condition", "Psychosis");
        await page.PressAsync("Add");
        await page.SeeAsync("is added");
        await page.OpenBoardAsync(new Uri(page.Url).AbsolutePath + "/draw");
    }

    public static async Task OpenBoardAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("[data-ready]").WaitForAsync();
    }

    public static async Task AddToMapAsync(this IPage page, string kind, string name)
    {
        await page.SendAdditionAsync(kind, name);
        await page.HearAsync($"Added the {kind.ToLowerInvariant()} {name}");
    }

    /// <summary>Fills in and sends what is to be added, and does not wait for the answer.</summary>
    public static async Task SendAdditionAsync(this IPage page, string kind, string name)
    {
        await page.ChooseAsync("What", kind);
        await page.FillInAsync("Name of what is added", name);
        await page.ChooseAsync("People come from", "Nowhere yet");
        await page.PressAsync("Add it");
    }

    /// <summary>Waits until it is announced.</summary>
    public static Task HearAsync(this IPage page, string words) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = words }).First.WaitForAsync();

    /// <summary>Waits until it is said with urgency.</summary>
    public static Task HearAlarmAsync(this IPage page, string words) => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = words }).First.WaitForAsync();

    public static Task HasFocusAsync(this IPage page, string name) => page.Locator($"[role=button][aria-label^='{name}']:focus").WaitForAsync();

    public static ILocator Box(this IPage page, string name) => page.Locator($"[role=button][aria-label*=': {name}']").First;

    public static ILocator Stages(this IPage page) => page.Locator("[role=button][aria-label^='Stage ']");

    public static async Task<(float X, float Y)> MiddleAsync(ILocator thing)
    {
        await thing.ScrollIntoViewIfNeededAsync();
        var place = (await thing.BoundingBoxAsync())!;
        return (place.X + (place.Width / 2), place.Y + (place.Height / 2));
    }

    public static async Task<ILocator> HandleAsync(this IPage page, string name)
    {
        await page.Box(name).HoverAsync();
        return page.Box(name).Locator(".canvas-handle");
    }

    public static async Task DragAsync(this IPage page, ILocator thing, (float X, float Y) to)
    {
        var (x, y) = await MiddleAsync(thing);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 10 });
        await page.Mouse.UpAsync();
    }
}
