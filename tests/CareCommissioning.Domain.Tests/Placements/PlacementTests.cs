using CareCommissioning.Domain.Placements;
using CareCommissioning.Testing;

namespace CareCommissioning.Domain.Tests.Placements;

/// <summary>What may happen to a placement, and when (S1-019).</summary>
[Trait("Requirement", "S1-019")]
public sealed class PlacementTests
{
    private static readonly DateOnly Day = new(2024, 3, 14);
    private static readonly IReadOnlyList<ReviewRule> Rules = ReviewRules.Defaults;

    [Fact]
    public void Never_starts_without_a_fee_its_funders_a_legal_basis_and_a_review_date()
    {
        var placement = APlacement.Matched(Day);
        placement.Missing.ShouldBe([MissingPart.WeeklyFeeAndFunders, MissingPart.LegalBasis]);
        placement.Start("Urgent", Rules, Day).Refusal!.Code.ShouldBe("incomplete");
        placement.Approve(Guid.CreateVersion7(), default).Refusal!.Code.ShouldBe("incomplete");

        placement.AgreeTerms(Guid.CreateVersion7(), 785m, APlacement.Halves, null);
        placement.Settle(LegalBasis.Informal, null, null, Rules, Day);
        placement.Missing.ShouldBeEmpty();
        placement.Start(" ", Rules, Day).Refusal!.Code.ShouldBe("not-approved");
        placement.Approve(Guid.CreateVersion7(), default).Succeeded.ShouldBeTrue();
        placement.Stage.ShouldBe(PlacementStage.Approved);
        placement.Start(null, Rules, Day).Succeeded.ShouldBeTrue();
        placement.NextReviewOn.ShouldBe(Day.AddDays(42));
    }

    [Fact]
    public void An_urgent_one_starts_with_a_reason_and_is_approved_afterwards()
    {
        var placement = APlacement.Complete(Day);
        placement.Start("Discharged from hospital at night", Rules, Day).Succeeded.ShouldBeTrue();
        placement.UrgentReason.ShouldBe("Discharged from hospital at night");
        placement.Approve(Guid.CreateVersion7(), default).Succeeded.ShouldBeTrue();
        placement.Stage.ShouldBe(PlacementStage.Started);
        placement.Approve(Guid.CreateVersion7(), default).Refusal!.Code.ShouldBe("already-approved");
    }

    [Fact]
    public void What_was_approved_is_approved_anew_when_service_day_or_fee_change()
    {
        foreach (var change in new Action<Placement>[] { p => p.Match(APlacement.Service(), Day.AddDays(1), Day), p => p.AgreeTerms(Guid.CreateVersion7(), 900m, APlacement.Halves, null) })
        {
            var placement = APlacement.Complete(Day);
            placement.Approve(Guid.CreateVersion7(), default);
            change(placement);
            placement.Stage.ShouldBe(PlacementStage.Matched);
            placement.ApprovedAt.ShouldBeNull();
            placement.Terms.ShouldHaveSingleItem().ValidFrom.ShouldBe(placement.StartsOn);
        }
    }

    [Fact]
    public void Does_not_start_before_its_first_day_or_where_the_service_is_not_open()
    {
        var placement = APlacement.Complete(Day);
        placement.Match(APlacement.Service(openedOn: Day.AddDays(10)), Day, Day).Refusal!.Code.ShouldBe("service-not-there");
        placement.Match(APlacement.Service(), Day.AddDays(366), Day).Refusal!.Code.ShouldBe("starts-too-far-ahead");
        placement.Match(APlacement.Service(), Day.AddDays(7), Day).Succeeded.ShouldBeTrue();
        placement.Approve(Guid.CreateVersion7(), default);
        placement.Start(null, Rules, Day).Refusal!.Code.ShouldBe("starts-later");
    }

    [Theory, Trait("Requirement", "E9")]
    [InlineData(0), InlineData(-5), InlineData(20_000.01), InlineData(1.005)]
    public void A_fee_nobody_could_mean_is_refused(double fee)
    {
        APlacement.Matched(Day).AgreeTerms(Guid.CreateVersion7(), (decimal)fee, APlacement.Halves, null).Refusal!.Code.ShouldBe("fee-out-of-range");
        APlacement.Started(Day).ChangeTerms(Guid.CreateVersion7(), Day.AddDays(9), (decimal)fee, APlacement.Halves, null).Refusal!.Code.ShouldBe("fee-out-of-range");
    }

    [Fact]
    public void Nobody_pays_for_section_117_after_care_themselves()
    {
        var shares = FundingShares.Of(50, 40, person: 10).Value!;
        var charged = APlacement.Matched(Day);
        charged.AgreeTerms(Guid.CreateVersion7(), 700m, shares, null);
        charged.Settle(LegalBasis.Section117, null, null, Rules, Day).Refusal!.Code.ShouldBe("section-117-is-free");

        var settled = APlacement.Matched(Day);
        settled.Settle(LegalBasis.Section117, null, null, Rules, Day).Succeeded.ShouldBeTrue();
        settled.AgreeTerms(Guid.CreateVersion7(), 700m, shares, null).Refusal!.Code.ShouldBe("section-117-is-free");
    }

    [Fact]
    public void Fees_change_from_a_day_and_leave_what_was_paid_before()
    {
        var placement = APlacement.Started(Day);
        placement.ChangeTerms(Guid.CreateVersion7(), Day, 800m, APlacement.Halves, null).Refusal!.Code.ShouldBe("terms-too-early");
        placement.ChangeTerms(Guid.CreateVersion7(), Day.AddDays(30), 800m, APlacement.Halves, "Panel 7").Succeeded.ShouldBeTrue();
        placement.Terms.Select(t => (t.ValidFrom, t.ValidTo, t.WeeklyFee)).ShouldBe([(Day, Day.AddDays(30), 785m), (Day.AddDays(30), null, 800m)]);
        placement.AgreeTerms(Guid.CreateVersion7(), 1m, APlacement.Halves, null).Refusal!.Code.ShouldBe("already-under-way");
    }

    [Fact]
    public void Ends_after_it_started_and_never_in_the_future_and_is_taken_back()
    {
        var placement = APlacement.Started(Day);
        placement.End(Day, EndReason.OwnHome, null, Day.AddDays(60)).Refusal!.Code.ShouldBe("ends-early");
        placement.End(Day.AddDays(61), EndReason.OwnHome, null, Day.AddDays(60)).Refusal!.Code.ShouldBe("ends-later");
        placement.End(Day.AddDays(60), EndReason.OwnHome, "Own flat", Day.AddDays(60)).Succeeded.ShouldBeTrue();
        placement.End(Day.AddDays(60), EndReason.OwnHome, null, Day.AddDays(60)).Refusal!.Code.ShouldBe("not-under-way");
        placement.Review(Guid.CreateVersion7(), Findings.On(Day.AddDays(3)), APlacement.Coordinator, Rules, Day.AddDays(60)).Refusal!.Code.ShouldBe("not-under-way");
        placement.TakeBackEnd().Succeeded.ShouldBeTrue();
        (placement.Stage, placement.EndedOn, placement.EndReason).ShouldBe((PlacementStage.Started, null, null));
    }

    [Fact]
    public void Is_given_up_before_it_starts_and_not_later()
    {
        var placement = APlacement.Complete(Day);
        placement.Withdraw("Chose to stay at home").Succeeded.ShouldBeTrue();
        placement.Stage.ShouldBe(PlacementStage.Withdrawn);
        placement.Start(null, Rules, Day).Refusal!.Code.ShouldBe("already-under-way");
        APlacement.Started(Day).Withdraw("no").Refusal!.Code.ShouldBe("already-under-way");
    }
}
