using CareCommissioning.Browser.Tests.Browsers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareCommissioning.Browser.Tests;

/// <summary>The fixture sees what it is there to see; tried on pages whose faults are known.</summary>
[Collection(BrowserTests.Name)]
public sealed class BrowserFixtureTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string Faulty = """
        <img src="/dot.svg"><p class="pale">Hardly to be read</p>
        <a href="/a" class="tiny">a</a><a href="/b" class="tiny">b</a>
        """;

    private WebApplication? _site;

    private string Address => _site!.Urls.Single();

    public static TheoryData<Device> Devices => [.. Enum.GetValues<Device>()];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        _site = builder.Build();
        _site.Urls.Add("http://127.0.0.1:0");
        _site.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return next(context);
        });
        _site.MapGet("/favicon.ico", () => Results.NoContent());
        _site.MapGet("/dot.svg", () => Results.Text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/svg+xml"));
        _site.MapGet("/look.css", () => Results.Text("body{color:#000;background:#fff} .pale{color:#ccc} .tiny{display:block;font-size:8px;line-height:8px;width:8px}", "text/css"));
        _site.MapGet("/clean", () => Page("<p>Nothing is wrong here. <a href='/clean'>Read this again</a></p>"));
        _site.MapGet("/faulty", () => Page(Faulty));
        _site.MapGet("/noscript", () => Page("<noscript><p id='told'>Works without JavaScript</p></noscript>"));
        _site.MapGet("/inline", () => Page("<script>document.title = 'not allowed'</script>"));
        _site.MapGet("/throws.js", () => Results.Text("throw new Error('from the script')", "text/javascript"));
        _site.MapGet("/throws", () => Page("<script src='/throws.js'></script>"));
        _site.MapGet("/lost-picture", () => Page("<img src='/nowhere.svg' alt='Nowhere'>"));
        _site.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return context.Response.WriteAsync("Not here");
        });
        _site.MapGet("/cookie", (HttpContext context) =>
        {
            context.Response.Cookies.Append("__Host-visit", "kept", new CookieOptions { Secure = true, HttpOnly = true, Path = "/" });
            return Page($"<p>{context.Request.Cookies["__Host-visit"] ?? "none"}</p>");
        });
        await _site.StartAsync();
    }

    public async Task DisposeAsync() => await _site!.DisposeAsync();

    [Theory]
    [MemberData(nameof(Devices))]
    public Task Axe_passes_a_clean_page_on(Device device) => browser.VisitAsync(device, Address, async page =>
    {
        await page.GotoAsync("/clean");
        await page.AxeShouldBeClean();
    });

    [Theory]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task Axe_finds_planted_faults_on(Device device)
    {
        var failure = await Assert.ThrowsAsync<ShouldAssertException>(() => browser.VisitAsync(device, Address, async page =>
        {
            await page.GotoAsync("/faulty");
            await page.AxeShouldBeClean();
        }));

        failure.Message.ShouldContain("axe found 3 violations on " + Address + "/faulty");
        failure.Message.ShouldContain("image-alt (critical)");
        failure.Message.ShouldContain("color-contrast (serious)");
        failure.Message.ShouldContain("target-size (serious)");
        failure.Message.ShouldContain("<p class=\"pale\">");
    }

    [Theory]
    [InlineData("/inline", "Content Security Policy")]
    [InlineData("/throws", "from the script")]
    [InlineData("/lost-picture", "404")]
    public async Task Complaint_of_the_browser_fails_the_visit_and_leaves_a_picture(string path, string complaint)
    {
        var picture = Path.Combine(BrowserFixture.PictureFolder, nameof(Complaint_of_the_browser_fails_the_visit_and_leaves_a_picture) + "-Desktop.png");
        Directory.CreateDirectory(BrowserFixture.PictureFolder);
        File.Delete(picture);

        var failure = await Should.ThrowAsync<BrowserComplaintException>(() => browser.VisitAsync(Device.Desktop, Address, page => page.GotoAsync(path)));

        failure.Message.ShouldContain(complaint);
        File.Exists(picture).ShouldBeTrue();
        File.Delete(picture);
    }

    [Fact]
    public Task Page_that_is_not_there_is_no_complaint() => browser.VisitAsync(Device.Desktop, Address, async page =>
        (await page.GotoAsync("/not-there"))!.Status.ShouldBe(404));

    [Theory]
    [InlineData(Device.Desktop, 1280, false), InlineData(Device.Phone, 390, false), InlineData(Device.Zoomed, 320, false), InlineData(Device.ForcedColours, 1280, true)]
    public Task Device_is_as_wide_and_coloured_as_it_says(Device device, int width, bool forced) => browser.VisitAsync(device, Address, async page =>
    {
        await page.GotoAsync("/clean");
        (await page.EvaluateAsync<int>("innerWidth")).ShouldBe(width);
        (await page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches")).ShouldBe(forced);
    });

    [Fact]
    public Task Without_script_the_page_is_told_so() => browser.VisitAsync(Device.WithoutScript, Address, async page =>
    {
        await page.GotoAsync("/noscript");
        (await page.TextContentAsync("#told")).ShouldBe("Works without JavaScript");
    });

    /// <summary>The product's cookies carry this name also where it is tried out without a certificate.</summary>
    [Fact]
    public Task Host_cookie_is_kept_on_the_machine_itself() => browser.VisitAsync(Device.Desktop, Address, async page =>
    {
        await page.GotoAsync("/cookie");
        await page.GotoAsync("/cookie");
        (await page.TextContentAsync("p")).ShouldBe("kept");
    });

    private static IResult Page(string content) => Results.Text($"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Page of a test</title><link rel="stylesheet" href="/look.css"></head><body><main><h1>Page of a test</h1>{content}</main></body></html>
        """, "text/html");
}
