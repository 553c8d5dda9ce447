using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Partnerships;

/// <summary>Primary care trust until 2013, then clinical commissioning group, then integrated care board: data with dates (rules E1).</summary>
public sealed class OrganisationKindTests
{
    private static readonly DateOnly Day = new(2000, 1, 1);

    [Fact, Trait("Requirement", "S0-006"), Trait("Requirement", "E1")]
    public void An_organisation_opens_on_exactly_the_days_its_kind_existed() =>
        Prop.ForAll<int, PositiveInt, int>((from, length, opened) =>
        {
            var existed = new Period(Day.AddDays(from % 10_000), Day.AddDays((from % 10_000) + (length.Get % 5_000) + 1));
            var kind = Kind("kind", existed);
            var day = Day.AddDays(opened % 20_000);
            return Organisation.Register(Guid.CreateVersion7(), Guid.CreateVersion7(), kind, "Name", null, day).Succeeded == existed.Contains(day);
        }).QuickCheckThrowOnFailure();

    [Fact, Trait("Requirement", "S0-006"), Trait("Requirement", "E1")]
    public void A_kind_ends_with_a_successor_that_exists_on_that_day()
    {
        var pct = Kind("pct", new Period(new DateOnly(2001, 4, 1)));
        var ccg = Kind("ccg", new Period(new DateOnly(2013, 4, 1)));

        pct.CloseOn(new DateOnly(2013, 3, 31), ccg).Refusal!.Code.ShouldBe("successor-not-there");
        pct.CloseOn(new DateOnly(2001, 4, 1), null).Refusal!.Code.ShouldBe("kind-closes-early");
        pct.CloseOn(new DateOnly(2013, 4, 1), pct).Refusal!.Code.ShouldBe("succeeds-itself");
        pct.CloseOn(new DateOnly(2013, 4, 1), ccg).Succeeded.ShouldBeTrue();
        (pct.ValidTo, pct.SuccessorCode).ShouldBe((new DateOnly(2013, 4, 1), "ccg"));
        pct.CloseOn(new DateOnly(2014, 4, 1), null).Refusal!.Code.ShouldBe("already-closed");
    }

    [Fact]
    public void A_provider_has_a_sector_and_nothing_else_has()
    {
        Should.Throw<ArgumentException>(() => new OrganisationKind("x", "X", OrganisationFunction.Provider, null, new Period(Day)));
        Should.Throw<ArgumentException>(() => new OrganisationKind("x", "X", OrganisationFunction.Regulator, Sector.Nhs, new Period(Day)));
    }

    private static OrganisationKind Kind(string code, Period existed) => new(code, code, OrganisationFunction.NhsCommissioner, null, existed);
}
