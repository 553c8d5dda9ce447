using System.Linq.Expressions;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Partnerships;

/// <summary>A body that commissions, provides, regulates or speaks up, with its names and successors over time (rules E1, S0-006).</summary>
/// <remarks>One partnership registers it and keeps its record; it may serve several.</remarks>
public sealed class Organisation
{
    public const int MaxNameLength = 160;
    public const int MaxCodeLength = 20;

    private readonly List<OrganisationName> _names = [];
    private readonly List<PartnershipMember> _partnerships = [];

    private Organisation()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The partnership that registered it, keeps its record and sees it first.</summary>
    public Guid PartnershipId { get; private set; }

    public string KindCode { get; private set; } = "";

    /// <summary>The name in use now; <see cref="Names"/> has the earlier ones.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Organisation code (ODS) or other official number, unique within the partnership that keeps it.</summary>
    public string? Code { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>First day on which it no longer exists.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The organisation that took over its work.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>The consortium or local clinical partnership it is a member of (S2-063).</summary>
    public Guid? MemberOfId { get; private set; }

    public uint Version { get; private set; }

    /// <summary>The days on which it exists.</summary>
    public Period Existed => new(OpenedOn, ClosedOn);

    public IReadOnlyList<OrganisationName> Names => _names;

    public IReadOnlyList<PartnershipMember> Partnerships => _partnerships;

    private OrganisationName NameInUse => _names.Single(n => n.ValidTo is null);

    /// <summary>Registers an organisation that serves <paramref name="partnershipId"/> from the day it opened.</summary>
    public static Outcome<Organisation> Register(Guid id, Guid partnershipId, OrganisationKind kind, string name, string? code, DateOnly openedOn)
    {
        if (!kind.Existed.Contains(openedOn))
        {
            return PartnershipRefusals.KindDidNotExist(kind.Name, openedOn);
        }

        var organisation = new Organisation
        {
            Id = id,
            PartnershipId = partnershipId,
            KindCode = kind.Code,
            Name = name,
            Code = code,
            OpenedOn = openedOn,
        };
        organisation._names.Add(new OrganisationName(id, name, openedOn));
        organisation._partnerships.Add(new PartnershipMember(partnershipId, id, openedOn, acceptedOn: openedOn));
        return organisation;
    }

    /// <summary>Takes a new name from <paramref name="from"/>; the old one is kept with its dates.</summary>
    public Outcome Rename(string name, DateOnly from)
    {
        if (ClosedOn is not null)
        {
            return PartnershipRefusals.AlreadyClosed;
        }

        var current = NameInUse;
        if (from <= current.ValidFrom)
        {
            return PartnershipRefusals.NameBeginsTooEarly(current.ValidFrom);
        }

        current.EndOn(from);
        _names.Add(new OrganisationName(Id, name, from));
        Name = name;
        return Outcome.Done;
    }

    /// <summary>Mends a name written wrongly: no new name began.</summary>
    public void CorrectName(string name)
    {
        NameInUse.Correct(name);
        Name = name;
    }

    public void SetCode(string? code) => Code = code;

    /// <summary>Makes it a member of a consortium or local clinical partnership, or of none. Whoever has joined one has no members of its own to gain.</summary>
    public Outcome JoinConsortium(Organisation? consortium)
    {
        if (consortium?.Id == Id)
        {
            return PartnershipRefusals.MemberOfItself;
        }

        if (consortium?.MemberOfId is not null)
        {
            return PartnershipRefusals.ConsortiumIsAMember(consortium.Name);
        }

        MemberOfId = consortium?.Id;
        return Outcome.Done;
    }

    /// <summary>Closes it on <paramref name="on"/> (exclusive), its work going to <paramref name="successor"/> or to nobody.</summary>
    /// <param name="tookOverOn">Latest day on which it took over the work of another; null when it never did. It closes later than that.</param>
    /// <remarks>A successor is still there on that day, so a chain of successors runs forward in time and never comes back to where it began.</remarks>
    public Outcome Close(DateOnly on, Organisation? successor, DateOnly? tookOverOn = null)
    {
        if (ClosedOn is not null)
        {
            return PartnershipRefusals.AlreadyClosed;
        }

        if (on <= OpenedOn)
        {
            return PartnershipRefusals.ClosesBeforeItOpens(OpenedOn);
        }

        if (on <= NameInUse.ValidFrom)
        {
            return PartnershipRefusals.ClosesBeforeItsName(NameInUse.ValidFrom);
        }

        if (on <= tookOverOn)
        {
            return PartnershipRefusals.ClosesBeforeItTookOver(tookOverOn.Value);
        }

        if (successor?.Id == Id)
        {
            return PartnershipRefusals.SucceedsItself;
        }

        if (successor is not null && !successor.Existed.Contains(on))
        {
            return PartnershipRefusals.SuccessorNotThere(successor.Name, on);
        }

        (ClosedOn, SuccessorId) = (on, successor?.Id);
        return Outcome.Done;
    }

    /// <summary>Takes a closing back that was a mistake.</summary>
    public Outcome Reopen()
    {
        if (ClosedOn is null)
        {
            return PartnershipRefusals.NotClosed;
        }

        (ClosedOn, SuccessorId) = (null, null);
        return Outcome.Done;
    }

    /// <summary>Offers its service to another partnership, or to one it served before. It serves once that partnership accepts.</summary>
    public Outcome Offer(Guid partnershipId, DateOnly from)
    {
        if (!Existed.Contains(from))
        {
            return ClosedOn is null ? PartnershipRefusals.ServesBeforeItOpens(OpenedOn) : PartnershipRefusals.AlreadyClosed;
        }

        switch (Member(partnershipId))
        {
            case null:
                _partnerships.Add(new PartnershipMember(partnershipId, Id, from, acceptedOn: null));
                return Outcome.Done;
            case { ValidTo: null, AcceptedOn: null }:
                return PartnershipRefusals.AlreadyOffered;
            case { ValidTo: null }:
                return PartnershipRefusals.AlreadyServes;
            case var earlier:
                // The history keeps the earlier time; the row tells of the present one.
                earlier.OfferAgain(from);
                return Outcome.Done;
        }
    }

    /// <summary>The partnership to which it was offered lets it serve: its people see that partnership's directory from now on, and it sees theirs.</summary>
    public Outcome Accept(Guid partnershipId, DateOnly on)
    {
        if (Member(partnershipId) is not { AcceptedOn: null } offer)
        {
            return PartnershipRefusals.NotOffered;
        }

        offer.Accept(on);
        return Outcome.Done;
    }

    /// <summary>Takes an offer back, or declines it: nothing of it is left but the log's line.</summary>
    public Outcome WithdrawOffer(Guid partnershipId)
    {
        if (Member(partnershipId) is not { AcceptedOn: null } offer)
        {
            return PartnershipRefusals.NotOffered;
        }

        _partnerships.Remove(offer);
        return Outcome.Done;
    }

    /// <summary>Stops serving a partnership on <paramref name="on"/> (exclusive). The one that keeps the record is left by closing.</summary>
    public Outcome StopServing(Guid partnershipId, DateOnly on)
    {
        if (partnershipId == PartnershipId)
        {
            return PartnershipRefusals.ServesNoPartnership;
        }

        if (Member(partnershipId) is not { ValidTo: null, AcceptedOn: not null } member)
        {
            return PartnershipRefusals.DoesNotServe;
        }

        if (on <= member.ValidFrom)
        {
            return PartnershipRefusals.StopsBeforeItServes(member.ValidFrom);
        }

        member.EndOn(on);
        return Outcome.Done;
    }

    private PartnershipMember? Member(Guid partnershipId) => _partnerships.Find(p => p.PartnershipId == partnershipId);
}

/// <summary>A name an organisation had, from a day until the day before another.</summary>
public sealed class OrganisationName
{
    internal OrganisationName(Guid organisationId, string name, DateOnly validFrom) =>
        (OrganisationId, Name, ValidFrom) = (organisationId, name, validFrom);

    private OrganisationName()
    {
    }

    public Guid OrganisationId { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day of the next name; null while in use.</summary>
    public DateOnly? ValidTo { get; private set; }

    internal void EndOn(DateOnly day) => ValidTo = day;

    internal void Correct(string name) => Name = name;
}

/// <summary>That an organisation serves a partnership, or was offered to it, and from which day.</summary>
public sealed class PartnershipMember
{
    internal PartnershipMember(Guid partnershipId, Guid organisationId, DateOnly validFrom, DateOnly? acceptedOn) =>
        (PartnershipId, OrganisationId, ValidFrom, AcceptedOn) = (partnershipId, organisationId, validFrom, acceptedOn);

    private PartnershipMember()
    {
    }

    public Guid PartnershipId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day it no longer serves; null while it does.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Day on which the partnership accepted; null while it is an offer, which lets nobody see anything.</summary>
    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>Whether it serves on a day, as a query can ask it too.</summary>
    public static Expression<Func<PartnershipMember, bool>> ServesOn(DateOnly day) =>
        member => member.AcceptedOn != null && member.ValidFrom <= day && (member.ValidTo == null || day < member.ValidTo);

    internal void OfferAgain(DateOnly from) => (ValidFrom, ValidTo, AcceptedOn) = (from, null, null);

    internal void Accept(DateOnly on) => AcceptedOn = on;

    internal void EndOn(DateOnly day) => ValidTo = day;
}
