using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways;

[Requirement("S0-041", "S0-049", "S2-051")]
public sealed class FigureTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);

    [Fact]
    public void Capacity_is_that_of_the_rules_vector()
    {
        const double load = 210 * 36 / 365.0;
        load.ShouldBe(20.712, 0.001);
        Queueing.PlacesFor(load, 0.85).ShouldBe(25);
        Queueing.Refused(load, 25).ShouldBe(0.0615, 0.0001);
        Queueing.Waits(load, 25).ShouldBe(0.2764, 0.0001);
        Queueing.Waits(load, 22).ShouldBe(0.7049, 0.0001);
        Queueing.Waits(load, 20).ShouldBe(1);
    }

    [Fact]
    public void Flow_is_that_of_the_rules_vector()
    {
        var flow = FlowEquations.Solve([100, 0, 0], [[0, .3, .5], [0, 0, .8], [.1, .05, 0]]).ShouldNotBeNull();
        flow[0].ShouldBe(108.352, 0.001);
        flow[1].ShouldBe(36.682, 0.001);
        flow[2].ShouldBe(83.521, 0.001);
    }

    [Fact]
    public void A_ring_that_nobody_leaves_has_no_flow()
    {
        FlowEquations.Solve([1, 0], [[0, 1], [1, 0]]).ShouldBeNull();
        var ring = Small().Without(Id("team>out")).With(Move("team", "ward", 100));
        PathwayFigures.Of(ring, Today).NoFlow.ShouldNotBeNull();
    }

    [Fact]
    public void As_many_leave_as_enter()
    {
        var figures = PathwayFigures.Of(Small(), Today);
        figures.Steps.ShouldAllBe(step => Math.Abs(step.FlowPerYear - (4 * 365.25 / 7)) < 1e-6);
    }

    [Fact]
    public void A_step_costs_what_people_take_of_it_and_payers_pay_the_whole_to_the_penny()
    {
        var map = Small()
            .With(Small().StepOf("ward") with { StayDays = 36, UnitCost = 410.33m, CostBasis = CostBasis.Day, CostSource = "x", Payers = new PayerShares(33.33m, 33.33m, 33.34m, 0) })
            .With(Small().StepOf("team") with { Contacts = 12, UnitCost = 99.99m, CostBasis = CostBasis.Contact });
        var figures = PathwayFigures.Of(map, Today);
        var flow = (decimal)PathwayFigures.Of(map, Today).EnteringPerYear;
        figures.Steps[0].CostPerYear.ShouldBe(decimal.Round(flow * 36 * 410.33m, 2));
        figures.Steps[1].CostPerYear.ShouldBe(decimal.Round(flow * 12 * 99.99m, 2));
        figures.ByPayer.Sum(payer => payer.Cost).ShouldBe(figures.TotalCost);
        figures.ByPayer.ShouldContain(payer => payer.Payer == "No payer named");
        figures.CommunityShare.ShouldBe(figures.Steps[1].CostPerYear / figures.TotalCost);
    }

    [Fact]
    public void What_is_missing_is_said_and_not_guessed()
    {
        var step = PathwayFigures.Of(Small(), Today).Steps[0];
        step.Load.ShouldBeNull();
        step.CostPerYear.ShouldBeNull();
        step.Working.ShouldContain(line => line.Contains("is not said", StringComparison.Ordinal));
        PathwayFigures.Of(Small(), Today).NotPlanned.Count.ShouldBe(2);
    }

    [Fact, Requirement("S2-004", "S2-016", "S0-048")]
    public void Hand_offs_are_moves_to_another_accountable_organisation_for_each_person()
    {
        var map = Small()
            .With(Small().StepOf("ward") with { Accountable = Id("trust") })
            .With(Small().StepOf("team") with { Accountable = Id("council") })
            .With(Move("ward", "team", 100) with { AssessesAgain = true });
        var figures = PathwayFigures.Of(map, Today);
        figures.HandOffs!.Value.ShouldBe(1, 1e-9);
        figures.Reassessments!.Value.ShouldBe(1, 1e-9);
        figures.Navigability!.Value.ShouldBe(100 / 3.0, 1e-9);
    }

    [Fact]
    public void Any_map_has_figures_or_says_why_not()
    {
        for (var seed = 0u; seed < 100; seed++)
        {
            var figures = PathwayFigures.Of(Any(seed), Today);
            (figures.NoFlow is null || figures.NoFlow.Length > 0).ShouldBeTrue();
            figures.Steps.ShouldAllBe(step => double.IsFinite(step.FlowPerYear) && step.FlowPerYear >= -1e-6, $"seed {seed}");
        }
    }
}
