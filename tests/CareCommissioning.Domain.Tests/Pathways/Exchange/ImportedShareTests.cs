using System.Globalization;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.Exchange.Bpmn;

namespace CareCommissioning.Domain.Tests.Pathways.Exchange;

/// <summary>Shares from other tools' probabilities (S0-012).</summary>
public sealed class ImportedShareTests
{
    [Theory, Requirement("S0-012")]
    [InlineData("0.25 0.75", "25 75")]
    [InlineData("25 75", "25 75")]
    [InlineData("0.33 0.33 0.33", "34 33 33")]
    [InlineData("33 33 33", "34 33 33")]
    [InlineData("0.3333333 0.3333333 0.3333333", "33.33334 33.33333 33.33333")]
    [InlineData("16.67 16.67 66.67", "16.67 16.67 66.66")]
    public void Probabilities_of_0_to_1_and_of_0_to_100_become_shares_that_sum_to_exactly_100(string probabilities, string shares)
    {
        var read = Import(WithProbabilities(probabilities.Split(' '))).Map!.Moves.Skip(1).Select(move => move.Share!.Value).ToList();

        read.ShouldBe(shares.Split(' ').Select(share => decimal.Parse(share, CultureInfo.InvariantCulture)));
        read.Sum().ShouldBe(100);
    }

    [Theory, Requirement("S0-012")]
    [InlineData("0.5 0.4", "50 40"), InlineData("50 20", "50 20")]
    public void Probabilities_that_do_not_come_to_the_whole_are_left_for_people_to_look_at(string probabilities, string shares) =>
        Import(WithProbabilities(probabilities.Split(' '))).Map!.Moves.Skip(1).Select(move => move.Share).ShouldBe(shares.Split(' ').Select(share => (decimal?)decimal.Parse(share, CultureInfo.InvariantCulture)));

    [Theory, Requirement("S0-012")]
    [InlineData("many"), InlineData("NaN"), InlineData("-1"), InlineData("1e400"), InlineData("")]
    public void A_probability_that_is_no_number_gives_no_share(string probability) =>
        Import(WithProbabilities(probability)).Map!.Moves.ShouldAllBe(move => move.Share == null);
}
