namespace CareCommissioning.Persistence.Auditing;

/// <summary>One line of the audit log: written by the database itself, chained to the line before, never changed. The application only reads it.</summary>
public sealed class AuditEntry
{
    /// <summary>The partnership whose log this is; <see cref="Platform"/> for what concerns none.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>1, 2, 3 … within the chain, without a gap.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>Role at that moment, or the kind of actor for system and sign-in.</summary>
    public string ActorRole { get; private set; } = "";

    public Guid? OrganisationId { get; private set; }

    /// <summary><c>insert</c>, <c>update</c>, <c>delete</c>, or the name of an event such as <c>signed_in</c>.</summary>
    public string Action { get; private set; } = "";

    public string TableName { get; private set; } = "";

    public string RecordId { get; private set; } = "";

    /// <summary>The table of the record a reader would open: the organisation, for one of its names.</summary>
    public string RootTable { get; private set; } = "";

    public string RootId { get; private set; } = "";

    /// <summary>JSON: column → [before, after]. Secret and identifiable columns say only that they changed.</summary>
    public string Changes { get; private set; } = "{}";

    public string? Reason { get; private set; }

    /// <summary>The page or command from which it was done.</summary>
    public string? Page { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>Network address the request came from; null for the command line and background work.</summary>
    public string? Address { get; private set; }

    public byte[] PreviousHash { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    /// <summary>The chain of what concerns no partnership: set-up, sign-ins at unknown addresses.</summary>
    public static Guid Platform => Guid.Empty;
}
