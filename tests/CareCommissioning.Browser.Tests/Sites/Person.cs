using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Sites;

/// <summary>What people do on a page, by the words they see.</summary>
internal static class Person
{
    public static Task FillInAsync(this IPage page, string label, string text) => page.Locator("main").GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public static Task ChooseAsync(this IPage page, string label, string option) => page.Locator("main").GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    public static Task TypeDateAsync(this IPage page, string legend, DateOnly day) => page.InGroupAsync(legend, async group =>
    {
        await group.GetByLabel("Day").FillAsync(day.Day.ToString());
        await group.GetByLabel("Month").FillAsync(day.Month.ToString());
        await group.GetByLabel("Year").FillAsync(day.Year.ToString());
    });

    public static Task PressAsync(this IPage page, string button) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public static Task FollowAsync(this IPage page, string link) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    /// <summary>What looks like a button, be it one or a link.</summary>
    public static Task FollowOrPressAsync(this IPage page, string words) =>
        page.Locator("main .nhsuk-button").GetByText(words, new() { Exact = true }).First.ClickAsync();

    /// <summary>Waits for the page with this heading.</summary>
    public static Task ReadAsync(this IPage page, string heading) => page.Locator("h1").GetByText(heading).WaitForAsync();

    /// <summary>Waits for these words in the main part.</summary>
    public static Task SeeAsync(this IPage page, string words) => page.Locator("main").GetByText(words).First.WaitForAsync();

    /// <summary>The words of the main part, white space folded.</summary>
    public static async Task<string> TextAsync(this IPage page) =>
        string.Join(' ', (await page.Locator("main").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Gives address and password, and accepts the rules of use where they are asked.</summary>
    public static async Task SignInAsync(this IPage page, string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.GiveAsync(email, password);
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
        if (page.Url.Contains("/account/acceptable-use", StringComparison.Ordinal))
        {
            await page.AcceptRulesAsync();
            await page.WaitForURLAsync(url => !url.Contains("/account/acceptable-use", StringComparison.Ordinal));
        }
    }

    public static async Task GiveAsync(this IPage page, string email, string password)
    {
        await page.FillInAsync("E-mail address", email);
        await page.FillInAsync("Password", password);
        await page.PressAsync("Sign in");
    }

    public static async Task AcceptRulesAsync(this IPage page)
    {
        await page.GetByLabel("I have read the rules and accept them").CheckAsync();
        await page.PressAsync("Continue");
    }

    public static Task SignOutAsync(this IPage page) => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

    private static Task InGroupAsync(this IPage page, string legend, Func<ILocator, Task> does) => does(page.GetByRole(AriaRole.Group, new() { Name = legend }));
}
