using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Persistence.DemoData;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Web.Access;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.Approver;

/// <summary>Helen, who approves accounts at the NHS commissioner, needs Dr Okafor to rate people's needs from today on.</summary>
[Collection(BrowserTests.Name)]
public sealed class InvitingAColleagueTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Helen = "head@eastlancs.demo.example";
    private const string DoctorsPassword = "seven herons on the weir";

    private LiveSite? _site;

    private LiveSite Site => _site!;

    public async Task InitializeAsync() => _site = LiveSite.Open(browser, await CareTestDatabase.DemonstrationAsync(), demonstration: false);

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Theory, Requirement("C11", "C42", "C46"), Asvs("V6.4.1", "V6.6.2")]
    [InlineData(Device.Desktop), InlineData(Device.Phone), InlineData(Device.WithoutScript)]
    public async Task A_doctor_is_invited_and_begins_to_work(Device device)
    {
        var address = $"n.okafor.{device}@eastlancs.example".ToLowerInvariant();
        await Site.VisitAsync(device, null, async page =>
        {
            await page.SignInAsync(Helen, DemoSeeder.SignInWord);
            await InviteAsync(page, device, address);
            await page.SignOutAsync();
            await page.ReadAsync("You have signed out");
        });

        var link = await Site.LinkSentToAsync(address);
        await Site.VisitAsync(device, null, async page =>
        {
            await page.GotoAsync(link);
            await page.ReadAsync("Your account");
            (await page.TextAsync()).ShouldContain("Independent clinician");
            await page.FillInAsync("Password", "password1234");
            await page.PressAsync("Make my account");
            await page.Locator(".nhsuk-error-summary").WaitForAsync();
            await page.AxeShouldBeClean();
            await page.FillInAsync("Password", DoctorsPassword);
            await page.PressAsync("Make my account");
            await page.ReadAsync("Sign in");
            await page.GiveAsync(address, DoctorsPassword);

            var key = await SetTwoStepUpAsync(page);
            await page.ReadAsync("Recovery codes");
            await page.AxeShouldBeClean();
            (await page.Locator("main li code").CountAsync()).ShouldBe(10);
            await page.FollowOrPressAsync("I have printed them: continue");
            await page.ReadAsync("Rules of use");
            await page.AxeShouldBeClean();
            await page.AcceptRulesAsync();
            await page.ReadAsync("People to rate");

            // The next morning: the password alone is not enough.
            await page.SignOutAsync();
            await page.GotoAsync("/sign-in");
            await page.GiveAsync(address, DoctorsPassword);
            await page.ReadAsync("Two-step verification");
            await page.AxeShouldBeClean();
            await page.GotoAsync("/organisations");
            await page.ReadAsync("Two-step verification");
            await page.FillInAsync("Code", Authenticator.Code(key, Authenticator.StepOf(TimeProvider.System.GetUtcNow()) + 1));
            await page.PressAsync("Continue");
            await page.ReadAsync("Organisations");
        });

        // The link has done its work.
        await Site.VisitAsync(device, null, async page =>
        {
            await page.GotoAsync(link);
            await page.ReadAsync("This link does not work");
            await page.AxeShouldBeClean();
        });
    }

    private static async Task InviteAsync(IPage page, Device device, string address)
    {
        await page.GotoAsync("/admin/invitations");
        await page.FollowOrPressAsync("Invite somebody");
        await page.FillInAsync("Name", $"Dr Ngozi Okafor {device}");
        await page.FillInAsync("Work e-mail address", address);
        await page.ChooseAsync("Role", "Independent clinician");
        await page.PressAsync("Send the invitation");
        await page.ReadAsync("Invitations");
        (await page.TextAsync()).ShouldContain(address);
        await page.AxeShouldBeClean();
    }

    // The authenticator app is this test: it reads the key and makes the code.
    private static async Task<string> SetTwoStepUpAsync(IPage page)
    {
        await page.ReadAsync("Set up two-step verification");
        var key = (await page.Locator("main code").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.FillInAsync("Code", "000000");
        await page.PressAsync("Continue");
        await page.Locator(".nhsuk-error-summary").WaitForAsync();
        await page.AxeShouldBeClean();
        await page.FillInAsync("Code", Authenticator.Code(key, Authenticator.StepOf(TimeProvider.System.GetUtcNow())));
        await page.PressAsync("Continue");
        return key;
    }
}
