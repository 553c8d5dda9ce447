using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Governance;

/// <summary>What is told of an entry when it is written down or changed.</summary>
/// <param name="Locality">Null for the whole partnership.</param>
/// <param name="Owner">The account that answers for it; null while nobody does.</param>
/// <param name="FoundOn">Since when it is known: only what came about later can close it.</param>
/// <param name="Values">Of the kind's own fields, by their keys.</param>
public sealed record EntryDescription(string Title, string Category, Guid? Locality, Guid? Owner, DateOnly FoundOn, IReadOnlyDictionary<string, string> Values);

/// <summary>One line of a register: a gap, a statement. What it holds is declared by its <see cref="RegisterKind"/>.</summary>
public sealed class RegisterEntry
{
    public const string Open = "open";
    public const int MaxTitleLength = 200;
    public const int MaxLineLength = 200;
    public const int MaxTextLength = 4000;
    public const int MaxCount = 1_000_000;

    public RegisterEntry(Guid id, Guid partnershipId, RegisterKind kind, EntryDescription description)
    {
        (Id, PartnershipId, KindCode) = (id, partnershipId, kind.Code);
        Set(description);
    }

    private RegisterEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public string KindCode { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Category { get; private set; } = "";

    /// <summary>Null for the whole partnership.</summary>
    public Guid? LocalityId { get; private set; }

    /// <summary>The account that answers for it.</summary>
    public Guid? OwnerId { get; private set; }

    public DateOnly FoundOn { get; private set; }

    /// <summary>Of the kind's own fields, by their keys; those without a value are not there.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary><see cref="Open"/>, or the code of a <see cref="ClosedState"/>.</summary>
    public string State { get; private set; } = Open;

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it was closed, or opened again, in words.</summary>
    public string? Decision { get; private set; }

    public string? DecidedByName { get; private set; }

    /// <summary>The pathway version or service that closed it.</summary>
    public Guid? DeliveredBy { get; private set; }

    public uint Version { get; private set; }

    public bool IsOpen => State == Open;

    public RegisterKind Kind => RegisterKinds.Find(KindCode) ?? throw new InvalidOperationException($"There is no register {KindCode}.");

    public Outcome Describe(EntryDescription description)
    {
        if (!IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        Set(description);
        return Outcome.Done;
    }

    /// <summary>Ends it: only with what the state needs, a delivered change or a decision (S0-001).</summary>
    /// <param name="ties">To what it is tied.</param>
    /// <param name="decision">Needed where the state needs it; kept in any case.</param>
    public Outcome Close(ClosedState to, IEnumerable<LinkedChange> ties, string? decision, Actor by, DateOnly today)
    {
        if (!IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        var delivered = ties.FirstOrDefault(change => change.CameAboutSince(FoundOn, today));
        if (to.Needs == StateNeeds.DeliveredChange && delivered is null)
        {
            return GovernanceRefusals.NothingDelivered;
        }

        if (to.Needs == StateNeeds.Decision && string.IsNullOrWhiteSpace(decision))
        {
            return GovernanceRefusals.DecisionNeeded;
        }

        (State, ClosedOn, DeliveredBy) = (to.Code, today, to.Needs == StateNeeds.DeliveredChange ? delivered!.Id : null);
        (Decision, DecidedByName) = (string.IsNullOrWhiteSpace(decision) ? null : decision.Trim(), by.Name);
        return Outcome.Done;
    }

    /// <summary>Opens it again, with the reason: it turned out not to be solved.</summary>
    public Outcome Reopen(string? reason, Actor by)
    {
        if (IsOpen)
        {
            return GovernanceRefusals.EntryOpen;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return GovernanceRefusals.ReasonNeeded;
        }

        (State, ClosedOn, DeliveredBy) = (Open, null, null);
        (Decision, DecidedByName) = (reason.Trim(), by.Name);
        return Outcome.Done;
    }

    private void Set(EntryDescription description)
    {
        (Title, Category, LocalityId, OwnerId, FoundOn) = (description.Title, description.Category, description.Locality, description.Owner, description.FoundOn);
        Values = description.Values;
    }
}

/// <summary>A vote that somebody put on an entry: "this matters most to me". Of each kind of people it is told how many, never who.</summary>
public sealed class RegisterVote
{
    private RegisterVote(RegisterEntry entry, Guid account, ActorKind side, DateTimeOffset at) =>
        (EntryId, PartnershipId, AccountId, Side, At) = (entry.Id, entry.PartnershipId, account, side, at);

    private RegisterVote()
    {
    }

    public Guid EntryId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>As what the person voted.</summary>
    public ActorKind Side { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <param name="given">How many open entries of the register the person has voted for.</param>
    /// <exception cref="ArgumentException">Somebody without an account votes.</exception>
    public static Outcome<RegisterVote> On(RegisterEntry entry, int given, Actor by, DateTimeOffset at)
    {
        if (!entry.IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        if (given >= entry.Kind.VotesEach)
        {
            return GovernanceRefusals.NoVotesLeft(entry.Kind.VotesEach);
        }

        return new RegisterVote(entry, by.AccountId ?? throw new ArgumentException("Nobody votes.", nameof(by)), by.Kind, at);
    }
}
