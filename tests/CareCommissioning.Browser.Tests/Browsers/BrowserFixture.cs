using System.Runtime.CompilerServices;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Testing.Databases;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Browsers;

/// <summary>Tests that share one browser: <c>[Collection(BrowserTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>One browser for all tests; each visit is a person of their own, with no cookies of another's.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>How long a page may take on a busy machine, in milliseconds.</summary>
    private const float Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Task<LiveSite>? _demonstration;

    /// <summary>The demonstration on a port of its own, one for the whole run. Who changes something there does it in a partnership or with a record that no other test reads,
    /// and comes as an account the site remembers: an account is signed in by three browsers at most, so that a fourth sign-in would end the remembered one.</summary>
    public Task<LiveSite> DemonstrationAsync() => _demonstration ??= OpenDemonstrationAsync();

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await InstalledBrowser.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_demonstration is not null)
        {
            await (await _demonstration).DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Lets a person with a device do something, and fails if they fail or if the browser complained on the way.</summary>
    /// <remarks>A complaint is an error in the console, an uncaught exception or a breach of the content security policy. A failed visit leaves a picture in TestResults.</remarks>
    /// <param name="device">What they come with.</param>
    /// <param name="address">Where relative addresses start, such as <c>http://127.0.0.1:5080</c>; null when they only open full ones.</param>
    /// <param name="does">What they do.</param>
    /// <param name="state">Cookies to come with, as a context's storage state; null for somebody new.</param>
    /// <param name="test">Names the picture; filled in by the compiler.</param>
    public async Task VisitAsync(Device device, string? address, Func<IPage, Task> does, string? state = null, [CallerMemberName] string test = "")
    {
        var options = DeviceOptions.For(device, address);
        options.StorageState = state;
        await using var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        var complaints = new BrowserComplaints(context);
        var page = await context.NewPageAsync();
        try
        {
            await does(page);
            complaints.ShouldBeNone();
        }
        catch
        {
            await TakePictureAsync(page, $"{test}-{device}");
            throw;
        }
    }

    /// <summary>Folder of the pictures, beside the project file.</summary>
    public static string PictureFolder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "TestResults"));

    private async Task<LiveSite> OpenDemonstrationAsync() => LiveSite.Open(this, await CareTestDatabase.DemonstrationAsync());

    private static async Task TakePictureAsync(IPage page, string name)
    {
        try
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PictureFolder, name + ".png"), FullPage = true });
        }
        catch (PlaywrightException problem)
        {
            // The test's own failure is the one to report.
            Console.WriteLine($"No picture of {name}: {problem.Message}");
        }
    }
}
