namespace CareCommissioning.Domain.Accounts;

/// <summary>One browser in which a person is signed in. It lives in the database, so that ending it works on every web node at once.</summary>
public sealed class Session
{
    /// <summary>Without a request for this long it ends (ASVS V7.3.1).</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(15);

    /// <summary>It ends after this long, however busy (ASVS V7.3.2).</summary>
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(8);

    /// <summary>More than this many at once and the oldest ends (ASVS V7.1.2).</summary>
    public const int MostAtOnce = 3;

    public const int MaxAddressLength = 64;
    public const int MaxBrowserLength = 256;

    /// <param name="keyHash">SHA-256 of the 256-bit key in the cookie.</param>
    public Session(Guid id, Guid accountId, byte[] keyHash, Guid? partnershipId, Guid? teamId, string? address, string? browser, DateTimeOffset at)
    {
        (Id, AccountId, KeyHash, PartnershipId, TeamId, Address, Browser) = (id, accountId, keyHash, partnershipId, teamId, address, browser);
        (StartedAt, LastSeenAt, ConfirmedAt) = (at, at, at);
    }

    private Session()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public byte[] KeyHash { get; private set; } = [];

    /// <summary>The partnership the person works in now.</summary>
    public Guid? PartnershipId { get; private set; }

    /// <summary>The team the person works in now.</summary>
    public Guid? TeamId { get; private set; }

    public string? Address { get; private set; }

    public string? Browser { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When the person last proved who they are: at sign-in, or asked again before something that matters.</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>When the second step was passed in this session; null while only the password was given (ASVS V6.3.4).</summary>
    public DateTimeOffset? TwoStepAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was ended; null while it is open, and when it ran out by itself.</summary>
    public SessionEnd? EndedBecause { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) =>
        EndedAt is null && now < LastSeenAt + IdleLimit && now < StartedAt + AbsoluteLimit;

    /// <summary>When it ends if nothing more is asked of it after <paramref name="lastSeen"/>.</summary>
    public DateTimeOffset EndsAt(DateTimeOffset lastSeen) =>
        lastSeen + IdleLimit < StartedAt + AbsoluteLimit ? lastSeen + IdleLimit : StartedAt + AbsoluteLimit;

    /// <summary>How long a confirmed password stands before something that matters must ask again (ASVS V7.5.1).</summary>
    public static readonly TimeSpan ConfirmedFor = TimeSpan.FromMinutes(5);

    /// <summary>Whether the person proved who they are recently enough to change what protects an account.</summary>
    public bool IsConfirmedAt(DateTimeOffset now) => now < ConfirmedAt + ConfirmedFor;

    public void Seen(DateTimeOffset at) => LastSeenAt = at;

    public void Confirm(DateTimeOffset at) => ConfirmedAt = at;

    /// <summary>The second step is passed; whoever knew the key of before knows nothing now (ASVS V7.2.4).</summary>
    /// <param name="keyHash">SHA-256 of the new key in the cookie.</param>
    public void PassTwoStep(byte[] keyHash, DateTimeOffset at) => (KeyHash, TwoStepAt, LastSeenAt, ConfirmedAt) = (keyHash, at, at, at);

    public void End(DateTimeOffset at, SessionEnd because)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBecause) = (at, because);
        }
    }

    public void WorkIn(Guid? partnershipId, Guid? teamId) => (PartnershipId, TeamId) = (partnershipId, teamId);
}

/// <summary>Why a session was ended before it ran out, so that the person can be told.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>The same browser signed in anew.</summary>
    Replaced,

    /// <summary>More than <see cref="Session.MostAtOnce"/> were open.</summary>
    TooMany,

    /// <summary>By the person, from another browser.</summary>
    SignedOutElsewhere,

    /// <summary>By an approver or administrator.</summary>
    EndedByApprover,

    /// <summary>The password or the second step was changed.</summary>
    CredentialsChanged,
}
