using System.Net;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Web.Tests.Pages.Placements;

/// <summary>Who a person is, corrected by the team that looks after them.</summary>
public sealed class WhoItIsTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("E18", "C18")]
    public async Task A_correction_is_seen_by_team_and_provider_and_the_log_says_only_that_there_was_one()
    {
        var host = await demonstration.HostAsync();
        var placed = await new PlacementBuilder(host).For("Cordelia Mispelt", PlacementBuilder.NextNumber()).MakeAsync();
        var number = PlacementBuilder.NextNumber();
        var coordinator = await demonstration.AsAsync("coordinator@liverpool");
        var form = (await coordinator.GetAsync($"{placed.Url}/person")).Form();
        form["Form.Name"].ShouldBe("Cordelia Mispelt");

        var done = await form.With("Form.Name", " Cordelia Misspelt ").With("Form.NhsNumber", number.Digits).With("Form.BornOn", new DateOnly(1980, 2, 29)).With("Form.PostcodeDistrict", "l17").SendAsync();

        done.Done.ShouldBe("Who the person is has been corrected");
        done.Text.ShouldContain($"Cordelia Misspelt, born 29 February 1980, NHS number {number}");
        (await (await demonstration.AsAsync("provider@liverpool")).GetAsync(placed.Url)).Text.ShouldContain("Cordelia Misspelt");
        (await (await demonstration.AsAsync("pct@liverpool")).GetAsync(placed.Url)).Text.ShouldContain("from L17");
        (await (await coordinator.GetAsync("/placements/new")).Form().With("Form.NhsNumber", number.Digits).SendAsync()).Text.ShouldContain(placed.Reference);
        var logged = (await host.Database.BehindTheScenesAsync<string>("select string_agg(changes::text, ' ') from care.audit_entries where root_table = 'people' and root_id = $1", placed.PersonId.ToString()))!;
        logged.ShouldContain("(hidden)");
        logged.ShouldNotContain("pelt");
        logged.ShouldNotContain(number.Digits);
    }

    [Theory]
    [InlineData("Name", "", "Enter the person’s name")]
    [InlineData("NhsNumber", "999 000 0019", "There is no such NHS number: check each digit")]
    [InlineData("BornOn.Year", "1901", "Date of birth must be less than 120 years ago")]
    [InlineData("BornOn.Month", "13", "Date of birth must be a real date")]
    [InlineData("PostcodeDistrict", "L8 1AA", "Enter the first half of a postcode and no more, like L8 or BB11")]
    public async Task What_cannot_be_is_told_and_stays_typed(string field, string typed, string message)
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).MakeAsync();
        var form = (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{placed.Url}/person")).Form();

        var page = await form.With($"Form.{field}", typed).SendAsync();

        page.Errors.ShouldBe([message]);
        page.Form()[$"Form.{field}"].ShouldBe(typed);
    }

    [Fact, Requirement("S0-006")]
    public async Task A_number_that_somebody_else_has_is_refused_without_a_word_about_them()
    {
        var host = await demonstration.HostAsync();
        var other = await new PlacementBuilder(host).OfTeam("South Liverpool community mental health team").For("Desmond Notyours", PlacementBuilder.NextNumber()).MakeAsync();
        var placed = await new PlacementBuilder(host).MakeAsync();
        var form = (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{placed.Url}/person")).Form();

        var page = await form.With("Form.NhsNumber", other.NhsNumber.Digits).SendAsync();

        page.Errors.ShouldBe(["Somebody else in your partnership has this NHS number: check each digit"]);
        page.Html.ShouldNotContain("Notyours");
        page.Html.ShouldNotContain(other.Reference);
    }

    [Fact, Requirement("S0-006")]
    public async Task Another_teams_person_is_not_found()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).OfTeam("South Liverpool community mental health team").MakeAsync();

        (await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{placed.Url}/person")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_correct_at_once_see_both_versions()
    {
        var placed = await new PlacementBuilder(await demonstration.HostAsync()).For("Ernestine Twice", PlacementBuilder.NextNumber()).MakeAsync();
        var (one, two) = ((await (await demonstration.AsAsync("coordinator@liverpool")).GetAsync($"{placed.Url}/person")).Form(), (await (await demonstration.AsAsync("manager@liverpool")).GetAsync($"{placed.Url}/person")).Form());
        (await one.With("Form.Name", "Ernestine First").SendAsync()).Errors.ShouldBeEmpty();

        var late = await two.With("Form.Name", "Ernestine Second").SendAsync();

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Ernestine First");
        late.Form()["Form.Name"].ShouldBe("Ernestine Second");
        (await late.Form().SendAsync()).Text.ShouldContain("Ernestine Second");
    }
}
