using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Governance;

/// <summary>Registers: how an entry ends, and who may say what matters (S0-001, S3-001).</summary>
public sealed class RegisterEntryTests
{
    private static readonly DateOnly Found = new(2026, 3, 1);
    private static readonly DateOnly Today = new(2026, 9, 1);
    private static readonly Actor Commissioner = new(ActorKind.Commissioner, Guid.CreateVersion7(), "Priya Chandra", Role.PctCommissioner, false, Guid.CreateVersion7(), Guid.CreateVersion7(), null);
    private static readonly (ClosedState Delivered, ClosedState Accepted) Ends = (RegisterKinds.Gaps.StateOf("delivered")!, RegisterKinds.Gaps.StateOf("accepted")!);

    [Fact, Requirement("S0-001")]
    public void A_gap_does_not_close_on_a_promise()
    {
        var gap = Entry(RegisterKinds.Gaps);
        foreach (var ties in new LinkedChange[][] { [], [Change(null)], [Change(Found.AddDays(-1))], [Change(Today.AddDays(1))] })
        {
            gap.Close(Ends.Delivered, ties, "It will be built.", Commissioner, Today).Refusal.ShouldBe(GovernanceRefusals.NothingDelivered);
        }

        gap.IsOpen.ShouldBeTrue();
    }

    [Theory, Requirement("S0-001")]
    [InlineData(0), InlineData(30), InlineData(184)]
    public void A_gap_closes_by_a_change_that_came_about_since_it_was_found(int daysLater)
    {
        var gap = Entry(RegisterKinds.Gaps);
        var (planned, delivered) = (Change(null), Change(Found.AddDays(daysLater)));
        gap.Close(Ends.Delivered, [planned, delivered], null, Commissioner, Today).Succeeded.ShouldBeTrue();
        (gap.State, gap.ClosedOn, gap.DeliveredBy).ShouldBe(("delivered", Today, delivered.Id));
    }

    [Theory, Requirement("S0-001")]
    [InlineData(null), InlineData(""), InlineData("   ")]
    public void A_gap_is_accepted_only_by_a_decision_in_words(string? words)
    {
        var gap = Entry(RegisterKinds.Gaps);
        gap.Close(Ends.Accepted, [Change(Found)], words, Commissioner, Today).Refusal.ShouldBe(GovernanceRefusals.DecisionNeeded);
        gap.Close(Ends.Accepted, [], " Too few people. ", Commissioner, Today).Succeeded.ShouldBeTrue();
        (gap.State, gap.Decision, gap.DecidedByName, gap.DeliveredBy).ShouldBe(("accepted", "Too few people.", "Priya Chandra", null));
    }

    [Fact, Requirement("S0-001")]
    public void What_is_closed_changes_no_more_until_it_is_opened_again_with_a_reason()
    {
        var gap = Entry(RegisterKinds.Gaps);
        gap.Reopen("Why not", Commissioner).Refusal.ShouldBe(GovernanceRefusals.EntryOpen);
        gap.Close(Ends.Accepted, [], "Too few people.", Commissioner, Today);
        gap.Describe(Description).Refusal.ShouldBe(GovernanceRefusals.EntryClosed);
        gap.Close(Ends.Accepted, [], "Once more.", Commissioner, Today).Refusal.ShouldBe(GovernanceRefusals.EntryClosed);
        RegisterVote.On(Entry(RegisterKinds.WhatHelps, closed: true), 0, Commissioner, DateTimeOffset.UnixEpoch).Refusal.ShouldBe(GovernanceRefusals.EntryClosed);

        gap.Reopen(" ", Commissioner).Refusal.ShouldBe(GovernanceRefusals.ReasonNeeded);
        gap.Reopen("Nine more asked.", Commissioner).Succeeded.ShouldBeTrue();
        (gap.IsOpen, gap.ClosedOn, gap.Decision).ShouldBe((true, null, "Nine more asked."));
        gap.Describe(Description).Succeeded.ShouldBeTrue();
    }

    [Fact, Requirement("S3-001")]
    public void Nobody_has_more_votes_than_the_register_gives()
    {
        var statement = Entry(RegisterKinds.WhatHelps);
        RegisterVote.On(statement, RegisterKinds.WhatHelps.VotesEach, Commissioner, DateTimeOffset.UnixEpoch).Refusal!.Code.ShouldBe("no-votes-left");
        var vote = RegisterVote.On(statement, RegisterKinds.WhatHelps.VotesEach - 1, Commissioner, DateTimeOffset.UnixEpoch).Value!;
        (vote.EntryId, vote.Side).ShouldBe((statement.Id, ActorKind.Commissioner));
    }

    [Fact]
    public void Registers_are_declared_so_that_they_can_be_kept()
    {
        RegisterKinds.All.Select(kind => kind.Code).ShouldBeUnique();
        foreach (var kind in RegisterKinds.All)
        {
            RegisterKinds.Find(kind.Code).ShouldBeSameAs(kind);
            kind.Fields.Select(field => field.Key).ShouldBeUnique();
            kind.Closed.Select(state => state.Code).Append(RegisterEntry.Open).ShouldBeUnique();
            kind.Closed.ShouldAllBe(state => state.Needs != StateNeeds.Nothing);
            kind.Categories.ShouldAllBe(category => category.Length <= 120);
            AccessTable.Roles.Values.ShouldContain(role => role.Permissions.Contains(kind.Keep));
        }
    }

    private static EntryDescription Description => new("No home treatment at night", RegisterKinds.Gaps.Categories[0], null, null, Found, new Dictionary<string, string> { ["unmet"] = "12" });

    private static RegisterEntry Entry(RegisterKind kind, bool closed = false)
    {
        var entry = new RegisterEntry(Guid.CreateVersion7(), Commissioner.PartnershipId!.Value, kind, Description);
        if (closed)
        {
            entry.Close(kind.Closed[^1], [], "Decided.", Commissioner, Today);
        }

        return entry;
    }

    private static LinkedChange Change(DateOnly? cameAbout) => new(LinkEnd.Service, Guid.CreateVersion7(), "A service", cameAbout);
}
