using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Partnerships;

/// <summary>People of one organisation who look after service users together, such as a community mental health team (S1-048).</summary>
public sealed class Team
{
    public const int MaxNameLength = 120;

    private readonly List<TeamMember> _members = [];

    public Team(Guid id, Guid partnershipId, Guid organisationId, Guid? localityId, string name) =>
        (Id, PartnershipId, OrganisationId, LocalityId, Name) = (id, partnershipId, organisationId, localityId, name);

    private Team()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The part of the area it serves; null when it serves all of it.</summary>
    public Guid? LocalityId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The account of the team's manager.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>First day on which the team no longer exists.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public uint Version { get; private set; }

    public IReadOnlyList<TeamMember> Members => _members;

    public void Describe(string name, Guid? localityId) => (Name, LocalityId) = (name, localityId);

    /// <summary>Names the manager, who becomes a member too.</summary>
    public void AppointManager(Guid? accountId)
    {
        ManagerId = accountId;
        if (accountId is { } manager)
        {
            Add(manager);
        }
    }

    public void Add(Guid accountId)
    {
        if (!_members.Exists(m => m.AccountId == accountId))
        {
            _members.Add(new TeamMember(Id, accountId));
        }
    }

    /// <summary>Takes a member out; a manager who leaves is no longer manager.</summary>
    public void Remove(Guid accountId)
    {
        _members.RemoveAll(m => m.AccountId == accountId);
        if (ManagerId == accountId)
        {
            ManagerId = null;
        }
    }

    /// <summary>Closes the team from <paramref name="on"/>; who worked in it stays written down.</summary>
    public Outcome Close(DateOnly on)
    {
        if (ClosedOn is not null)
        {
            return PartnershipRefusals.AlreadyClosed;
        }

        ClosedOn = on;
        return Outcome.Done;
    }

    /// <summary>Takes a closing back that was a mistake.</summary>
    public Outcome Reopen()
    {
        if (ClosedOn is null)
        {
            return PartnershipRefusals.NotClosed;
        }

        ClosedOn = null;
        return Outcome.Done;
    }
}

/// <summary>That a person works in a team.</summary>
public sealed class TeamMember
{
    internal TeamMember(Guid teamId, Guid accountId) => (TeamId, AccountId) = (teamId, accountId);

    private TeamMember()
    {
    }

    public Guid TeamId { get; private set; }

    public Guid AccountId { get; private set; }
}
