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

    /// <summary>Writes a review down. The next one is due by the rules, or earlier where the reviewer says so.</summary>
    /// <param name="nextOn">Null for the day the rules give.</param>
    public Outcome Review(Guid id, DateOnly reviewedOn, ReviewDecision decision, string summary, DateOnly? nextOn, Guid by, IEnumerable<ReviewRule> rules, DateOnly today)
    {
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

        _reviews.Add(new PlacementReview(id, this, NextReviewOn!.Value, reviewedOn, decision, summary, nextOn ?? due.On, by));
        (LastReviewedOn, NextReviewOn, NextReviewCause) = (reviewedOn, nextOn ?? due.On, due.Cause);
        return Outcome.Done;
    }
}
