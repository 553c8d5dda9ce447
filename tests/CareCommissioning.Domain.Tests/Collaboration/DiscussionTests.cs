using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Collaboration;

/// <summary>Comments, answers, and what became of them (C28, S2-043).</summary>
public sealed class DiscussionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Provider = Person(ActorKind.Provider, Role.ProviderManager);
    private static readonly Actor Commissioner = Person(ActorKind.Commissioner, Role.PctCommissioner);

    [Fact]
    public void An_answer_says_what_became_of_it_and_is_given_once()
    {
        var comment = Say(DiscussionKind.Suggestion);
        comment.Answer("Added", Disposition.Changed, Commissioner, Now).Succeeded.ShouldBeTrue();

        comment.State.ShouldBe(DiscussionState.Answered);
        comment.Answer("Once more", Disposition.Explained, Commissioner, Now).Refusal.ShouldBe(CollaborationRefusals.AnsweredAlready);
        comment.Entries.Select(entry => (entry.Number, entry.Text, entry.Disposition)).ShouldBe([(1, "Text", null), (2, "Added", Disposition.Changed)]);
    }

    [Fact]
    public void Who_started_it_asks_again_and_nobody_else_does()
    {
        var comment = Say(DiscussionKind.Question);
        comment.Answer("Because", Disposition.Explained, Commissioner, Now);

        comment.AskAgain("Why?", Commissioner, Now).Refusal.ShouldBe(CollaborationRefusals.NotYours);
        comment.AskAgain("Why?", Provider, Now).Succeeded.ShouldBeTrue();
        (comment.State, comment.Disposition).ShouldBe((DiscussionState.Open, null));
    }

    [Fact, Requirement("S2-043")]
    public void A_variation_is_piloted_before_its_result_is_told_and_nothing_else_is()
    {
        Say(DiscussionKind.Comment).Answer("Let us try", Disposition.ToBePiloted, Commissioner, Now).Refusal.ShouldBe(CollaborationRefusals.NothingToPilot);

        var variation = Say(DiscussionKind.Variation);
        variation.Answer("Six months", Disposition.ToBePiloted, Commissioner, Now);
        variation.State.ShouldBe(DiscussionState.Piloted);
        variation.Answer("Fewer admissions: taken over", Disposition.Changed, Commissioner, Now).Succeeded.ShouldBeTrue();
        variation.State.ShouldBe(DiscussionState.Answered);
    }

    private static Discussion Say(DiscussionKind kind) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), DiscussionSubject.PathwayVersion, Guid.CreateVersion7(), null, kind, false, " Text ", Provider, Now);

    private static Actor Person(ActorKind kind, Role role) => new(kind, Guid.CreateVersion7(), "Ann", role, false, Guid.CreateVersion7(), null, null);
}
