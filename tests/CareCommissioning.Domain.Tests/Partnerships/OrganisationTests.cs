using System.Globalization;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Partnerships;

/// <summary>Organisations change kind, name and successor over time (rules E1).</summary>
public sealed class OrganisationTests
{
    private static readonly DateOnly Day = new(2010, 4, 1);
    private static readonly OrganisationKind Pct = new("pct", "Primary care trust", OrganisationFunction.NhsCommissioner, null, new Period(new(2001, 4, 1), new(2013, 4, 1)));
    private static readonly OrganisationKind Home = new("private", "Private provider", OrganisationFunction.Provider, Sector.Private, new Period(new(1948, 7, 5)));

    [Theory, Trait("Requirement", "S0-006"), Trait("Requirement", "E1")]
    [InlineData("2001-03-31", false)]
    [InlineData("2001-04-01", true)]
    [InlineData("2013-03-31", true)]
    [InlineData("2013-04-01", false)]
    public void Organisation_opens_only_while_its_kind_exists(string openedOn, bool opens)
    {
        var outcome = Organisation.Register(Guid.CreateVersion7(), Guid.CreateVersion7(), Pct, "Liverpool PCT", "5NL", DateOnly.Parse(openedOn, CultureInfo.InvariantCulture));

        outcome.Succeeded.ShouldBe(opens);
        outcome.Refusal?.Code.ShouldBe("kind-did-not-exist");
    }

    [Fact, Trait("Requirement", "S0-006"), Trait("Requirement", "E1")]
    public void Names_over_time_leave_no_gap_and_never_overlap() =>
        Prop.ForAll<int[]>(days =>
        {
            var organisation = Open("First", Day);
            foreach (var after in days)
            {
                organisation.Rename($"Name {after}", Day.AddDays(after % 10_000));
            }

            var names = organisation.Names.OrderBy(n => n.ValidFrom).ToList();
            return names[0].ValidFrom == Day
                && names.Zip(names.Skip(1)).All(pair => pair.First.ValidTo == pair.Second.ValidFrom && pair.First.ValidFrom < pair.First.ValidTo)
                && names[^1] is { ValidTo: null } last
                && last.Name == organisation.Name;
        }).QuickCheckThrowOnFailure();

    [Fact, Trait("Requirement", "S0-006"), Trait("Requirement", "E1")]
    public void A_chain_of_successors_never_comes_back_to_where_it_began() =>
        Prop.ForAll<(int Who, int Successor, int Day)[]>(closings =>
        {
            var organisations = Enumerable.Range(0, 5).Select(i => Open($"Organisation {i}", Day)).ToList();
            foreach (var (who, successor, day) in closings)
            {
                var closing = organisations[Index(who)];
                closing.Close(Day.AddDays(Index(day) + 1), organisations[Index(successor)], organisations.Where(o => o.SuccessorId == closing.Id).Max(o => o.ClosedOn));
            }

            return organisations.All(start =>
            {
                var steps = 0;
                for (var at = start; at.SuccessorId is { } next; at = organisations.Single(o => o.Id == next))
                {
                    if (++steps > organisations.Count)
                    {
                        return false;
                    }
                }

                return true;
            });

            static int Index(int number) => Math.Abs(number % 5);
        }).QuickCheckThrowOnFailure();

    [Fact, Trait("Requirement", "S0-006"), Trait("Requirement", "E1")]
    public void Closing_names_a_successor_that_is_there_on_that_day()
    {
        var pct = Open("Liverpool PCT", Day);
        var ccg = Open("Liverpool CCG", new DateOnly(2013, 4, 1));

        pct.Close(new DateOnly(2013, 3, 31), ccg).Refusal!.Code.ShouldBe("successor-not-there");
        pct.Close(new DateOnly(2013, 4, 1), pct).Refusal!.Code.ShouldBe("succeeds-itself");
        pct.Close(new DateOnly(2013, 4, 1), ccg).Succeeded.ShouldBeTrue();
        (pct.ClosedOn, pct.SuccessorId).ShouldBe((new DateOnly(2013, 4, 1), ccg.Id));
        pct.Close(new DateOnly(2014, 4, 1), null).Refusal!.Code.ShouldBe("already-closed");
        pct.Rename("Another", new DateOnly(2014, 4, 1)).Refusal!.Code.ShouldBe("already-closed");
    }

    [Fact]
    public void Closing_comes_after_opening_and_after_the_name_in_use_began()
    {
        var organisation = Open("Old name", Day);
        organisation.Rename("New name", Day.AddDays(10));

        organisation.Close(Day, null).Refusal!.Code.ShouldBe("closes-early");
        organisation.Close(Day.AddDays(10), null).Refusal!.Code.ShouldBe("closes-before-its-name");
        organisation.Close(Day.AddDays(11), null).Succeeded.ShouldBeTrue();
    }

    [Fact, Trait("Requirement", "C43")]
    public void A_closing_can_be_taken_back()
    {
        var organisation = Open("Sunrise", Day);
        organisation.Reopen().Refusal!.Code.ShouldBe("not-closed");
        organisation.Close(Day.AddDays(1), null);

        organisation.Reopen().Succeeded.ShouldBeTrue();
        (organisation.ClosedOn, organisation.SuccessorId).ShouldBe((null, null));
    }

    [Fact]
    public void A_mended_name_begins_no_new_one()
    {
        var organisation = Open("Sunirse", Day);
        organisation.CorrectName("Sunrise");

        organisation.Names.ShouldHaveSingleItem().Name.ShouldBe("Sunrise");
        organisation.Name.ShouldBe("Sunrise");
    }

    [Fact, Trait("Requirement", "S2-063")]
    public void Membership_of_a_consortium_goes_one_way()
    {
        var (partnership, practice, other) = (Open("Local clinical partnership", Day), Open("Practice", Day), Open("Other", Day));

        practice.JoinConsortium(partnership).Succeeded.ShouldBeTrue();
        practice.JoinConsortium(practice).Refusal!.Code.ShouldBe("member-of-itself");
        other.JoinConsortium(practice).Refusal!.Code.ShouldBe("consortium-is-a-member");
        partnership.JoinConsortium(practice).Refusal!.Code.ShouldBe("consortium-is-a-member");
        practice.JoinConsortium(null).Succeeded.ShouldBeTrue();
        practice.MemberOfId.ShouldBeNull();
    }

    [Fact, Trait("Requirement", "S0-006")]
    public void A_provider_may_serve_several_partnerships_and_leave_all_but_the_one_that_keeps_its_record()
    {
        var (organisation, other) = (Open("Sunrise", Day), Guid.CreateVersion7());

        organisation.Offer(other, Day.AddDays(-1)).Refusal!.Code.ShouldBe("serves-early");
        organisation.Accept(other, Day).Refusal!.Code.ShouldBe("not-offered");
        organisation.Offer(other, Day).Succeeded.ShouldBeTrue();
        organisation.Offer(other, Day).Refusal!.Code.ShouldBe("already-offered");
        organisation.StopServing(other, Day.AddDays(5)).Refusal!.Code.ShouldBe("does-not-serve");
        organisation.Accept(other, Day).Succeeded.ShouldBeTrue();
        organisation.Accept(other, Day).Refusal!.Code.ShouldBe("not-offered");
        organisation.Offer(other, Day).Refusal!.Code.ShouldBe("already-serves");
        organisation.WithdrawOffer(other).Refusal!.Code.ShouldBe("not-offered");
        organisation.StopServing(organisation.PartnershipId, Day.AddDays(5)).Refusal!.Code.ShouldBe("serves-none");
        organisation.StopServing(other, Day).Refusal!.Code.ShouldBe("stops-early");
        organisation.StopServing(other, Day.AddDays(5)).Succeeded.ShouldBeTrue();
        organisation.StopServing(other, Day.AddDays(6)).Refusal!.Code.ShouldBe("does-not-serve");
        organisation.Offer(other, Day.AddDays(20)).Succeeded.ShouldBeTrue();
        organisation.Partnerships.Single(p => p.PartnershipId == other).AcceptedOn.ShouldBeNull("serving again is offered again");
        organisation.Partnerships.Single(p => p.PartnershipId == other).ValidFrom.ShouldBe(Day.AddDays(20));
    }

    [Fact, Trait("Requirement", "S0-006")]
    public void An_offer_that_is_withdrawn_or_declined_leaves_nothing()
    {
        var (organisation, other) = (Open("Sunrise", Day), Guid.CreateVersion7());

        organisation.WithdrawOffer(other).Refusal!.Code.ShouldBe("not-offered");
        organisation.Offer(other, Day).Succeeded.ShouldBeTrue();
        organisation.WithdrawOffer(other).Succeeded.ShouldBeTrue();
        organisation.Partnerships.Select(p => p.PartnershipId).ShouldBe([organisation.PartnershipId]);
        organisation.Accept(other, Day).Refusal!.Code.ShouldBe("not-offered");
    }

    private static Organisation Open(string name, DateOnly openedOn) =>
        Organisation.Register(Guid.CreateVersion7(), Guid.CreateVersion7(), Home, name, null, openedOn).Value!;
}
