using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Collaboration;

/// <summary>What is agreed, and what stays in sight of those who do not (S0-011, S0-056).</summary>
[Requirement("S0-011", "S0-056")]
public sealed class AgreementTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Organisations = [.. Enumerable.Range(1, 4).Select(n => new Guid(n, 0, 0, new byte[8]))];

    [Fact]
    public void Nobody_signs_for_an_organisation_that_was_not_asked() =>
        Open().Sign(From(3), Position.Agree, null, Now).Refusal.ShouldBe(CollaborationRefusals.NotAsked);

    [Theory]
    [InlineData(Position.Disagree), InlineData(Position.AgreeWithReservation)]
    public void Who_does_not_plainly_agree_says_why(Position position)
    {
        Open().Sign(From(0), position, " ", Now).Refusal.ShouldBe(CollaborationRefusals.ReasonNeeded);
        Open().Sign(From(0), position, "Beds", Now).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void It_is_reached_when_all_who_must_agree_whatever_the_others_think()
    {
        var agreement = Open();
        agreement.Sign(From(2), Position.Disagree, "Too few beds", Now);
        agreement.Sign(From(0), Position.AgreeWithReservation, "Watch the waits", Now);
        agreement.Conclude(Now).ShouldBeFalse();
        agreement.Sign(From(1), Position.Agree, null, Now);

        agreement.Conclude(Now).ShouldBeTrue();
        agreement.State.ShouldBe(AgreementState.Reached);
        agreement.PositionOf(Organisations[2])!.Position.ShouldBe(Position.Disagree);
        agreement.Sign(From(2), Position.Agree, null, Now).Refusal.ShouldBe(CollaborationRefusals.NotOpen);
        agreement.Withdraw("Too late", Now).Refusal.ShouldBe(CollaborationRefusals.NotOpen);
    }

    [Fact]
    public void A_position_that_was_changed_stays_to_be_read()
    {
        var agreement = Open();
        agreement.Sign(From(0), Position.Disagree, "No money", Now);
        agreement.Sign(From(0), Position.Agree, null, Now);

        agreement.PositionOf(Organisations[0])!.Position.ShouldBe(Position.Agree);
        agreement.Positions.Select(position => position.Reason).ShouldBe(["No money", null]);
    }

    [Fact]
    public void Whatever_is_signed_in_whatever_order_it_is_reached_just_when_all_who_must_agree() =>
        Prop.ForAll(Gen.Choose(0, 2).Zip(Gen.Choose(0, 2)).ListOf().ToArbitrary(), signatures =>
        {
            var agreement = Open();
            var last = new Dictionary<int, Position>();
            foreach (var (organisation, position) in signatures)
            {
                var wasReached = last.GetValueOrDefault(0, Position.Disagree) != Position.Disagree && last.GetValueOrDefault(1, Position.Disagree) != Position.Disagree;
                if (agreement.Sign(From(organisation), (Position)position, "Because", Now).Succeeded == wasReached)
                {
                    return false;
                }

                agreement.Conclude(Now);
                if (!wasReached)
                {
                    last[organisation] = (Position)position;
                }
            }

            var all = last.GetValueOrDefault(0, Position.Disagree) != Position.Disagree && last.GetValueOrDefault(1, Position.Disagree) != Position.Disagree;
            return agreement.State == (all ? AgreementState.Reached : AgreementState.Open);
        }).QuickCheckThrowOnFailure();

    /// <summary>Two must sign, one is asked, one has nothing to do with it.</summary>
    private static Agreement Open()
    {
        var agreement = new Agreement(Guid.CreateVersion7(), Guid.CreateVersion7(), AgreementSubject.PathwayVersion, Guid.CreateVersion7(), "Schizophrenia, version 2", "", Actor.System, Now);
        agreement.Ask(Organisations[0], mustSign: true);
        agreement.Ask(Organisations[1], mustSign: false);
        agreement.Ask(Organisations[1], mustSign: true);
        agreement.Ask(Organisations[2], mustSign: false);
        return agreement;
    }

    private static Actor From(int organisation) => new(ActorKind.Commissioner, Guid.CreateVersion7(), "Ann", Role.PctCommissioner, false, Organisations[organisation], null, null);
}
