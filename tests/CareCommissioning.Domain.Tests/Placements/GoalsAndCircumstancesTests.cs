using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Placements;

/// <summary>What people want, how they live, and how it is summed up (S2-002, S2-005 to S2-009).</summary>
public sealed class GoalsAndCircumstancesTests
{
    private static readonly DateOnly Start = new(2024, 3, 14);
    private static readonly IReadOnlyList<ReviewRule> Rules = ReviewRules.Defaults;

    [Fact, Requirement("S2-006", "S2-002")]
    public void A_review_leaves_somebody_who_stays_with_a_goal_unless_they_want_none()
    {
        var placement = APlacement.Started(Start);
        Review(placement, 20, new(Nothing, null, WantsNone: false)).ShouldBe("goal-needed");
        placement.Reviews.ShouldBeEmpty("a refused review leaves nothing behind");
        placement.Circumstances.ShouldBeEmpty();

        Review(placement, 20, new(Nothing, "Cook for myself", WantsNone: false)).ShouldBeNull();
        var goal = placement.Goals.ShouldHaveSingleItem();
        (goal.Text, goal.SetOn, goal.State).ShouldBe(("Cook for myself", Start.AddDays(20), GoalState.Open));

        // It goes on, and is enough; reached, another one is needed.
        Review(placement, 30, new(Nothing, null, WantsNone: false)).ShouldBeNull();
        var reached = new Dictionary<Guid, GoalState> { [goal.Id] = GoalState.Reached };
        Review(placement, 40, new(reached, null, WantsNone: false)).ShouldBe("goal-needed");
        goal.State.ShouldBe(GoalState.Open);
        Review(placement, 40, new(reached, null, WantsNone: true)).ShouldBeNull();
        (goal.State, goal.ClosedOn).ShouldBe((GoalState.Reached, Start.AddDays(40)));
    }

    [Fact, Requirement("S2-006")]
    public void Who_leaves_needs_no_goal()
    {
        var placement = APlacement.Started(Start);
        var found = Findings.On(Start.AddDays(20), decision: ReviewDecision.EndPlacement) with { Goals = new(Nothing, null, WantsNone: false) };
        placement.Review(Guid.CreateVersion7(), found, APlacement.Coordinator, Rules, Start.AddDays(20)).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("S2-002")]
    public void Goals_are_added_and_marked_between_reviews_but_not_without_end_and_not_of_somebody_else()
    {
        var placement = APlacement.Started(Start);
        for (var i = 0; i < PlacementGoal.MostOpen; i++)
        {
            placement.AddGoal(Guid.CreateVersion7(), $"Goal {i}", Start).Succeeded.ShouldBeTrue();
        }

        placement.AddGoal(Guid.CreateVersion7(), "One more", Start).Refusal.ShouldBe(PlacementRefusals.TooManyGoals);
        placement.MarkGoal(Guid.CreateVersion7(), GoalState.Reached, Start).Refusal.ShouldBe(PlacementRefusals.NoSuchGoal);
        var first = placement.Goals[0];
        placement.MarkGoal(first.Id, GoalState.GivenUp, Start.AddDays(1));
        placement.MarkGoal(first.Id, GoalState.GivenUp, Start.AddDays(9));
        first.ClosedOn.ShouldBe(Start.AddDays(1), "said twice, it was given up once");
        placement.MarkGoal(first.Id, GoalState.Open, Start.AddDays(9));
        first.ClosedOn.ShouldBeNull();
        placement.End(Start.AddDays(20), EndReason.OwnHome, null, Start.AddDays(20));
        placement.AddGoal(Guid.CreateVersion7(), "Too late", Start).Refusal.ShouldBe(PlacementRefusals.NotUnderWay);
    }

    [Fact, Requirement("S2-007", "S2-008")]
    public void The_start_is_written_down_once_and_each_review_adds_to_it()
    {
        var placement = APlacement.Started(Start);
        placement.Latest.ShouldBeNull();
        var lived = Findings.Lives with { Housing = Housing.Temporary };
        placement.BeginWith(lived).Succeeded.ShouldBeTrue();
        placement.BeginWith(lived).Refusal.ShouldBe(PlacementRefusals.StartKnown);
        Review(placement, 20, new(Nothing, null, WantsNone: true)).ShouldBeNull();
        placement.Circumstances.Select(known => (known.AsOf, known.Housing)).ShouldBe([(Start, Housing.Temporary), (Start.AddDays(20), Housing.SupportedHousing)]);
        placement.Latest.ShouldBe(Findings.Lives);
    }

    [Theory, Requirement("S2-007")]
    [InlineData(Housing.OwnHome, true), InlineData(Housing.WithFamilyOrFriends, true), InlineData(Housing.SupportedHousing, true)]
    [InlineData(Housing.CareHome, false), InlineData(Housing.Hospital, false), InlineData(Housing.Prison, false), InlineData(Housing.Temporary, false), InlineData(Housing.NoHome, false)]
    [InlineData(Housing.NotKnown, null)]
    public void Settled_is_where_people_can_stay(Housing housing, bool? isSettled) => (Findings.Lives with { Housing = housing }).IsSettled.ShouldBe(isSettled);

    [Theory, Requirement("S2-008")]
    [InlineData(Work.PaidWork, true), InlineData(Work.Training, false), InlineData(Work.Volunteering, false), InlineData(Work.Retired, false), InlineData(Work.NotKnown, null)]
    public void Work_is_what_is_paid(Work work, bool? isPaid) => (Findings.Lives with { Work = work }).IsInPaidWork.ShouldBe(isPaid);

    [Fact, Requirement("S2-006", "S2-009")]
    public void Five_answers_make_a_score_of_0_to_100_and_better_answers_never_a_lower_one() => Prop.ForAll(
        Gen.Choose(0, RecoveryAnswers.Highest).ListOf(5).ToArbitrary(),
        answers =>
        {
            var list = answers.ToArray();
            var score = Of(list).Score;
            for (var i = 0; i < list.Length; i++)
            {
                var better = list.ToArray();
                better[i] = Math.Min(RecoveryAnswers.Highest, better[i] + 1);
                Of(better).Score.ShouldBeGreaterThanOrEqualTo(score);
            }

            return score == list.Sum() * 5 && score is >= 0 and <= 100;
        }).QuickCheckThrowOnFailure();

    [Fact, Requirement("S2-006")]
    public void No_answer_lies_beyond_the_scale() => Should.Throw<ArgumentOutOfRangeException>(() => new RecoveryAnswers(0, 5, 0, 0, 0));

    [Theory, Requirement("S2-005")]
    [InlineData(40, 5200, 130.0), InlineData(3, 1000, 333.33)]
    [InlineData(0, 5200, null), InlineData(-12, 5200, null), InlineData(null, null, null)]
    public void Efficiency_is_what_a_point_costs_and_nothing_where_nothing_was_gained(int? gained, int? cost, double? each) =>
        new PlacementOutcomes("all", 9, 8, 4, 5, 1, 2, 40, 9, 1, gained, cost).CostOfAPoint.ShouldBe((decimal?)each);

    [Fact, Requirement("S2-007", "S2-008")]
    public void Shares_are_of_those_of_whom_it_is_known()
    {
        var sums = new PlacementOutcomes("all", 9, 8, 4, 5, 1, 2, 40, null, null, null, null);
        (sums.SettledShare, sums.PaidWorkShare).ShouldBe((0.5m, 0.2m));
        (sums with { HousingKnown = null, Settled = null, WorkKnown = 0, InPaidWork = 0 }).ShouldSatisfyAllConditions(none => none.SettledShare.ShouldBeNull(), none => none.PaidWorkShare.ShouldBeNull());
    }

    private static IReadOnlyDictionary<Guid, GoalState> Nothing => new Dictionary<Guid, GoalState>();

    private static string? Review(Placement placement, int day, GoalFindings goals) =>
        placement.Review(Guid.CreateVersion7(), Findings.On(Start.AddDays(day)) with { Goals = goals }, APlacement.Coordinator, Rules, Start.AddDays(day)).Refusal?.Code;

    private static RecoveryAnswers Of(int[] a) => new(a[0], a[1], a[2], a[3], a[4]);
}
