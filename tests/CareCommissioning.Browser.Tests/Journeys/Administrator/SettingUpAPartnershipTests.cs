using CareCommissioning.Browser.Tests.Browsers;
using CareCommissioning.Browser.Tests.Sites;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Testing.Databases;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CareCommissioning.Browser.Tests.Journeys.Administrator;

/// <summary>Amir has the link that the operator's <c>create-admin</c> printed, and an installation with nothing in it.</summary>
[Collection(BrowserTests.Name)]
public sealed class SettingUpAPartnershipTests(BrowserFixture browser)
{
    private const string Amir = "amir.shah@pendle.example";
    private const string Password = "lapwings over grey millstone";

    [Theory, Requirement("S0-006", "S2-063", "C11")]
    [InlineData(Device.Desktop), InlineData(Device.WithoutScript)]
    public async Task From_the_first_link_to_the_first_provider(Device device)
    {
        await using var site = LiveSite.Open(browser, await CareTestDatabase.EmptyAsync(), demonstration: false);
        var link = await InvitedAsync(site.Database);
        await site.VisitAsync(device, null, async page =>
        {
            await page.GotoAsync(link);
            await page.FillInAsync("Password", Password);
            await page.PressAsync("Make my account");
            await page.SignInAsync(Amir, Password);
            await page.ReadAsync("Accounts and organisations");
            (await page.TextAsync()).ShouldContain("0 of 6 steps are done");
            await page.AxeShouldBeClean();
            await EmptyListsAsync(page);

            await page.GotoAsync("/");
            await page.FollowAsync("Localities");
            await page.FillInAsync("Name", "Pendle");
            await page.FillInAsync("Area code (optional)", "E07000122");
            await page.PressAsync("Add");
            await page.ReadAsync("Localities");

            await RegisterAsync(page, "Lancashire County Council", "council", new DateOnly(1974, 4, 1));
            await RegisterAsync(page, "Pennine Edge Mental Health NHS Trust", "nhs-provider", new DateOnly(2002, 4, 1));

            await page.GotoAsync("/");
            await page.FollowAsync("Teams");
            await page.FillInAsync("Name", "Pendle community mental health team");
            await page.FillInAsync("Organisation", "Pennine Edge");
            await page.ChooseAsync("Locality (optional)", "Pendle");
            await page.PressAsync("Add");

            // Part of a name is enough where it fits one organisation; the product says which.
            await page.ReadAsync("Pendle community mental health team");
            (await page.TextAsync()).ShouldContain("Pendle community mental health team of Pennine Edge Mental Health NHS Trust is added");

            await page.GotoAsync("/");
            (await page.TextAsync()).ShouldContain("3 of 6 steps are done");
            await InviteApproverAsync(page);
            await page.GotoAsync("/");
            (await page.TextAsync()).ShouldContain("4 of 6 steps are done. Next: two-step verification");
        });

        (await site.LinkSentToAsync("petra@pennine.example")).ShouldStartWith("/invitations/accept?key=");
    }

    private static async Task RegisterAsync(IPage page, string name, string kind, DateOnly opened)
    {
        await page.GotoAsync("/organisations/new");
        await page.FillInAsync("Name on the day it opened", name);
        await page.Locator("#Form_Kind").SelectOptionAsync(kind);
        await page.TypeDateAsync("When did it open?", opened);
        await page.PressAsync("Register");
        await page.ReadAsync(name);
    }

    private static async Task InviteApproverAsync(IPage page)
    {
        await page.FollowAsync("Approvers");
        await page.FillInAsync("Name", "Petra Lund");
        await page.FillInAsync("Work e-mail address", "petra@pennine.example");
        await page.ChooseAsync("Organisation", "Pennine Edge Mental Health NHS Trust");
        await page.ChooseAsync("Role", "Provider manager");
        await page.GetByLabel("May invite colleagues and change their accounts").CheckAsync();
        await page.PressAsync("Send the invitation");
        await page.ReadAsync("Invitations");
        (await page.TextAsync()).ShouldContain("Petra Lund");
    }

    /// <summary>A list with nothing in it says what will stand there.</summary>
    private static async Task EmptyListsAsync(IPage page)
    {
        foreach (var list in new[] { "/localities", "/teams", "/organisations", "/admin/invitations", "/admin/accounts" })
        {
            await page.GotoAsync(list);
            await page.AxeShouldBeClean();
        }
    }

    /// <summary>What <c>create-admin</c> leaves in the database.</summary>
    private static async Task<string> InvitedAsync(CareTestDatabase database)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var key = SecretKey.New();
        await using var db = database.As(Actor.System);
        var partnership = new Partnership(Guid.CreateVersion7(now), "Pendle", "pendle");
        var kind = await db.OrganisationKinds.SingleAsync(k => k.Code == "icb");
        var organisation = Organisation.Register(Guid.CreateVersion7(now), partnership.Id, kind, "NHS Pendle", null, today).Value!;
        db.Partnerships.Add(partnership);
        db.Organisations.Add(organisation);
        db.Invitations.Add(new Invitation(Guid.CreateVersion7(now), Amir, "Amir Shah", organisation.Id, Role.SystemAdministrator, isApprover: true, today, null, key.Hash, null, now));
        await db.SaveChangesAsync();
        return $"/invitations/accept?key={key.Text}";
    }
}
