using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways.Picture;

/// <summary>Pictures of bands: what goes in comes out, nothing is lost, no label covers another (S2-044).</summary>
public sealed class BandTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    [Fact]
    public void Every_move_that_people_take_is_a_band_or_is_told_as_leading_back()
    {
        for (var seed = 0u; seed < 100; seed++)
        {
            var flow = MapFlow.Of(Any(seed));
            var plan = BandPlan.Of(Any(seed), flow);
            (plan.Bands.Count + plan.Left.Count).ShouldBe(flow.Moves.Count(move => move.PerYear > 0), $"seed {seed}");
            var columns = plan.Bars.ToDictionary(bar => bar.Id, bar => bar.Column);
            plan.Bands.ShouldAllBe(band => columns[band.From] < columns[band.To], $"seed {seed}");
        }
    }

    [Fact]
    public void A_way_back_is_told_and_not_drawn()
    {
        var map = Small().With(Move("ward", "team", 80)).With(Move("team", "ward", 10)).With(Move("team", "out", 90)).With(Move("ward", "out", 20));
        BandPlan.Of(map, MapFlow.Of(map)).Left.ShouldHaveSingleItem().Move.Id.ShouldBe(Id("team>ward"));
    }

    [Fact]
    public void No_label_leaves_the_picture_or_covers_another_and_bands_start_and_end_at_their_bars()
    {
        for (var seed = 0u; seed < 60; seed++)
        {
            var layout = BandLayout.Of(BandPlan.Of(Any(seed), MapFlow.Of(Any(seed))));
            var labels = layout.Bars.Select(bar => bar.Label).ToList();
            labels.ShouldAllBe(label => label.X >= 0 && label.Y >= 0 && label.X + label.Width <= layout.Width && label.Y + label.Height <= layout.Height, $"seed {seed}");
            labels.SelectMany((one, i) => labels.Skip(i + 1).Where(other => Overlap(one, other))).ShouldBeEmpty($"seed {seed}");
            layout.Bands.ShouldAllBe(band => band.FromX < band.ToX && double.IsFinite(band.FromY) && double.IsFinite(band.ToY));
        }
    }

    [Fact, Requirement("S2-044")]
    public void Money_that_goes_out_from_payers_is_what_steps_cost_to_the_penny()
    {
        for (var seed = 0u; seed < 60; seed++)
        {
            var map = Any(seed);
            map = map with
            {
                Steps = [.. map.Steps.Select((step, i) => step with { UnitCost = 10.01m * (i + 1), CostBasis = CostBasis.Episode, Accountable = i % 4 == 0 ? null : Id($"o{i % 3}"), Payers = i % 5 == 0 ? null : new PayerShares(33.33m, 33.33m, 33.34m, 0) })],
            };
            var figures = PathwayFigures.Of(map, Today);
            var plan = BandPlan.OfMoney(figures, _ => "Somebody");
            foreach (var column in Enumerable.Range(0, 3))
            {
                plan.Bars.Where(bar => bar.Column == column).Sum(bar => bar.Value).ShouldBe((double)figures.TotalCost, 0.001, $"seed {seed}");
            }

            plan.Bands.Sum(band => band.Value).ShouldBe(2 * (double)figures.TotalCost, 0.001, $"seed {seed}");
        }
    }

    [Fact]
    public void Hostile_names_stay_text()
    {
        var map = Small().With(Small().StepOf("ward") with { Name = "<script>alert(1)</script>" });
        BandPicture.Svg(BandPlan.Of(map, MapFlow.Of(map)), "Flow", value => value.ToString("0"), "flow").ShouldContain("&lt;script&gt;");
        BandPicture.Svg(BandPlan.Of(PathwayMap.Empty, MapFlow.Of(PathwayMap.Empty)), "Flow", value => value.ToString("0"), "flow").ShouldStartWith("<svg");
    }

    private static bool Overlap(MapRect one, MapRect other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}
