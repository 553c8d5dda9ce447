namespace CareCommissioning.Domain.Collaboration;

/// <summary>What can be tied to something else.</summary>
public enum LinkEnd
{
    RegisterEntry,
    PathwayVersion,
    Service,
}

/// <summary>A tie between two things, which a reader can follow from either.</summary>
public sealed class Link
{
    public Link(Guid id, Guid partnershipId, LinkEnd fromEnd, Guid fromId, LinkEnd toEnd, Guid toId, string byName, DateTimeOffset at) =>
        (Id, PartnershipId, FromEnd, FromId, ToEnd, ToId, ByName, At) = (id, partnershipId, fromEnd, fromId, toEnd, toId, byName, at);

    private Link()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public LinkEnd FromEnd { get; private set; }

    public Guid FromId { get; private set; }

    public LinkEnd ToEnd { get; private set; }

    public Guid ToId { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
