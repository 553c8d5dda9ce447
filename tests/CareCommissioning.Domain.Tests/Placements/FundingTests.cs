using System.Globalization;
using CareCommissioning.Domain.Placements;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Placements;

/// <summary>Weekly fees and who pays them (rules E9).</summary>
[Trait("Requirement", "E9")]
public sealed class FundingTests
{
    [Theory]
    [InlineData("50", "49.99"), InlineData("50", "50.01"), InlineData("0", "0"), InlineData("100", "100")]
    public void Shares_that_do_not_sum_to_exactly_100_are_refused(string nhs, string council) =>
        FundingShares.Of(Number(nhs), Number(council)).Refusal!.Code.ShouldBe("shares-do-not-sum");

    [Theory]
    [InlineData("-1", "101"), InlineData("33.333", "66.667"), InlineData("101", "-1")]
    public void Shares_out_of_range_are_refused(string nhs, string council) =>
        FundingShares.Of(Number(nhs), Number(council)).Refusal!.Code.ShouldBe("share-out-of-range");

    [Fact]
    public void Pennies_go_to_the_largest_remainders()
    {
        Split(1000.01m, FundingShares.Of(33.33m, 33.33m, 33.34m).Value!).ShouldBe([333.30m, 333.30m, 333.41m, 0, 0]);
        Split(785.55m, FundingShares.Of(55, 45).Value!).ShouldBe([432.05m, 353.50m, 0, 0, 0]);
    }

    [Fact]
    public void Parts_sum_to_the_amount_and_none_is_more_than_a_penny_from_its_share()
    {
        var pennies = Gen.Choose(0, 2_000_000);
        var hundredths = Gen.Choose(0, 10_000).Two().Select(pair => pair.Item1 + pair.Item2 <= 10_000 ? pair : (10_000 - pair.Item1, 10_000 - pair.Item2));
        Prop.ForAll(pennies.ToArbitrary(), hundredths.ToArbitrary(), (amountInPennies, shares) =>
        {
            var (amount, nhs, council) = (amountInPennies / 100m, shares.Item1 / 100m, shares.Item2 / 100m);
            var split = FundingShares.Of(nhs, council, person: 100 - nhs - council).Value!;
            var parts = split.Split(amount);
            return parts.Values.Sum() == amount
                && parts.All(part => Math.Abs(part.Value - (amount * split.Of(part.Key) / 100)) < 0.01m && decimal.Round(part.Value, 2) == part.Value)
                && parts.All(part => split.Of(part.Key) > 0 || part.Value == 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_fee_that_changed_is_charged_by_the_day_without_the_day_of_leaving()
    {
        var placement = APlacement.Started(new(2013, 4, 1), 785m);
        placement.ChangeTerms(Guid.CreateVersion7(), new(2013, 5, 20), 820m, APlacement.Halves, null).Succeeded.ShouldBeTrue();

        Fees.ToThePenny(Fees.Cost(placement.Terms, new(2013, 4, 1), new(2013, 7, 1))).ShouldBe(10_415.00m);
        Fees.Cost(placement.Terms, new(2013, 3, 1), new(2013, 4, 1)).ShouldBe(0);
        Fees.Cost(placement.Terms, new(2013, 4, 1), new(2013, 4, 2)).ShouldBe(785m / 7);
    }

    [Fact]
    public void A_weekly_fee_comes_to_its_year_month_and_day()
    {
        Fees.ToThePenny(Fees.Annual(785m)).ShouldBe(40_932.14m);
        Fees.ToThePenny(Fees.Monthly(785m)).ShouldBe(3_411.01m);
        Fees.ToThePenny(Fees.Daily(785m)).ShouldBe(112.14m);
        Fees.ToThePenny(0.005m).ShouldBe(0.01m);
    }

    [Fact]
    public void Cost_over_adjoining_times_is_the_cost_over_both()
    {
        var placement = APlacement.Started(new(2020, 1, 1), 700m);
        placement.ChangeTerms(Guid.CreateVersion7(), new(2020, 6, 1), 812.35m, APlacement.Halves, null);
        Prop.ForAll(Gen.Choose(0, 800).Three().ToArbitrary(), days =>
        {
            var cuts = new[] { days.Item1, days.Item2, days.Item3 }.Order().Select(d => new DateOnly(2019, 12, 1).AddDays(d)).ToList();
            return Fees.Cost(placement.Terms, cuts[0], cuts[1]) + Fees.Cost(placement.Terms, cuts[1], cuts[2]) == Fees.Cost(placement.Terms, cuts[0], cuts[2])
                || Math.Abs(Fees.Cost(placement.Terms, cuts[0], cuts[1]) + Fees.Cost(placement.Terms, cuts[1], cuts[2]) - Fees.Cost(placement.Terms, cuts[0], cuts[2])) < 0.0000001m;
        }).QuickCheckThrowOnFailure();
    }

    private static decimal[] Split(decimal amount, FundingShares shares) => [.. Enum.GetValues<Funder>().Select(f => shares.Split(amount)[f])];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
