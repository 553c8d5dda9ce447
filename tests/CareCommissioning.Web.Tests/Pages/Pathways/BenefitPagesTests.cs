using System.Net;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Pathways;

/// <summary>What a pathway is to bring, and what people tell of it (S0-040, S0-047).</summary>
public sealed class BenefitPagesTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S0-040", "S0-012")]
    public async Task A_benefit_is_proposed_approved_when_it_can_be_measured_and_watched()
    {
        var (pct, provider) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        var pathway = await DemonstrationAsync();
        var proposed = await (await pct.GetAsync($"{PathwayLinks.Benefits(pathway)}/new")).Form()
            .With("Form.Description", "Fewer go back").With("Form.Type", "HealthOutcome").With("Form.Measure", "Back within 28 days").With("Form.Unit", "% of discharges").With("Form.Better", "Less").SendAsync();
        proposed.Done.ShouldBe("The benefit is proposed");
        (await proposed.Form("form[action*=Approve]").SendAsync()).Errors.ShouldBe([PathwayRefusals.MeasureIncomplete.Message]);

        var changed = (await pct.GetAsync($"{proposed.Url}/change")).Form().With("Form.Baseline", "12").With("Form.BaselineOn", new DateOnly(2025, 4, 1)).With("Form.Target", "14").With("Form.TargetOn", new DateOnly(2030, 3, 31));
        var refused = await changed.SendAsync();
        refused.Errors.ShouldBe([Domain.Measures.MeasureRefusals.TargetIsNoBetter.Message]);
        (await refused.Form().With("Form.Target", "8").SendAsync()).Done.ShouldBe("The benefit is changed");
        (await (await pct.GetAsync(proposed.Url)).Form("form[action*=Approve]").SendAsync()).Done.ShouldBe("The benefit is approved");
        await (await pct.GetAsync(proposed.Url)).Form("form[action*=Observe]").With("Form.Value", "10").With("Form.On", new DateOnly(2026, 1, 31)).SendAsync();

        var seen = await provider.GetAsync(proposed.Url);
        seen.Text.ShouldContain("50%");
        seen.Document.QuerySelectorAll("svg.care-chart").Length.ShouldBe(1);
        seen.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await provider.GetAsync(PathwayLinks.Benefits(pathway))).Rows("Benefits, then disbenefits").ShouldContain(row => row[0] == "Back within 28 days" && row[2] == "Approved");
    }

    [Fact, Requirement("S0-040")]
    public async Task Disbenefits_and_what_is_late_are_told_as_plainly_as_what_goes_well()
    {
        var rows = (await (await demonstration.AsAsync("voice@liverpool")).GetAsync(PathwayLinks.Benefits(await DemonstrationAsync()))).Rows("Benefits, then disbenefits");
        rows.ShouldContain(row => row[0] == "Carers who say it is too much" && row[1].StartsWith("Disbenefit", StringComparison.Ordinal) && row[6].Contains("worse than the baseline", StringComparison.Ordinal));
        rows.ShouldContain(row => row[0] == "Yearly physical health check" && row[2].Contains("Late", StringComparison.Ordinal));
        rows.ShouldContain(row => row[0] == "Seen within seven days of leaving hospital" && row[2] == "Achieved");
    }

    [Fact, Requirement("S0-047", "S0-048", "S0-024")]
    public async Task What_people_tell_is_a_curve_over_the_map_and_their_words_by_theme()
    {
        var page = await (await demonstration.AsAsync("provider@liverpool")).GetAsync(PathwayLinks.Experience(await DemonstrationAsync()));
        page.Text.ShouldContain("The hardest for people is");
        page.Document.QuerySelectorAll("svg.care-chart circle").Length.ShouldBeGreaterThan(8);
        page.Document.QuerySelector("svg.map-picture")!.TextContent.ShouldContain("of 5");
        page.Rows("Steps in the order of the way").ShouldContain(row => row[0] == "Acute inpatient ward" && row[2] == "5.0");
        page.Rows("Finding one’s way").ShouldContain(row => row[0].StartsWith("Ease", StringComparison.Ordinal) && row[1] != "–" && row[2] != "–");
        var theme = await (await demonstration.AsAsync("provider@liverpool")).GetAsync($"{PathwayLinks.Experience(await DemonstrationAsync())}?theme=Family");
        theme.Text.ShouldContain("My mother was asked");
        theme.Text.ShouldNotContain("You sit and wait");
    }

    [Fact, Requirement("S0-047")]
    public async Task A_service_user_representative_writes_a_session_down_and_nobody_can_be_known_by_it()
    {
        var (voice, provider) = (await demonstration.AsAsync("voice@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        var pathway = await DemonstrationAsync();
        var session = await (await voice.GetAsync($"{PathwayLinks.Experience(pathway)}/new")).Form()
            .With("Form.HeldOn", new DateOnly(2026, 1, 10)).With("Form.Facilitator", "Consortium").With("Form.People", "3").SendAsync();
        session.Done.ShouldNotBeNull();

        var refused = await session.Form().With("Form.WhatHappened", "They called 943 476 5919 out loud").With("Form.Difficulty", "4").With("Form.Theme", "BeingHeard").SendAsync();
        refused.Errors.ShouldBe(["Take out an NHS number: nobody must be known by what is written here"]);
        (await refused.Form().With("Form.WhatHappened", "They called a secret word out loud").SendAsync()).Done.ShouldNotBeNull();

        // Three people: their words are for those who write them down alone.
        var url = session.Url.Split('#')[0];
        (await provider.GetAsync(url)).Text.ShouldNotContain("secret word");
        (await provider.GetAsync(PathwayLinks.Experience(pathway))).Text.ShouldNotContain("secret word");
        (await provider.GetAsync($"{PathwayLinks.Experience(pathway)}/new")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await demonstration.AsAsync("voice@eastlancs")).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> DemonstrationAsync()
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Pathways.Where(p => p.Name == "Schizophrenia").Select(p => p.Id).SingleAsync();
    }
}
