using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Collaboration;

/// <summary>What can be discussed.</summary>
public enum DiscussionSubject
{
    PathwayVersion,
}

/// <summary>What somebody wants with it.</summary>
public enum DiscussionKind
{
    Comment,
    Question,

    /// <summary>Something should be different.</summary>
    Suggestion,

    /// <summary>Somebody wants to do it another way and see whether that is better (S2-043).</summary>
    Variation,
}

/// <summary>Whether somebody still waits for an answer.</summary>
public enum DiscussionState
{
    Open,
    Answered,

    /// <summary>A variation that is being tried: its result is still to be told.</summary>
    Piloted,
}

/// <summary>What became of it.</summary>
public enum Disposition
{
    /// <summary>Explained: nothing had to change.</summary>
    Explained,
    Changed,
    NotChanged,

    /// <summary>For a variation only.</summary>
    ToBePiloted,
}

/// <summary>A thread about a part of something: what somebody said, what was answered, what became of it. Open ones stop what they are about from being finished.</summary>
public sealed class Discussion
{
    public const int MaxTextLength = 4000;
    public const int MaxPartNameLength = 200;

    private readonly List<DiscussionEntry> _entries = [];

    /// <param name="part">Which part of it, and what it is called now; null for the whole.</param>
    /// <param name="isUrgent">Somebody may come to harm: its owner is told at once (C28).</param>
    public Discussion(Guid id, Guid partnershipId, DiscussionSubject subject, Guid subjectId, (Guid Id, string Name)? part, DiscussionKind kind, bool isUrgent, string text, Actor by, DateTimeOffset at)
    {
        (Id, PartnershipId, Subject, SubjectId, PartId, Kind, IsUrgent) = (id, partnershipId, subject, subjectId, part?.Id, kind, isUrgent);
        PartName = part?.Name is { } name ? name[..Math.Min(name.Length, MaxPartNameLength)] : null;
        (StartedBy, OrganisationId, StartedAt) = (by.AccountId!.Value, by.OrganisationId!.Value, at);
        Say(text, null, by, at);
    }

    private Discussion()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public DiscussionSubject Subject { get; private set; }

    public Guid SubjectId { get; private set; }

    public Guid? PartId { get; private set; }

    /// <summary>As the part was called when this was said.</summary>
    public string? PartName { get; private set; }

    public DiscussionKind Kind { get; private set; }

    public bool IsUrgent { get; private set; }

    public DiscussionState State { get; private set; }

    /// <summary>What became of it, once it is answered.</summary>
    public Disposition? Disposition { get; private set; }

    public Guid StartedBy { get; private set; }

    /// <summary>The organisation for which it was said.</summary>
    public Guid OrganisationId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>In the order in which they were said.</summary>
    public IReadOnlyList<DiscussionEntry> Entries => _entries;

    /// <summary>Answers, and says what became of it.</summary>
    /// <param name="text">The answer; where something changed, what.</param>
    public Outcome Answer(string text, Disposition disposition, Actor by, DateTimeOffset at)
    {
        if (State == DiscussionState.Answered)
        {
            return CollaborationRefusals.AnsweredAlready;
        }

        if (disposition == Collaboration.Disposition.ToBePiloted && Kind != DiscussionKind.Variation)
        {
            return CollaborationRefusals.NothingToPilot;
        }

        Disposition = disposition;
        State = disposition == Collaboration.Disposition.ToBePiloted ? DiscussionState.Piloted : DiscussionState.Answered;
        Say(text, disposition, by, at);
        return Outcome.Done;
    }

    /// <summary>Asks again, which opens it again: for who started it, and for colleagues of the same organisation.</summary>
    public Outcome AskAgain(string text, Actor by, DateTimeOffset at)
    {
        if (by.OrganisationId != OrganisationId)
        {
            return CollaborationRefusals.NotYours;
        }

        (State, Disposition) = (DiscussionState.Open, null);
        Say(text, null, by, at);
        return Outcome.Done;
    }

    private void Say(string text, Disposition? disposition, Actor by, DateTimeOffset at) =>
        _entries.Add(new DiscussionEntry(this, _entries.Count + 1, text, disposition, by, at));
}

/// <summary>One thing said in a discussion. It is never changed.</summary>
public sealed class DiscussionEntry
{
    internal DiscussionEntry(Discussion discussion, int number, string text, Disposition? disposition, Actor by, DateTimeOffset at)
    {
        (DiscussionId, PartnershipId, Number, Text, Disposition, At) = (discussion.Id, discussion.PartnershipId, number, text.Trim(), disposition, at);
        (By, ByName, ByRole, OrganisationId) = (by.AccountId!.Value, by.Name, by.Role?.Describe().Name ?? "", by.OrganisationId!.Value);
    }

    private DiscussionEntry()
    {
    }

    public Guid DiscussionId { get; private set; }

    public Guid PartnershipId { get; private set; }

    /// <summary>1 for what it began with.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Of an answer: what became of it.</summary>
    public Disposition? Disposition { get; private set; }

    public Guid By { get; private set; }

    public string ByName { get; private set; } = "";

    public string ByRole { get; private set; } = "";

    public Guid OrganisationId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
