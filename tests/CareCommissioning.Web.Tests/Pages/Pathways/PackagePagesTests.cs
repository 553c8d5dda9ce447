using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Pathways;

/// <summary>Care packages (S2-020), and what NHS and council do, pay for and watch together (S2-003).</summary>
public sealed class PackagePagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S2-020")]
    public async Task A_package_is_put_together_from_steps_and_stands_beside_the_others()
    {
        var (pct, provider) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        var pathway = await DemonstrationAsync();
        var (ward, work) = (await StepAsync(pathway, "Acute inpatient ward"), await StepAsync(pathway, "Employment support"));
        var form = (await pct.GetAsync($"{PathwayLinks.Packages(pathway)}/new")).Form().With("Form.Name", "A week on the ward");
        (await form.SendAsync()).Errors.ShouldBe(["Say how much of at least one step is in the package"]);
        var refused = await form.With($"Form.Quantities[{ward}]", "100").With($"Form.Quantities[{work}]", "1.234").SendAsync();
        refused.Errors.Count.ShouldBe(2);
        refused.Errors.ShouldAllBe(error => error.Contains("enter a number from 0 to 99", StringComparison.Ordinal));
        refused.Form()[$"Form.Quantities[{ward}]"].ShouldBe("100");
        (await refused.Form().With($"Form.Quantities[{ward}]", "7").With($"Form.Quantities[{work}]", "").SendAsync()).Done.ShouldBe("The care package is added");
        (await (await pct.GetAsync($"{PathwayLinks.Packages(pathway)}/new")).Form().With("Form.Name", "A week on the ward").With($"Form.Quantities[{ward}]", "7").SendAsync()).Errors.ShouldBe(["There is a package of this name: choose another"]);

        var seen = await provider.GetAsync(PathwayLinks.Packages(pathway));
        var rows = seen.Rows("Quality and productivity");
        rows.ShouldContain(row => row[0] == "A week on the ward" && row[1].StartsWith('£') && row[2] == "Not measured" && row[4] == "1 of 1");
        rows.ShouldContain(row => row[0] == "At home after a crisis" && row[2].EndsWith('%') && row[4].EndsWith("of 3", StringComparison.Ordinal));
        seen.Document.QuerySelectorAll("a[href$='/change']").ShouldBeEmpty();
        (await provider.GetAsync($"{PathwayLinks.Packages(pathway)}/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await demonstration.AsAsync("pct@eastlancs")).GetAsync(PathwayLinks.Packages(pathway))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("S2-020")]
    public async Task A_package_is_changed_and_removed_and_the_second_who_saves_sees_what_the_first_did()
    {
        var (pct, council) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("council@liverpool"));
        var pathway = await DemonstrationAsync();
        var link = (await pct.GetAsync(PathwayLinks.Packages(pathway))).Document.QuerySelectorAll("a[href$='/change']")[^1].GetAttribute("href")!;
        var (mine, theirs) = ((await pct.GetAsync(link)).Form(), (await council.GetAsync(link)).Form());
        (await theirs.With("Form.ForWhom", "Everybody").SendAsync()).Done.ShouldBe("The care package is changed");
        var late = await mine.With("Form.ForWhom", "Few").SendAsync();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Everybody");
        late.Form()["Form.ForWhom"].ShouldBe("Few");
        (await (await pct.GetAsync(link)).Form("form[action*=Remove]").SendAsync()).Done.ShouldBe("The care package is removed");
        (await pct.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("S2-003")]
    public async Task What_is_joint_is_told_among_the_figures_and_a_joint_indicator_has_an_owner_on_both_sides()
    {
        var pct = await demonstration.AsAsync("pct@liverpool");
        var pathway = await DemonstrationAsync();
        var figures = await pct.GetAsync(PathwayLinks.Of(pathway, 2, "figures"));
        figures.Text.ShouldMatch(@"Done by NHS and council together ?\d+ of \d+ steps");
        figures.Text.ShouldMatch(@"Paid for by both ?[1-9]\d* of \d+ steps, \d+% of the cost");
        figures.Text.ShouldMatch(@"Joint indicators ?2 of 8 benefits");

        var benefit = await (await pct.GetAsync($"{PathwayLinks.Benefits(pathway)}/new")).Form()
            .With("Form.Description", "People keep their flat").With("Form.Type", "HealthOutcome").With("Form.Measure", "Tenancies kept").With("Form.Unit", "% of tenancies").With("Form.Better", "More")
            .With("Form.CoOwner", await AccountAsync("council")).SendAsync();
        benefit.Done.ShouldBe("The benefit is proposed");
        benefit.Text.ShouldContain("Priya Chandra, together with Colin Underwood");
        (await pct.GetAsync(PathwayLinks.Of(pathway, 2, "figures"))).Text.ShouldMatch(@"Joint indicators ?3 of 9 benefits");
        var alone = (await pct.GetAsync($"{benefit.Url}/change")).Form().With("Form.CoOwner", await AccountAsync("pct"));
        (await alone.SendAsync()).Errors.ShouldBe(["Choose somebody else than the owner"]);
    }

    private async Task<Guid> DemonstrationAsync()
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Pathways.Where(p => p.Name == "Schizophrenia").Select(p => p.Id).SingleAsync();
    }

    private async Task<Guid> StepAsync(Guid pathway, string name)
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return (await db.PathwayVersions.AsNoTracking().SingleAsync(v => v.PathwayId == pathway && v.Number == 2)).Map.Steps.Single(step => step.Name == name).Id;
    }

    private async Task<string> AccountAsync(string who) => (await (await demonstration.HostAsync()).Database.ActorAsync($"{who}@liverpool.demo.example")).AccountId.ToString()!;
}
