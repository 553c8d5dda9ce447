using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Collaboration;

/// <summary>What can be agreed together.</summary>
public enum AgreementSubject
{
    PathwayVersion,
    ConsensusStatement,
}

/// <summary>How far an agreement has come.</summary>
public enum AgreementState
{
    /// <summary>Positions are taken, and changed.</summary>
    Open,

    /// <summary>Everybody who must sign has agreed; nothing changes any more.</summary>
    Reached,

    /// <summary>Taken back, with the reason, before it was reached.</summary>
    Withdrawn,
}

/// <summary>What an organisation thinks of it.</summary>
public enum Position
{
    Agree,

    /// <summary>Counts as agreement; the reason stays beside it.</summary>
    AgreeWithReservation,

    /// <summary>Of somebody who must sign: nothing is agreed. Of anybody else: it stays in sight.</summary>
    Disagree,
}

/// <summary>
/// A frozen thing, the organisations that are asked about it, and the position of each. It is reached when all that must sign agree;
/// who disagrees, and with what reservation others agree, stays visible for good (S0-011, S0-056).
/// </summary>
public sealed class Agreement
{
    public const int MaxTitleLength = 200;
    public const int MaxReasonLength = 4000;

    private readonly List<AgreementParty> _parties = [];
    private readonly List<AgreementPosition> _positions = [];

    /// <param name="title">What is signed, as its readers call it: "Schizophrenia, version 2".</param>
    /// <param name="fingerprint">Of the content that is signed: the same content has the same one.</param>
    /// <param name="by">Who asks for the signatures.</param>
    public Agreement(Guid id, Guid partnershipId, AgreementSubject subject, Guid subjectId, string title, string fingerprint, Actor by, DateTimeOffset at)
    {
        (Id, PartnershipId, Subject, SubjectId, Fingerprint) = (id, partnershipId, subject, subjectId, fingerprint);
        Title = title.Length <= MaxTitleLength ? title : title[..MaxTitleLength];
        (OpenedBy, OpenedByName, OpenedAt) = (by.AccountId, by.Name, at);
    }

    private Agreement()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public AgreementSubject Subject { get; private set; }

    public Guid SubjectId { get; private set; }

    public string Title { get; private set; } = "";

    public string Fingerprint { get; private set; } = "";

    public AgreementState State { get; private set; }

    public Guid? OpenedBy { get; private set; }

    public string OpenedByName { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was reached or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnBecause { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<AgreementParty> Parties => _parties;

    /// <summary>Every position ever taken, in the order in which they were: the last one of an organisation counts.</summary>
    public IReadOnlyList<AgreementPosition> Positions => _positions;

    /// <summary>Asks an organisation; asking again changes whether it must sign.</summary>
    public void Ask(Guid organisation, bool mustSign)
    {
        _parties.RemoveAll(party => party.OrganisationId == organisation);
        _parties.Add(new AgreementParty(this, organisation, mustSign));
    }

    /// <summary>The position of an organisation as it stands; null while it has taken none.</summary>
    public AgreementPosition? PositionOf(Guid organisation) => _positions.Where(position => position.OrganisationId == organisation).MaxBy(position => position.Number);

    /// <summary>Whether everybody who must sign agrees, be it with a reservation.</summary>
    public bool AllAgree => _parties.Exists(party => party.MustSign)
        && _parties.Where(party => party.MustSign).All(party => PositionOf(party.OrganisationId) is { Position: not Position.Disagree });

    /// <summary>Takes the position of the signatory's own organisation; <see cref="Conclude"/> follows.</summary>
    /// <param name="reason">Needed for a reservation and for disagreement.</param>
    public Outcome Sign(Actor signatory, Position position, string? reason, DateTimeOffset at)
    {
        if (State != AgreementState.Open)
        {
            return CollaborationRefusals.NotOpen;
        }

        if (_parties.Find(party => party.OrganisationId == signatory.OrganisationId) is not { } party)
        {
            return CollaborationRefusals.NotAsked;
        }

        if (position != Position.Agree && string.IsNullOrWhiteSpace(reason))
        {
            return CollaborationRefusals.ReasonNeeded;
        }

        _positions.Add(new AgreementPosition(this, _positions.Count + 1, party.OrganisationId, position, reason, signatory, at));
        return Outcome.Done;
    }

    /// <summary>Closes it when all who must sign agree. A step of its own: the database lets nothing be reached before the signatures are there.</summary>
    /// <returns>True when it is reached by this.</returns>
    public bool Conclude(DateTimeOffset at)
    {
        if (State != AgreementState.Open || !AllAgree)
        {
            return false;
        }

        (State, ClosedAt) = (AgreementState.Reached, at);
        return true;
    }

    /// <summary>Ends it before it is reached, with the reason; the positions taken stay to be read.</summary>
    public Outcome Withdraw(string reason, DateTimeOffset at)
    {
        if (State != AgreementState.Open)
        {
            return CollaborationRefusals.NotOpen;
        }

        (State, ClosedAt, WithdrawnBecause) = (AgreementState.Withdrawn, at, reason);
        return Outcome.Done;
    }
}

/// <summary>An organisation that is asked.</summary>
public sealed class AgreementParty
{
    internal AgreementParty(Agreement agreement, Guid organisation, bool mustSign) =>
        (AgreementId, PartnershipId, OrganisationId, MustSign) = (agreement.Id, agreement.PartnershipId, organisation, mustSign);

    private AgreementParty()
    {
    }

    public Guid AgreementId { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>Without it nothing is agreed; others are asked, and heard.</summary>
    public bool MustSign { get; private set; }
}

/// <summary>A position that an organisation took, and who signed for it. It is never changed: another one follows.</summary>
public sealed class AgreementPosition
{
    internal AgreementPosition(Agreement agreement, int number, Guid organisation, Position position, string? reason, Actor by, DateTimeOffset at)
    {
        (AgreementId, PartnershipId, Number, OrganisationId, Position, At) = (agreement.Id, agreement.PartnershipId, number, organisation, position, at);
        (By, ByName, ByRole) = (by.AccountId, by.Name, by.Role?.Describe().Name ?? "");
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
    }

    private AgreementPosition()
    {
    }

    public Guid AgreementId { get; private set; }

    public Guid PartnershipId { get; private set; }

    /// <summary>1 for the first that anybody took.</summary>
    public int Number { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Position Position { get; private set; }

    public string? Reason { get; private set; }

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    public string ByRole { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
