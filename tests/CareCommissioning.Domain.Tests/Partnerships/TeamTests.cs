using CareCommissioning.Domain.Partnerships;

namespace CareCommissioning.Domain.Tests.Partnerships;

public sealed class TeamTests
{
    private readonly Team _team = new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, "South team");

    [Fact, Trait("Requirement", "S1-048")]
    public void The_manager_is_a_member_and_stops_managing_when_they_leave()
    {
        var manager = Guid.CreateVersion7();
        _team.AppointManager(manager);
        _team.Add(manager);

        _team.Members.ShouldHaveSingleItem().AccountId.ShouldBe(manager);
        _team.Remove(manager);
        _team.ManagerId.ShouldBeNull();
        _team.Members.ShouldBeEmpty();
    }

    [Fact, Trait("Requirement", "C43")]
    public void A_team_closes_once_and_may_be_reopened()
    {
        var day = new DateOnly(2026, 3, 14);
        _team.Reopen().Refusal!.Code.ShouldBe("not-closed");
        _team.Close(day).Succeeded.ShouldBeTrue();
        _team.Close(day).Refusal!.Code.ShouldBe("already-closed");
        _team.Reopen().Succeeded.ShouldBeTrue();
        _team.ClosedOn.ShouldBeNull();
    }
}
