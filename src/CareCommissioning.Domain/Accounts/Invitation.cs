using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Accounts;

/// <summary>An approver's offer of an account, by a link that works once and not for long.</summary>
public sealed class Invitation
{
    /// <summary>How long the link works (ASVS V6.4.1).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <param name="linkHash">SHA-256 of the link's 256-bit secret; the secret itself is only in the e-mail.</param>
    /// <param name="invitedBy">Null when the operator made it on the command line.</param>
    public Invitation(
        Guid id,
        string email,
        string displayName,
        Guid organisationId,
        Role role,
        bool isApprover,
        DateOnly startsOn,
        DateOnly? endsOn,
        byte[] linkHash,
        Guid? invitedBy,
        DateTimeOffset at)
    {
        (Id, Email, DisplayName, OrganisationId, Role, IsApprover) = (id, email, displayName, organisationId, role, isApprover);
        (StartsOn, EndsOn, LinkHash, InvitedBy, CreatedAt, ExpiresAt) = (startsOn, endsOn, linkHash, invitedBy, at, at + Lifetime);
    }

    private Invitation()
    {
    }

    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public Guid OrganisationId { get; private set; }

    public Role Role { get; private set; }

    public bool IsApprover { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public byte[] LinkHash { get; private set; } = [];

    public Guid? InvitedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public uint Version { get; private set; }

    public InvitationState StateAt(DateTimeOffset now) =>
        AcceptedAt is not null ? InvitationState.Accepted
        : WithdrawnAt is not null ? InvitationState.Withdrawn
        : now >= ExpiresAt ? InvitationState.Ended
        : InvitationState.Open;

    /// <summary>Spends the invitation and makes the account, still without a password.</summary>
    public Outcome<Account> Accept(DateTimeOffset at)
    {
        switch (StateAt(at))
        {
            case InvitationState.Accepted:
                return AccountRefusals.InvitationUsed;
            case InvitationState.Withdrawn or InvitationState.Ended:
                return AccountRefusals.InvitationEnded;
        }

        AcceptedAt = at;
        return new Account(Guid.CreateVersion7(at), Email, DisplayName, OrganisationId, Role, IsApprover, StartsOn, EndsOn);
    }

    /// <summary>Sends it again: a new link, and the old one is dead.</summary>
    public Outcome Renew(byte[] linkHash, DateTimeOffset at)
    {
        if (AcceptedAt is not null)
        {
            return AccountRefusals.InvitationUsed;
        }

        (LinkHash, ExpiresAt, WithdrawnAt) = (linkHash, at + Lifetime, null);
        return Outcome.Done;
    }

    public Outcome Withdraw(DateTimeOffset at)
    {
        if (AcceptedAt is not null)
        {
            return AccountRefusals.InvitationUsed;
        }

        WithdrawnAt = at;
        return Outcome.Done;
    }
}

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    Open,
    Accepted,
    Withdrawn,
    Ended,
}
