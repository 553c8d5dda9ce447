using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.Commissioner;

/// <summary>Priya draws in haste, over a bad line, with others at the same map, and on a computer that somebody else signs in to.</summary>
[Collection(BrowserTests.Name)]
public sealed class DrawingUnderDifficultyTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Priya = "pct@liverpool.demo.example";
    private const string Colleague = "council@liverpool.demo.example";

    private LiveSite? _site;

    private LiveSite Site => _site!;

    public async Task InitializeAsync() => _site = LiveSite.Open(browser, await CareTestDatabase.DemonstrationAsync());

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact, Requirement("S0-012"), Asvs("V7.4.1")]
    public Task What_was_not_saved_when_a_session_ended_is_never_saved_as_somebody_else() => DrawAsync(async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        var another = await page.Context.NewPageAsync();
        await another.GotoAsync("/");
        await another.SignOutAsync();
        await another.ReadAsync("You have signed out");

        await page.SendAdditionAsync("Step", "Ward");
        await page.HearAlarmAsync("Your session has ended. What you did last is not saved yet; it is kept here.");
        await another.SignInAsync(Colleague, DemoSeeder.SignInWord);
        await page.PressAsync("Try again");
        await page.HearAlarmAsync("Somebody else is signed in in this browser now. What you did last was not saved; it is kept here. Sign in again as yourself");
        await page.AxeShouldBeClean();
        await page.PressAsync("Undo");
        await page.HearAlarmAsync("The last 2 things you did were not saved");
        await another.OpenBoardAsync(new Uri(page.Url).AbsolutePath);
        (await another.Box("Ward").CountAsync()).ShouldBe(0);

        await another.SignOutAsync();
        await another.ReadAsync("You have signed out");
        await another.SignInAsync(Priya, DemoSeeder.SignInWord);
        await page.PressAsync("Try again");
        await page.HearAsync("Undid: Added the step Ward. Saved.");
        (await page.Locator("[data-trouble]").IsVisibleAsync()).ShouldBeFalse();
        await page.Box("Clinic").WaitForAsync();
    });

    [Fact, Requirement("S0-012")]
    public Task Pressed_twice_before_the_first_is_answered_undo_and_moving_go_two_steps() => DrawAsync(async page =>
    {
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            await page.AddToMapAsync("Step", name);
        }

        await page.Box("One").FocusAsync();
        await TwiceAsync(page, "Place", "Shift+ArrowDown");
        await page.HearAsync("Put the step One elsewhere in its stage. Saved.");
        await page.WaitForFunctionAsync("() => !document.querySelector('.care-draw--saving')");
        (await page.Locator("[data-board] [role=button]").EvaluateAllAsync<string[]>("all => all.map(it => it.getAttribute('aria-label')).filter(it => it.startsWith('Step')).map(it => it.slice(6).split('.')[0])"))
            .ShouldBe(["Two", "Three", "One"]);

        await TwiceAsync(page, "Remove", "Delete");
        await page.HearAsync("Took the step One off the map. Saved. It is no longer on the map");
        await page.HasFocusAsync("Step: Three");

        // Held down, the key takes away one box and not the next that gets the focus.
        await page.Keyboard.DownAsync("Delete");
        await page.HearAsync("Took the step Three off the map. Saved.");
        await page.HasFocusAsync("Step: Two");
        await page.Keyboard.DownAsync("Delete");
        await page.Keyboard.UpAsync("Delete");
        await TwiceAsync(page, "Undo", "Control+z");
        await page.HearAsync("Undid: Took the step One off the map. Saved.");
    });

    [Fact, Requirement("S0-012")]
    public Task What_cannot_be_sent_is_told_kept_and_sent_again_without_keeping_anybody_signed_in() => DrawAsync(async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.RouteAsync("**/draw?handler=**", route => route.AbortAsync());
        await page.SendAdditionAsync("Step", "Ward");
        await page.HearAlarmAsync("The service cannot be reached. What you did last is not saved yet; it is kept here.");

        var retried = page.WaitForRequestAsync(request => request.Url.Contains("handler=Scene", StringComparison.Ordinal));
        (await (await retried).HeaderValueAsync("care-watching")).ShouldBe("1");
        await page.UnrouteAllAsync();
        var asked = page.WaitForRequestAsync(request => request.Url.Contains("handler=Scene", StringComparison.Ordinal) && !request.Headers.ContainsKey("care-watching"));
        await page.PressAsync("Try again");
        await asked;
        await page.HearAsync("Added the step Ward. Saved.");
        await page.Locator("[data-board] :focus").WaitForAsync();

        // Whatever else the answer is, it is told, and nothing is lost.
        foreach (var (status, words) in new[] { (429, "The service did not take what you did last."), (401, "Your session has ended."), (403, "You may not draw on this map"), (404, "This version can no longer be drawn on"), (503, "The service cannot be reached.") })
        {
            await page.RouteAsync("**/draw?handler=Add", route => route.FulfillAsync(new() { Status = status }));
            await page.SendAdditionAsync("Step", $"Unit {status}");
            await page.HearAlarmAsync(words);
            await page.HearAlarmAsync("What you did last is not saved yet; it is kept here.");
            await page.UnrouteAllAsync();
            await page.PressAsync("Try again");
            await page.HearAsync($"Added the step Unit {status}. Saved.");
        }
    });

    [Fact, Requirement("S0-012")]
    public Task What_another_called_otherwise_is_shown_and_may_then_be_overruled() => DrawAsync(async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.FillInAsync("Name", "Day clinic");
        await Site.VisitAsync(Device.Desktop, null, async other =>
        {
            await other.SignInAsync(Colleague, DemoSeeder.SignInWord);
            await other.OpenBoardAsync(new Uri(page.Url).AbsolutePath);
            await other.Box("Clinic").ClickAsync();
            await other.FillInAsync("Name", "Surgery");
            await other.PressAsync("Rename");
            await other.HearAsync("Renamed the step Clinic to Surgery. Saved.");
        });

        await page.PressAsync("Rename");
        await page.HearAlarmAsync("Somebody else changed this meanwhile. It says “Surgery” now: press the button again to put yours in its place");
        await page.AxeShouldBeClean();
        (await page.GetByLabel("Name", new() { Exact = true }).InputValueAsync()).ShouldBe("Day clinic");
        await page.PressAsync("Rename");
        await page.HearAsync("Renamed the step Surgery to Day clinic. Saved.");
    });

    [Fact, Requirement("S0-012")]
    public Task What_is_typed_stays_while_other_things_are_answered_and_a_refusal_stands_at_its_field() => DrawAsync(async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.AddToMapAsync("Step", "Ward");

        // The answer to one thing does not clear the field in which the next is being typed.
        await HoldAsync(page, "Undo", async () =>
        {
            await page.PressAsync("Undo");
            await page.FillInAsync("Name of what is added", "Day unit");
        });
        await page.HearAsync("Undid: Added the step Ward. Saved.");
        (await page.GetByLabel("Name of what is added").InputValueAsync()).ShouldBe("Day unit");

        await page.FillInAsync("Name of what is added", "");
        await page.PressAsync("Add it");
        await page.Locator(".nhsuk-form-group--error").Filter(new() { HasText = "Name of what is added" }).Filter(new() { HasText = "Enter a name" }).WaitForAsync();
        (await page.GetByLabel("Name of what is added").EvaluateAsync<bool>("it => it === document.activeElement")).ShouldBeTrue();

        // Renamed again before the first answer: one does not stand in one's own way.
        await page.AddToMapAsync("Step", "Ward");
        await HoldAsync(page, "Rename", async () =>
        {
            await page.FillInAsync("Name", "Acute ward");
            await page.PressAsync("Rename");
            await page.FillInAsync("Name", "Ward 9");
            await page.PressAsync("Rename");
        });
        await page.HearAsync("Renamed the step Acute ward to Ward 9. Saved.");

        // Refused after something else was selected, it is said with what was typed.
        await page.FillInAsync("Name", "Clinic");
        await HoldAsync(page, "Rename", async () =>
        {
            await page.PressAsync("Rename");
            await page.Box("Clinic").ClickAsync();
        });
        await page.HearAlarmAsync("“Clinic” was not saved. This name is there already: enter another one");
    });

    [Fact, Requirement("S0-012")]
    public Task An_older_picture_that_comes_late_is_not_put_over_a_newer_one() => DrawAsync(async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        var (asked, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await page.RouteAsync("**/draw?handler=Scene&*always=false", async route =>
        {
            // Asked as one who knows nothing yet, so that there is an answer, which is then held up.
            var answer = await route.FetchAsync(new() { Url = route.Request.Url.Replace("always=false", "always=true", StringComparison.Ordinal) });
            asked.TrySetResult();
            await goOn.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
        await asked.Task;
        await page.AddToMapAsync("Step", "Ward");
        var came = page.WaitForResponseAsync(response => response.Url.Contains("always=false", StringComparison.Ordinal));
        goOn.SetResult();
        await (await came).FinishedAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        (await page.Box("Ward").CountAsync()).ShouldBe(1);
    });

    [Fact, Requirement("S0-012")]
    public Task The_keyboard_always_has_a_place_on_the_page() => DrawAsync(async page =>
    {
        await page.AddToMapAsync("Step", "Clinic");
        await page.AddToMapAsync("Exit", "Well");
        await page.Locator("[data-board]").DblClickAsync(new() { Position = new() { X = 2, Y = 2 } });
        (await page.Locator("[data-heading]:focus").CountAsync()).ShouldBe(0);
        await page.Box("Clinic").ClickAsync();
        await page.ChooseAsync("People go on to", "Well");

        // With the last box connected the list is gone, and the button with it.
        await page.PressAsync("Connect");
        await page.HearAsync("Added the move Clinic to Well. Saved.");
        await page.Locator("[data-heading]:focus").WaitForAsync();

        await page.PressAsync("To Well, share not said");
        await page.FillInAsync("Share of those who leave, in per cent", "80");
        await page.PressAsync("Save the share");
        await page.HearAsync("to 80 %. Saved.");
        (await page.Locator("[data-board] [tabindex='0']").CountAsync()).ShouldBe(1);
        await page.PressAsync("Back to it on the picture");
        await page.HasFocusAsync("Step: Clinic");

        await page.Keyboard.PressAsync("c");
        await page.HearAsync("Connecting Clinic.");
        await page.GetByLabel("Name of what is added").FocusAsync();
        await page.Box("Well").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-heading]:focus").WaitForAsync();

        await page.PressAsync("Take it off the map");
        await page.HearAsync("Took the exit Well off the map. Saved.");
        await page.Locator("[data-heading]:focus").WaitForAsync();
    });

    private Task DrawAsync(Func<IPage, Task> draw) => Site.VisitAsync(Device.Desktop, null, async page =>
    {
        await page.SignInAsync(Priya, DemoSeeder.SignInWord);
        await page.BeginToDrawAsync("Drawn under difficulty");
        await draw(page);
    });

    /// <summary>Presses a key a second time while the first is still under way to the server.</summary>
    private static Task TwiceAsync(IPage page, string handler, string key) => HoldAsync(page, handler, async () =>
    {
        await page.Keyboard.PressAsync(key);
        await page.Keyboard.PressAsync(key);
    });

    /// <summary>Lets something be done while what is sent is held up on its way.</summary>
    private static async Task HoldAsync(IPage page, string handler, Func<Task> meanwhile)
    {
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var address = $"**/draw?handler={handler}";
        await page.RouteAsync(address, async route =>
        {
            await goOn.Task;
            await route.ContinueAsync();
        });
        await meanwhile();
        goOn.SetResult();
        await page.UnrouteAsync(address);
    }
}
