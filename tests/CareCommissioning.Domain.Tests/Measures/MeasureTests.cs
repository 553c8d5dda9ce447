using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Measures;

/// <summary>From a baseline to a target, and what may be said about it (S0-040).</summary>
[Requirement("S0-040")]
public sealed class MeasureTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly DatedValue From = new(40, new DateOnly(2025, 1, 1));
    private static readonly DatedValue To = new(30, new DateOnly(2027, 1, 1));

    [Fact]
    public void The_target_is_better_than_the_baseline_and_later()
    {
        Described(Better.More, From, To, out var refusal);
        refusal.ShouldBe(MeasureRefusals.TargetIsNoBetter);
        Described(Better.Less, From, From with { On = To.On }, out refusal);
        refusal.ShouldBe(MeasureRefusals.TargetIsNoBetter);
        Described(Better.Less, From, To with { On = From.On }, out refusal);
        refusal.ShouldBe(MeasureRefusals.TargetBeforeBaseline);
        Described(Better.Less, From, To, out refusal);
        refusal.ShouldBeNull();
    }

    [Fact]
    public void A_value_for_the_same_day_takes_the_place_of_the_first_and_both_stay()
    {
        var measure = Described(Better.Less, From, To, out _);
        measure.Observe(new DatedValue(38, Today), null, Actor.System, Today, Now);
        measure.Observe(new DatedValue(35, Today), "A slip", Actor.System, Today, Now);
        measure.Observe(new DatedValue(39, Today.AddDays(-30)), null, Actor.System, Today, Now);

        measure.Values.Select(value => value.Value).ShouldBe([39, 35]);
        measure.Observations.Count.ShouldBe(3);
        measure.Realised(measure.Latest!.Value).ShouldBe(0.5m);
        measure.Observe(new DatedValue(1, Today.AddDays(1)), null, Actor.System, Today, Now).Refusal.ShouldBe(MeasureRefusals.NotYet);
    }

    [Fact]
    public void Nothing_is_realised_at_the_baseline_all_at_the_target_and_every_step_between_counts_the_same() =>
        Prop.ForAll(Gen.Choose(-1000, 1000).Two().Where(pair => pair.Item1 != pair.Item2).ToArbitrary(), Gen.Choose(-1000, 1000).ToArbitrary(), (ends, value) =>
        {
            var (from, to) = (new DatedValue(ends.Item1, From.On), new DatedValue(ends.Item2, To.On));
            var measure = Described(ends.Item2 > ends.Item1 ? Better.More : Better.Less, from, to, out _);
            return measure.Realised(from.Value) == 0 && measure.Realised(to.Value) == 1
                && Math.Abs((measure.Realised(value + 1)!.Value - measure.Realised(value)!.Value) - (1m / (to.Value - from.Value))) < 0.0000001m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_benefit_is_approved_with_measure_baseline_target_and_owner_and_achieved_when_the_target_is_reached()
    {
        var pathway = new Pathway(Guid.CreateVersion7(), Guid.CreateVersion7(), "Psychosis", new Cohort("Psychosis", null, [], null, null));
        var measure = new Measure(Guid.CreateVersion7(), pathway.PartnershipId);
        var benefit = new Benefit(Guid.CreateVersion7(), pathway, measure);
        measure.Describe(new MeasureDefinition("Days", "days", null, Better.Less, null, null), From, To);
        benefit.Approve(measure).Refusal.ShouldBe(PathwayRefusals.MeasureIncomplete);
        measure.Describe(new MeasureDefinition("Days", "days", null, Better.Less, null, Guid.CreateVersion7()), From, null);
        benefit.Approve(measure).Refusal.ShouldBe(PathwayRefusals.MeasureIncomplete);
        measure.Describe(new MeasureDefinition("Days", "days", null, Better.Less, null, Guid.CreateVersion7()), From, To);
        benefit.Achieve(measure).Refusal.ShouldBe(PathwayRefusals.NotApproved);
        benefit.Approve(measure).Succeeded.ShouldBeTrue();

        measure.Observe(new DatedValue(31, Today), null, Actor.System, Today, Now);
        benefit.Achieve(measure).Refusal.ShouldBe(PathwayRefusals.TargetNotReached);
        measure.IsLate(To.On.AddDays(1)).ShouldBeTrue();
        measure.Observe(new DatedValue(29, Today), null, Actor.System, Today, Now);
        benefit.Achieve(measure).Succeeded.ShouldBeTrue();
        measure.IsLate(To.On.AddDays(1)).ShouldBeFalse();
    }

    private static Measure Described(Better better, DatedValue from, DatedValue to, out Domain.Common.Refusal? refusal)
    {
        var measure = new Measure(Guid.CreateVersion7(), Guid.CreateVersion7());
        refusal = measure.Describe(new MeasureDefinition("Days", "days", null, better, null, null), from, to).Refusal;
        return measure;
    }
}
