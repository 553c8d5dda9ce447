using CareCommissioning.Domain.Placements;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Placements;

/// <summary>NHS numbers check themselves (rules E18).</summary>
[Trait("Requirement", "E18")]
public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("943 476 5919"), InlineData("943-476-5919"), InlineData("9434765919"), InlineData(" 9434765919 ")]
    [InlineData("999 000 0018"), InlineData("999 000 0026"), InlineData("999 000 0034"), InlineData("999 000 0042"), InlineData("999 000 0050"), InlineData("999 000 0069")]
    public void Is_read_as_people_write_it(string text)
    {
        NhsNumber.TryParse(text, out var number).ShouldBeTrue();
        number.ToString().Length.ShouldBe(12);
        number.IsReservedForTests.ShouldBe(text.StartsWith("999", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("943 476 591"), InlineData("943 476 59190"), InlineData("943 476 591X")]
    [InlineData("999 000 0000"), InlineData("999 123 4560"), InlineData("943 476 5910"), InlineData("0000000000"), InlineData("1111111111"), InlineData("٩٤٣٤٧٦٥٩١٩")]
    public void Is_refused_when_it_is_none(string? text) => NhsNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void One_wrong_digit_or_two_neighbours_exchanged_are_always_found()
    {
        var numbers = Gen.Choose(0, 999_999_999).Select(n => n.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture))
            .Where(nine => NhsNumber.CheckDigit(nine) is not null).Select(nine => nine + NhsNumber.CheckDigit(nine));
        Prop.ForAll(numbers.ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (number, place, by) =>
        {
            var digits = number.ToCharArray();
            digits[place] = (char)('0' + ((digits[place] - '0' + by) % 10));
            var swapped = number.ToCharArray();
            var other = (place + 1) % 10;
            (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
            var isSwapTold = other == 0 || swapped[place] == swapped[other] || !NhsNumber.TryParse(new string(swapped), out _);
            return !NhsNumber.TryParse(new string(digits), out _) && isSwapTold;
        }).QuickCheckThrowOnFailure();
    }
}
