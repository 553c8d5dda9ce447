using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Pathways;

/// <summary>Care packages: quality and productivity side by side (S2-020); and how far health and social care are one (S2-003).</summary>
public sealed class PackageAndJointTests
{
    private static readonly DateOnly Today = new(2026, 3, 14);
    private static readonly Stage Only = new() { Id = Guid.CreateVersion7(), Name = "Care" };
    private static readonly Pathway Pathway = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Schizophrenia", new Cohort("Schizophrenia", null, [], null, null));

    [Theory, Requirement("S2-020")]
    [InlineData(CostBasis.Contact, 120.0, null, 2, 240.0)]
    [InlineData(CostBasis.Day, 425.71, null, 7, 2979.97)]
    [InlineData(CostBasis.Week, 412.0, null, 1, 412.0)]
    [InlineData(CostBasis.Episode, 3000.0, 42, 1, 500.0)]
    [InlineData(CostBasis.Episode, 3000.0, null, 1, null)]
    [InlineData(null, 3000.0, 42, 1, null)]
    public void A_week_costs_units_times_price_and_a_stay_is_spread_over_its_days(CostBasis? basis, double price, int? stay, int perWeek, double? cost)
    {
        var step = NewStep("x") with { CostBasis = basis, UnitCost = (decimal)price, StayDays = stay };
        PackageFigures.WeeklyCostOf(step, perWeek).ShouldBe((decimal?)cost);
        PackageFigures.WeeklyCostOf(step with { UnitCost = null }, perWeek).ShouldBeNull();
    }

    [Fact, Requirement("S2-020")]
    public void Twice_as_much_costs_twice_as_much() => Prop.ForAll(
        Gen.Choose(1, 100_000).Two().ToArbitrary(),
        pair =>
        {
            var step = NewStep("x") with { CostBasis = CostBasis.Contact, UnitCost = pair.Item1 / 100m };
            var some = pair.Item2 % 40;
            return PackageFigures.WeeklyCostOf(step, some * 2) == PackageFigures.WeeklyCostOf(step, some) * 2;
        }).QuickCheckThrowOnFailure();

    [Fact, Requirement("S2-020")]
    public void A_package_tells_cost_evidence_experience_and_benefits_and_what_is_not_known()
    {
        var backed = NewStep("Home treatment") with { CostBasis = CostBasis.Contact, UnitCost = 100, Evidence = [new(Guid.CreateVersion7(), "A trial", EvidenceType.Trial, EvidenceStrength.Strong, Today)] };
        var old = NewStep("Peers") with { Evidence = [new(Guid.CreateVersion7(), "An old trial", EvidenceType.Trial, EvidenceStrength.Strong, Today.AddDays(-1))] };
        var map = PathwayMap.Empty.Put(Only).Value!.Put(backed).Value!.Put(old).Value!;
        var package = new CarePackage(Guid.CreateVersion7(), Pathway, new("At home", null, [new(backed.Id, backed.Name, 3), new(old.Id, old.Name, 1), new(Guid.CreateVersion7(), "Gone", 1)], []));
        var experience = new PathwayExperience([new(backed.Id, backed.Name, 8, 2, null, 0, 0), new(old.Id, old.Name, 4, 5, null, 0, 0)], 2, 12, 3, 0, 0);

        var figures = PackageFigures.Of(package, map, experience, [Measured(10, 20, 15), Measured(100, 50, 100)], Today);
        (figures.WeeklyCost, figures.Unknown, figures.Backed).ShouldBe((300m, 2, 1));
        figures.Difficulty.ShouldBe(2, "what four people told is not shown");
        figures.Realised.ShouldBe(0.25m);
        PackageFigures.Of(package, map, new([], 0, 0, null, null, null), [], Today).ShouldSatisfyAllConditions(none => none.Difficulty.ShouldBeNull(), none => none.Realised.ShouldBeNull());
    }

    [Fact, Requirement("S2-003")]
    public void Joint_is_what_both_sides_do_and_what_both_pay_for()
    {
        var (trust, council, charity) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var sides = new Dictionary<Guid, Side> { [trust] = Side.Health, [council] = Side.Council };
        Step[] steps =
        [
            NewStep("Both do and pay") with { Accountable = trust, Responsible = [council], Payers = new(60, 40, 0, 0) },
            NewStep("One does, the pool pays") with { Accountable = trust, Payers = new(0, 0, 100, 0) },
            NewStep("Health with a charity") with { Accountable = trust, Responsible = [charity], Payers = new(100, 0, 0, 0) },
            NewStep("Council is only asked") with { Accountable = trust, Consulted = [council], Payers = new(0, 100, 0, 0) },
            NewStep("Nobody said"),
        ];
        var map = steps.Aggregate(PathwayMap.Empty.Put(Only).Value!, (so, step) => so.Put(step).Value!);

        var joint = JointWorking.Of(PathwayFigures.Of(map, Today), sides);
        joint.DoneTogether.Select(step => step.Name).ShouldBe(["Both do and pay"]);
        joint.PaidTogether.Select(step => step.Name).ShouldBe(["Both do and pay", "One does, the pool pays"], ignoreOrder: true);
        (joint.Steps, joint.ShareOfCost).ShouldBe((5, null));
        (joint with { Cost = 400, CostPaidTogether = 100 }).ShareOfCost.ShouldBe(0.25m);
    }

    private static Step NewStep(string name) => new() { Id = Guid.CreateVersion7(), StageId = Only.Id, Name = name };

    private static Measure Measured(decimal from, decimal to, decimal latest)
    {
        var measure = new Measure(Guid.CreateVersion7(), Pathway.PartnershipId);
        measure.Describe(new("Days", "days", null, to > from ? Better.More : Better.Less, null, null), new(from, Today.AddDays(-300)), new(to, Today.AddDays(300)));
        measure.Observe(new(latest, Today), null, Actor.System, Today, DateTimeOffset.UnixEpoch);
        return measure;
    }
}
