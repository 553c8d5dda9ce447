using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Placements;

/// <content>When it is reviewed, and what was found.</content>
public sealed partial class Placement
{
    private readonly List<PlacementReview> _reviews = [];

    public IReadOnlyList<PlacementReview> Reviews => _reviews;

    public DateOnly? NextReviewOn { get; private set; }

    public ReviewCause? NextReviewCause { get; private set; }

    public DateOnly? LastReviewedOn { get; private set; }

    private ReviewBasis ReviewBasis => new(StartsOn, LastReviewedOn, CpaSince, LegalBasis == Placements.LegalBasis.Section117, Cluster, ClusterAssessedOn);

    /// <summary>The day by which the rules want it reviewed next, and why; before the start, as the first day is planned.</summary>
    public ReviewDue DueNext(IEnumerable<ReviewRule> rules) => ReviewRules.NextDue(ReviewBasis, rules);

    /// <summary>The latest day on which a review done on <paramref name="reviewedOn"/> would be followed by the next, and why.</summary>
    public ReviewDue NextAfter(DateOnly reviewedOn, IEnumerable<ReviewRule> rules) => ReviewRules.NextDue(ReviewBasis with { LastReviewedOn = reviewedOn }, rules);

    /// <summary>Writes a review down, with how the person lives now and what they want. The next one is due by the rules, or earlier where the reviewer says so.</summary>
    /// <param name="id">Of the review.</param>
    public Outcome Review(Guid id, ReviewFindings found, Guid by, IEnumerable<ReviewRule> rules, DateOnly today)
    {
        var (reviewedOn, nextOn) = (found.ReviewedOn, found.NextOn);
        if (Stage != PlacementStage.Started)
        {
            return PlacementRefusals.NotUnderWay;
        }

        if (reviewedOn > today || reviewedOn < StartsOn)
        {
            return PlacementRefusals.ReviewedOutside(StartsOn);
        }

        if (reviewedOn <= LastReviewedOn)
        {
            return PlacementRefusals.ReviewedBefore(LastReviewedOn.Value);
        }

        var due = NextAfter(reviewedOn, rules);
        if (nextOn <= reviewedOn)
        {
            return PlacementRefusals.NextReviewTooEarly;
        }

        if (nextOn > due.On)
        {
            return PlacementRefusals.NextReviewTooLate(due.On);
        }

        if (ReviewGoals(found.Goals, found.Decision, id, reviewedOn).Refusal is { } refusal)
        {
            return refusal;
        }

        _circumstances.Add(new PlacementCircumstances(id, this, reviewedOn, found.Circumstances));
        _reviews.Add(new PlacementReview(id, this, NextReviewOn!.Value, reviewedOn, found.Decision, found.Summary, nextOn ?? due.On, by));
        (LastReviewedOn, NextReviewOn, NextReviewCause) = (reviewedOn, nextOn ?? due.On, due.Cause);
        return Outcome.Done;
    }

    /// <summary>A review leaves somebody who stays with a goal to work towards, unless they want none.</summary>
    private Outcome ReviewGoals(GoalFindings found, ReviewDecision decision, Guid id, DateOnly on)
    {
        var goesOn = _goals.Exists(goal => goal.State == GoalState.Open && found.Settled.GetValueOrDefault(goal.Id, GoalState.Open) == GoalState.Open);
        if (!goesOn && found.Next is null && !found.WantsNone && decision != ReviewDecision.EndPlacement)
        {
            return PlacementRefusals.GoalNeeded;
        }

        foreach (var (goal, state) in found.Settled)
        {
            if (MarkGoal(goal, state, on).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return found.Next is { } next ? AddGoal(id, next, on) : Outcome.Done;
    }
}
