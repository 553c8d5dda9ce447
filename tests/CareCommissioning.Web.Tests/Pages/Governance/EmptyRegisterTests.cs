using CareCommissioning.Domain.Governance;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Pages.Governance.Registers;
using CareCommissioning.Web.Pages.Placements;

namespace CareCommissioning.Web.Tests.Pages.Governance;

/// <summary>A partnership that has written nothing down yet is told how to begin.</summary>
public sealed class EmptyRegisterTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S0-001", "S3-001", "S2-005")]
    public async Task Where_nothing_is_written_down_every_page_says_how_to_begin()
    {
        var database = (await demonstration.HostAsync()).Database;
        foreach (var table in new[] { "register_votes", "links", "register_entries", "placement_circumstances" })
        {
            await database.BehindTheScenesAsync<object>($"delete from care.{table}");
        }

        var (pct, voice, provider) = (await demonstration.AsAsync("pct@liverpool"), await demonstration.AsAsync("voice@liverpool"), await demonstration.AsAsync("provider@liverpool"));
        (await pct.GetAsync(RegisterLinks.Of(RegisterKinds.Gaps))).Text.ShouldContain("No open gap is written down. Begin with “Add a gap”.");
        (await provider.GetAsync(RegisterLinks.Of(RegisterKinds.Gaps))).Text.ShouldContain("No open gap is written down. Your commissioners write them down.");
        (await voice.GetAsync(RegisterLinks.Matrix)).Document.QuerySelector("main a[href$='/what-helps/new']")!.TextContent.ShouldBe("Add the first statement");
        (await provider.GetAsync(RegisterLinks.Matrix)).Document.QuerySelector("main a[href$='/what-helps/new']").ShouldBeNull();
        (await pct.GetAsync(PlacementLinks.Outcomes)).Text.ShouldContain("Nothing is written down yet");
        (await pct.GetAsync($"{PlacementLinks.Outcomes}?by=service")).Document.QuerySelectorAll("main table").ShouldBeEmpty();
    }
}
