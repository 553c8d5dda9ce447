using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways;

public sealed class ReadinessTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    [Fact]
    public void A_map_without_entry_or_exit_is_not_ready()
    {
        Rules(PathwayMap.Empty).ShouldContain("no-entry");
        Rules(PathwayMap.Empty).ShouldContain("no-exit");
        Rules(Small()).ShouldNotContain("no-exit");
    }

    [Fact]
    public void What_nobody_can_reach_and_where_nobody_can_leave_is_found()
    {
        Rules(Small()).ShouldNotContain("unreachable");
        Rules(Small().With(Step("lost", "then"))).ShouldContain("unreachable");
        Rules(Small().With(Step("lost", "then"))).ShouldContain("dead-end");
        Rules(Small().With(Step("ring", "then")).Without(Id("team>out")).With(Move("team", "ring", 100)).With(Move("ring", "team", 100))).ShouldContain("no-way-out");
    }

    [Theory]
    [InlineData(99.99, true)]
    [InlineData(100, false)]
    [InlineData(100.01, true)]
    public void Shares_are_exactly_a_hundred_per_cent(double share, bool found) =>
        Rules(Small().With(Step("other", "then")).With(Move("other", "out", 100)).With(Move("ward", "other", 0)).With(Move("ward", "team", Math.Min((decimal)share, 100))).With(Move("ward", "other", Math.Max((decimal)share - 100, 0)))).Contains("shares").ShouldBe(found);

    [Fact, Requirement("S2-029", "S0-043")]
    public void A_choice_point_has_two_options_or_says_why_not()
    {
        var choice = new ChoicePoint { Id = Id("choice"), StageId = Id("then"), Name = "Which?" };
        var map = Small().With(choice).With(Move("ward", "choice", 0)).With(Move("choice", "out", 100));
        Rules(map).ShouldContain("one-option");
        Rules(map.With(choice with { Exception = "There is one home in the county" })).ShouldNotContain("one-option");
        Rules(map.With(Move("choice", "team", 0))).ShouldNotContain("one-option");
    }

    [Fact, Requirement("S2-041")]
    public void Every_step_has_one_accountable_organisation()
    {
        Of(Small()).Count(finding => finding.Key.StartsWith("accountable", StringComparison.Ordinal) && finding.Severity == Severity.Error).ShouldBe(2);
        var named = Small().With(Small().StepOf("ward") with { Accountable = Id("trust") }).With(Small().StepOf("team") with { Accountable = Id("trust") });
        Rules(named).ShouldNotContain("accountable");
    }

    [Fact, Requirement("S0-039")]
    public void Evidence_is_there_and_looked_at_in_time()
    {
        Rules(Small()).ShouldContain("evidence");
        var evidence = new Evidence(Id("e"), "NICE", EvidenceType.Guideline, EvidenceStrength.Strong, Today);
        var with = Small().With(Small().StepOf("ward") with { Evidence = [evidence] }).With(Small().StepOf("team") with { Evidence = [evidence] });
        Rules(with).ShouldNotContain("evidence");
        Rules(with).ShouldNotContain("evidence-overdue");
        Rules(with.With(with.StepOf("ward") with { Evidence = [evidence with { ReviewOn = Today.AddDays(-1) }] })).ShouldContain("evidence-overdue");
    }

    [Fact, Requirement("S0-015")]
    public void Each_stage_has_a_psychological_a_self_management_and_a_social_part()
    {
        Rules(Small()).ShouldContain("components");
        CareComponent[] all = [CareComponent.Psychological, CareComponent.SelfManagement, CareComponent.Social];
        Rules(Small().With(Small().StepOf("ward") with { Components = all }).With(Small().StepOf("team") with { Components = all })).ShouldNotContain("components");
    }

    [Fact, Requirement("S2-009")]
    public void Housing_work_and_company_come_early()
    {
        Rules(Small()).ShouldContain("early-Housing");
        Rules(Small().With(Small().StepOf("team") with { Setting = Setting.Housing })).ShouldNotContain("early-Housing");
    }

    [Fact, Requirement("S2-064")]
    public void After_hospital_a_way_leads_into_the_community()
    {
        Rules(Small()).ShouldNotContain("after-discharge");
        Rules(Small().With(Small().StepOf("team") with { Setting = Setting.Residential })).ShouldContain("after-discharge");
    }

    [Fact]
    public void Somebody_outside_hospital_is_there_at_night()
    {
        Rules(Small()).ShouldContain("out-of-hours");
        Rules(Small().With(Small().StepOf("team") with { Hours = OpeningHours.RoundTheClock })).ShouldNotContain("out-of-hours");
    }

    [Fact, Requirement("S2-059")]
    public void Where_another_organisation_takes_over_it_is_said_how()
    {
        var map = Small().With(Small().StepOf("ward") with { Accountable = Id("trust") }).With(Small().StepOf("team") with { Accountable = Id("council") });
        Rules(map).ShouldContain("hand-off");
        Rules(map.With(Move("ward", "team", 100) with { HandOff = "Meeting", Information = "Summary" })).ShouldNotContain("hand-off");
    }

    [Fact]
    public void A_warning_can_be_accepted_and_an_error_cannot()
    {
        var accepted = Small() with { Acceptances = [.. Of(Small()).Select(finding => new Acceptance(finding.Key, "Known", "Ann", default))] };
        Of(accepted).Where(finding => finding.Severity == Severity.Warning).ShouldAllBe(finding => finding.Accepted != null);
        Of(accepted).Where(finding => finding.Severity == Severity.Error).ShouldAllBe(finding => finding.Accepted == null);
    }

    [Fact, Requirement("S3-060", "D9")]
    public void The_old_service_under_a_new_name_is_recognised()
    {
        var renamed = Small().With(Small().StepOf("ward") with { Name = "Recovery academy" }).With(Small().StepOf("team") with { Name = "Wellbeing hub" });
        ReadinessCheck.Of(renamed, Small(), Today).ShouldContain(finding => finding.Key == "novelty");
        var other = Small().Without(Id("ward")).With(Step("home", "first") with { Setting = Setting.Home }).With(Move("in", "home", 100)).With(Move("home", "out", 100));
        ReadinessCheck.Of(other, Small(), Today).ShouldNotContain(finding => finding.Key == "novelty");
    }

    [Fact]
    public void A_map_is_like_itself_and_likeness_has_no_direction()
    {
        for (var seed = 0u; seed < 50; seed++)
        {
            var (one, other) = (Any(seed), Any(seed + 500));
            Novelty.Overall(Novelty.Compare(one, one)).ShouldBe(1);
            PathwayMap[] back = [other, one];
            Novelty.Compare(one, other).ShouldBe(Novelty.Compare(back[0], back[1]));
        }
    }

    private static IReadOnlyList<Finding> Of(PathwayMap map) => ReadinessCheck.Of(map, null, Today);

    private static IEnumerable<string> Rules(PathwayMap map) => Of(map).Select(finding => finding.Key.Split(':')[0]);
}
