namespace CareCommissioning.Domain.Partnerships;

/// <summary>An NHS commissioner and a council who buy care together for one area. Nothing crosses from one partnership to another.</summary>
public sealed class Partnership
{
    public const int MaxNameLength = 120;
    public const int MaxSlugLength = 40;

    /// <param name="slug">Short name for the command line, lower case: "liverpool".</param>
    public Partnership(Guid id, string name, string slug) => (Id, Name, Slug) = (id, name, slug);

    private Partnership()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public uint Version { get; private set; }
}

/// <summary>Part of a partnership's area by which services, teams and needs are counted.</summary>
public sealed class Locality
{
    public const int MaxNameLength = 120;
    public const int MaxCodeLength = 20;

    /// <param name="areaCode">Code of the area in official statistics, where there is one.</param>
    public Locality(Guid id, Guid partnershipId, string name, string? areaCode) =>
        (Id, PartnershipId, Name, AreaCode) = (id, partnershipId, name, areaCode);

    private Locality()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public string Name { get; private set; } = "";

    public string? AreaCode { get; private set; }

    public uint Version { get; private set; }

    public void Describe(string name, string? areaCode) => (Name, AreaCode) = (name, areaCode);
}
