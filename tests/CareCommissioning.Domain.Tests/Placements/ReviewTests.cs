using System.Globalization;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Placements;

/// <summary>When a placement is looked at again (S1-020; rules E2, E5, E11).</summary>
[Trait("Requirement", "S1-020")]
public sealed class ReviewTests
{
    private static readonly DateOnly Start = new(2024, 1, 31);
    private static readonly IReadOnlyList<ReviewRule> Rules = ReviewRules.Defaults;

    [Fact, Trait("Requirement", "E11")]
    public void The_earliest_rule_that_applies_decides()
    {
        Due(new ReviewBasis(Start, null, null, false, null, null)).ShouldBe((new DateOnly(2024, 3, 13), ReviewCause.NewPlacement));
        Due(new ReviewBasis(Start, new(2024, 3, 13), null, false, null, null)).ShouldBe((new DateOnly(2024, 4, 30), ReviewCause.EarlyDays));
        Due(new ReviewBasis(Start, new(2024, 4, 30), null, false, null, null)).ShouldBe((new DateOnly(2025, 4, 30), ReviewCause.Placement));
        Due(new ReviewBasis(Start, new(2024, 4, 30), new(2020, 1, 1), true, null, null)).ShouldBe((new DateOnly(2025, 4, 30), ReviewCause.Placement));
        Due(new ReviewBasis(Start, new(2024, 4, 30), null, false, 14, new(2024, 5, 2))).ShouldBe((new DateOnly(2024, 5, 30), ReviewCause.CareCluster));
        Due(new ReviewBasis(Start, new(2024, 6, 30), null, false, 14, new(2024, 5, 2))).ShouldBe((new DateOnly(2024, 7, 28), ReviewCause.CareCluster), "a review looks at the cluster too");
    }

    [Theory, Trait("Requirement", "E5")]
    [InlineData(14, "2014-04-02", "2014-04-30"), InlineData(3, "2013-08-31", "2014-02-28"), InlineData(1, "2024-01-01", "2024-03-25"), InlineData(12, "2024-02-29", "2025-02-28")]
    public void A_cluster_is_reviewed_within_its_longest_time(int cluster, string assessed, string due) => CareClusters.ReviewDue(cluster, Day(assessed)).ShouldBe(Day(due));

    [Theory]
    [InlineData(9), InlineData(-1), InlineData(22)]
    public void There_is_no_such_cluster(int cluster)
    {
        CareClusters.ReviewDue(cluster, Start).ShouldBeNull();
        APlacement.Matched(Start).Settle(LegalBasis.Informal, null, (cluster, Start), Rules, Start).Refusal!.Code.ShouldBe("no-such-cluster");
    }

    [Theory, Trait("Requirement", "E11")]
    [InlineData(-31, ReviewUrgency.NotDue), InlineData(-30, ReviewUrgency.Due), InlineData(0, ReviewUrgency.Due), InlineData(1, ReviewUrgency.Overdue), InlineData(90, ReviewUrgency.Overdue), InlineData(91, ReviewUrgency.SeverelyOverdue)]
    public void Urgency_follows_the_days_since_it_was_due(int daysAfter, ReviewUrgency urgency) => ReviewRules.Urgency(Start, Start.AddDays(daysAfter)).ShouldBe(urgency);

    [Fact]
    public void A_late_review_keeps_its_lateness_and_sets_the_next()
    {
        var placement = APlacement.Started(Start);
        var today = new DateOnly(2024, 3, 20);
        Review(placement, today.AddDays(1), null, today).ShouldBe("reviewed-outside");
        Review(placement, Start.AddDays(-1), null, today).ShouldBe("reviewed-outside");
        Review(placement, today, today, today).ShouldBe("next-review-too-early");
        Review(placement, today, new(2024, 5, 1), today).ShouldBe("next-review-too-late");
        Review(placement, today, new(2024, 4, 15), today).ShouldBeNull();

        var review = placement.Reviews.ShouldHaveSingleItem();
        (review.DueOn, review.DaysLate, review.NextDueOn).ShouldBe((new DateOnly(2024, 3, 13), 7, new DateOnly(2024, 4, 15)));
        placement.NextReviewOn.ShouldBe(new DateOnly(2024, 4, 15));
        Review(placement, today, null, today).ShouldBe("reviewed-before");
    }

    [Fact]
    public void A_new_legal_basis_brings_a_review_forward_and_never_back()
    {
        var placement = APlacement.Started(new(2020, 1, 1));
        Review(placement, new(2020, 4, 2), null, new(2024, 1, 1));
        placement.Settle(LegalBasis.Informal, null, (14, new(2020, 4, 10)), Rules, new(2024, 1, 1));
        placement.NextReviewOn.ShouldBe(new DateOnly(2020, 5, 8));
        placement.Settle(LegalBasis.Informal, null, null, Rules, new(2024, 1, 1));
        placement.NextReviewOn.ShouldBe(new DateOnly(2020, 5, 8));
    }

    [Fact, Trait("Requirement", "E11")]
    public void The_next_review_is_always_after_the_last_and_within_every_rule()
    {
        Prop.ForAll(Gen.Choose(0, 3000).ToArbitrary(), Gen.Choose(-400, 400).ToArbitrary(), Gen.Choose(-1, 21).ToArbitrary(), (reviewedAfter, cpaAfter, cluster) =>
        {
            var last = Start.AddDays(reviewedAfter);
            var basis = new ReviewBasis(Start, last, Start.AddDays(Math.Min(cpaAfter, reviewedAfter)), true, cluster < 0 ? null : cluster, cluster < 0 ? null : Start);
            var due = ReviewRules.NextDue(basis, Rules).On;
            return due > last && due <= last.AddMonths(12);
        }).QuickCheckThrowOnFailure();
    }

    [Fact, Trait("Requirement", "E11")]
    public void A_partnership_sets_its_own_intervals()
    {
        var rules = ReviewSetting.Over([new ReviewSetting(Guid.CreateVersion7(), ReviewCause.NewPlacement, ReviewInterval.OfDays(28))]);
        ReviewRules.NextDue(new ReviewBasis(Start, null, null, false, null, null), rules).On.ShouldBe(Start.AddDays(28));
        Should.Throw<ArgumentOutOfRangeException>(() => new ReviewSetting(Guid.CreateVersion7(), ReviewCause.Placement, default));
    }

    [Theory, Trait("Requirement", "E2")]
    [InlineData("2013-03-31", "2013-04-01", true, true)]
    [InlineData("2013-03-31", "2013-03-31", true, false)]
    [InlineData("2013-03-31", "2014-03-31", true, true)]
    [InlineData("2013-03-31", "2014-04-01", true, false)]
    [InlineData("2013-04-01", "2013-12-01", false, false)]
    public void Reviews_on_the_care_programme_approach_are_counted_as_nationally(string since, string reviewed, bool counts, bool isReviewed)
    {
        var measure = new CpaMeasure(new(2014, 3, 31));
        measure.Counts(new Period(Day(since))).ShouldBe(counts);
        measure.IsReviewed(new Period(Day(since)), Day(reviewed)).ShouldBe(isReviewed);
        measure.Counts(new Period(Day(since), new(2014, 3, 31))).ShouldBeFalse("not on it at the end of the period");
    }

    private static string? Review(Placement placement, DateOnly on, DateOnly? next, DateOnly today) =>
        placement.Review(Guid.CreateVersion7(), Findings.On(on, next: next), APlacement.Coordinator, Rules, today).Refusal?.Code;

    private static (DateOnly On, ReviewCause Cause) Due(ReviewBasis basis) => (ReviewRules.NextDue(basis, Rules).On, ReviewRules.NextDue(basis, Rules).Cause);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
