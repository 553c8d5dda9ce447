using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.Everybody;

/// <summary>The telephone rings while somebody is typing; somebody leaves a shared computer.</summary>
[Collection(BrowserTests.Name)]
public sealed class SessionTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Admin = "admin@liverpool.demo.example";

    private readonly FakeClock _clock = new(TimeProvider.System.GetUtcNow());
    private LiveSite? _site;

    private LiveSite Site => _site!;

    public async Task InitializeAsync() => _site = LiveSite.Open(browser, await CareTestDatabase.DemonstrationAsync(), _clock);

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact, Requirement("C42")]
    public Task Two_minutes_before_the_end_the_person_is_asked_and_may_stay() => Site.VisitAsync(Device.Desktop, null, async page =>
    {
        await page.Clock.InstallAsync();
        await page.SignInAsync(Admin, DemoSeeder.SignInWord);
        await page.GotoAsync("/localities/new");
        await page.FillInAsync("Name", "Half a na");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" });
        (await dialog.IsVisibleAsync()).ShouldBeFalse();

        await PassAsync(page, TimeSpan.FromMinutes(13.5));
        await dialog.WaitForAsync();
        (await dialog.InnerTextAsync()).ShouldContain("You will be signed out in");
        await page.AxeShouldBeClean();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // It was no empty promise: without it, the session would now be over.
        await PassAsync(page, TimeSpan.FromMinutes(10));
        await page.PressAsync("Add");
        await page.ReadAsync("Localities");
        (await page.TextAsync()).ShouldContain("Half a na");
    });

    [Fact, Requirement("C42")]
    public Task Escape_means_stay() => Site.VisitAsync(Device.Desktop, null, async page =>
    {
        await page.Clock.InstallAsync();
        await page.SignInAsync(Admin, DemoSeeder.SignInWord);
        await page.GotoAsync("/");
        await PassAsync(page, TimeSpan.FromMinutes(14));
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" });
        await dialog.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.ReloadAsync();
        await page.ReadAsync("Accounts and organisations");
    });

    [Fact, Requirement("C42")]
    public Task What_a_script_does_for_a_person_counts_in_their_other_tabs_too() => Site.VisitAsync(Device.Desktop, null, async page =>
    {
        await page.Clock.InstallAsync();
        await page.SignInAsync(Admin, DemoSeeder.SignInWord);
        await page.GotoAsync("/localities/new");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/localities");
        await PassAsync(page, TimeSpan.FromMinutes(10));
        await other.EvaluateAsync("() => { window.told = new Promise(done => new BroadcastChannel('care-session').addEventListener('message', () => done())); }");
        await page.EvaluateAsync("document.dispatchEvent(new Event('care-used'))");
        await other.EvaluateAsync("window.told");
        await PassAsync(page, TimeSpan.FromMinutes(5));
        (await other.GetByRole(AriaRole.Dialog).IsVisibleAsync()).ShouldBeFalse();
        await PassAsync(page, TimeSpan.FromMinutes(8));
        await other.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" }).WaitForAsync();
    });

    [Fact, Requirement("C42"), Asvs("V7.3.2")]
    public Task Whatever_is_done_the_person_is_told_before_the_longest_session_ends() => Site.VisitAsync(Device.Desktop, null, async page =>
    {
        await page.Clock.InstallAsync();
        await page.SignInAsync(Admin, DemoSeeder.SignInWord);
        await Site.Database.BehindTheScenesAsync<object>("update care.sessions set started_at = started_at - interval '7 hours 50 minutes'");
        await page.GotoAsync("/localities/new");
        await PassAsync(page, TimeSpan.FromMinutes(5));
        await page.EvaluateAsync("document.dispatchEvent(new Event('care-used'))");
        await PassAsync(page, TimeSpan.FromMinutes(3.5));
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" }).WaitForAsync();
    });

    [Theory, Requirement("C42")]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public Task What_was_typed_comes_back_after_signing_in_again(Device device) => Site.VisitAsync(device, null, async page =>
    {
        var name = $"Speke, Garston & “Hunts Cross” {device}";
        await page.SignInAsync(Admin, DemoSeeder.SignInWord);
        await page.GotoAsync("/localities/new");
        await page.FillInAsync("Name", name);
        _clock.Advance(TimeSpan.FromMinutes(20));

        await page.PressAsync("Add");
        await page.ReadAsync("Your session has ended");
        await page.AxeShouldBeClean();
        await page.GiveAsync(Admin, "not the password");
        await page.SeeAsync("Your session had ended. What you typed is kept");
        await page.GiveAsync(Admin, DemoSeeder.SignInWord);
        await page.ReadAsync("Your answers were kept");
        await page.AxeShouldBeClean();
        await page.PressAsync("Send my answers again");
        await page.ReadAsync("Localities");
        (await page.TextAsync()).ShouldContain(name);
    });

    [Fact, Asvs("V14.3.1", "V14.3.3"), Requirement("C47")]
    public Task Nothing_is_left_on_a_shared_computer() => Site.VisitAsync(Device.Desktop, null, async page =>
    {
        await page.SignInAsync(Admin, DemoSeeder.SignInWord);
        await page.GotoAsync("/admin/accounts");
        await page.GotoAsync("/organisations");
        await page.SignOutAsync();
        await page.ReadAsync("You have signed out");
        (await LeftBehindAsync(page)).ShouldBe("");
        (await page.Context.CookiesAsync()).Where(cookie => cookie.Name.Contains("session", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

        for (var steps = 0; steps < 3; steps++)
        {
            await page.GoBackAsync();
            (await page.Locator("body").InnerTextAsync()).ShouldNotContain("Brook Lane");
            (await page.Locator("body").InnerTextAsync()).ShouldNotContain("Priya Chandra");
        }
    });

    // Storage of every kind the browser gives to pages.
    private static Task<string> LeftBehindAsync(IPage page) => page.EvaluateAsync<string>("""
        async () => [
          ...Object.keys(localStorage), ...Object.keys(sessionStorage),
          ...(await indexedDB.databases()).map(database => database.name),
          ...('caches' in window ? await caches.keys() : []),
        ].join()
        """);

    private async Task PassAsync(IPage page, TimeSpan time)
    {
        _clock.Advance(time);
        await page.Clock.FastForwardAsync((long)time.TotalMilliseconds);
    }
}
