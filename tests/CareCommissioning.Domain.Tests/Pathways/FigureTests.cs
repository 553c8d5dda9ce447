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

    [Fact, Requirement("S2-004", "S2-016")]
    public void Hand_offs_are_carried_through_choice_points()
    {
        // The trust's ward, a choice, another choice; then the trust again (40 %) or the council within 10 days (60 %).
        var map = Small()
            .With(Small().StepOf("ward") with { Accountable = Id("trust") })
            .With(Small().StepOf("team") with { Accountable = Id("council") })
            .With(new ChoicePoint { Id = Id("where"), StageId = Id("then"), Name = "Where?" })
            .With(new ChoicePoint { Id = Id("who"), StageId = Id("then"), Name = "Who?" })
            .With(Step("own", "then") with { Accountable = Id("trust"), Setting = Setting.Home })
            .Without(Id("ward>team"))
            .With(Move("ward", "where", 100))
            .With(Move("where", "who", 100))
            .With(Move("who", "own", 40))
            .With(Move("who", "team", 60) with { WaitingStandardDays = 10 })
            .With(Move("own", "out", 100));
        var figures = PathwayFigures.Of(map, Today);

        figures.HandOffs!.Value.ShouldBe(0.6, 1e-9);
        var boundary = figures.Organisations.ShouldHaveSingleItem();
        (boundary.From, boundary.To, boundary.MeanWaitDays).ShouldBe((Id("trust"), Id("council"), 10));
        boundary.PerYear.ShouldBe(figures.EnteringPerYear * 0.6, 1e-6);
        figures.Settings.Select(it => (it.From, it.To)).ShouldBe([(Setting.Inpatient, Setting.Community), (Setting.Inpatient, Setting.Home)]);
    }

    [Fact, Requirement("S2-064")]
    public void Community_reach_is_the_part_of_those_who_leave_hospital_whose_next_step_is_outside()
    {
        var map = Small().With(Move("ward", "team", 75)).With(Move("ward", "out", 25));
        PathwayFigures.Of(map, Today).CommunityReach!.Value.ShouldBe(0.75, 1e-9);
        PathwayFigures.Of(Small().With(Small().StepOf("ward") with { Setting = Setting.Home }), Today).CommunityReach.ShouldBeNull();
    }

    [Fact]
    public void A_ring_that_nobody_can_enter_stops_nothing()
    {
        var ring = Small().With(Step("a", "then")).With(Step("b", "then")).With(Move("a", "b", 100)).With(Move("b", "a", 100));
        var figures = PathwayFigures.Of(ring, Today);
        figures.NoFlow.ShouldBeNull();
        figures.Flow.At(Id("a")).ShouldBe(0);
        figures.Flow.At(Id("team")).ShouldBe(figures.EnteringPerYear, 1e-9);
        PathwayFigures.Of(ring.With(Move("ward", "a", 10)).With(Move("ward", "team", 90)), Today).NoFlow.ShouldNotBeNull();
    }

    [Fact]
    public void Shares_that_nobody_has_said_are_told()
    {
        var map = Small().With(Move("ward", "team", null)).With(Move("ward", "out", null));
        PathwayFigures.Of(map, Today).Flow.Assumed.ShouldHaveSingleItem().Id.ShouldBe(Id("ward"));
        PathwayFigures.Of(Small(), Today).Flow.Assumed.ShouldBeEmpty();
    }

    [Fact, Requirement("S0-016")]
    public void A_step_that_stands_in_for_another_avoids_its_share_of_people_days_and_cost()
    {
        var map = Small()
            .With(Small().StepOf("ward") with { Setting = Setting.Inpatient, StayDays = 30, UnitCost = 410, CostBasis = CostBasis.Day })
            .With(Small().StepOf("team") with { AlternativeTo = Id("ward"), Diverts = 25 });
        var figures = PathwayFigures.Of(map, Today);

        var it = figures.Substitutions.ShouldHaveSingleItem();
        it.AvoidedPerYear.ShouldBe(figures.EnteringPerYear / 4, 1e-6);
        it.DaysReleased!.Value.ShouldBe(it.AvoidedPerYear * 30, 1e-6);
        it.CostReleased!.Value.ShouldBe((decimal)it.AvoidedPerYear * 30 * 410, 0.01m);
    }

    [Fact, Requirement("S2-037", "S2-059")]
    public void Who_waits_too_long_and_what_is_sent_too_late_is_counted_where_somebody_has_said_it()
    {
        var map = Small().With(Move("ward", "team", 100) with { WaitingStandardDays = 7, WithinStandard = 80, Information = "Discharge summary", InformationTimely = 60 });
        var figures = PathwayFigures.Of(map, Today);
        figures.Waits.ShouldHaveSingleItem().LatePerYear!.Value.ShouldBe(figures.EnteringPerYear * 0.2, 1e-6);
        figures.Information.ShouldHaveSingleItem().LatePerYear!.Value.ShouldBe(figures.EnteringPerYear * 0.4, 1e-6);
        PathwayFigures.Of(Small().With(Move("ward", "team", 100) with { WaitingStandardDays = 7 }), Today).Waits[0].LatePerYear.ShouldBeNull();
    }

    [Fact, Requirement("S2-016")]
    public void Whoever_passes_a_boundary_passes_some_move_and_nobody_passes_more_often_than_people_move()
    {
        for (var seed = 0u; seed < 60; seed++)
        {
            var map = Any(seed);
            map = map with { Steps = [.. map.Steps.Select((step, i) => step with { Accountable = Id($"o{i % 3}"), Setting = (Setting)(i % 4) })] };
            var figures = PathwayFigures.Of(map, Today);
            var moved = figures.Flow.Moves.Where(move => map.Node(move.Move.To) is Step).Sum(move => move.PerYear);
            figures.Organisations.Sum(it => it.PerYear).ShouldBeInRange(-1e-6, moved + 1e-6, $"seed {seed}");
            figures.Organisations.ShouldAllBe(it => double.IsFinite(it.PerYear) && it.From != it.To);
            figures.CommunityReach?.ShouldBeInRange(-1e-9, 1 + 1e-9);
        }
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
