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

    public IReadOnlyList<OrganisationName> Names => _names;

    public IReadOnlyList<PartnershipMember> Partnerships => _partnerships;

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
        organisation._partnerships.Add(new PartnershipMember(partnershipId, id, openedOn));
        return organisation;
    }

    /// <summary>Takes a new name from <paramref name="from"/>; the old one is kept with its dates.</summary>
    public Outcome Rename(string name, DateOnly from)
    {
        var current = _names.Single(n => n.ValidTo is null);
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
        _names.Single(n => n.ValidTo is null).Correct(name);
        Name = name;
    }

    public void SetCode(string? code) => Code = code;

    /// <summary>Makes it a member of a consortium or local clinical partnership, or of none.</summary>
    public Outcome JoinConsortium(Guid? consortiumId)
    {
        if (consortiumId == Id)
        {
            return PartnershipRefusals.MemberOfItself;
        }

        MemberOfId = consortiumId;
        return Outcome.Done;
    }

    /// <summary>Closes it on <paramref name="on"/> (exclusive), its work going to <paramref name="successorId"/> or to nobody.</summary>
    public Outcome Close(DateOnly on, Guid? successorId)
    {
        if (ClosedOn is not null)
        {
            return PartnershipRefusals.AlreadyClosed;
        }

        if (on <= OpenedOn)
        {
            return PartnershipRefusals.ClosesBeforeItOpens(OpenedOn);
        }

        if (successorId == Id)
        {
            return PartnershipRefusals.SucceedsItself;
        }

        (ClosedOn, SuccessorId) = (on, successorId);
        return Outcome.Done;
    }

    /// <summary>Begins to serve another partnership.</summary>
    public Outcome Serve(Guid partnershipId, DateOnly from)
    {
        if (_partnerships.Exists(p => p.PartnershipId == partnershipId && p.ValidTo is null))
        {
            return PartnershipRefusals.AlreadyServes;
        }

        _partnerships.RemoveAll(p => p.PartnershipId == partnershipId);
        _partnerships.Add(new PartnershipMember(partnershipId, Id, from));
        return Outcome.Done;
    }

    /// <summary>Stops serving a partnership on <paramref name="on"/> (exclusive). The one that keeps the record is left by closing.</summary>
    public Outcome StopServing(Guid partnershipId, DateOnly on)
    {
        if (partnershipId == PartnershipId)
        {
            return PartnershipRefusals.ServesNoPartnership;
        }

        var member = _partnerships.Single(p => p.PartnershipId == partnershipId);
        if (on <= member.ValidFrom)
        {
            return PartnershipRefusals.ClosesBeforeItOpens(member.ValidFrom);
        }

        member.EndOn(on);
        return Outcome.Done;
    }
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

/// <summary>That an organisation serves a partnership, and since when.</summary>
public sealed class PartnershipMember
{
    internal PartnershipMember(Guid partnershipId, Guid organisationId, DateOnly validFrom) =>
        (PartnershipId, OrganisationId, ValidFrom) = (partnershipId, organisationId, validFrom);

    private PartnershipMember()
    {
    }

    public Guid PartnershipId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>First day it no longer serves; null while it does.</summary>
    public DateOnly? ValidTo { get; private set; }

    internal void EndOn(DateOnly day) => ValidTo = day;
}
