namespace CareCommissioning.Domain.Pathways;

/// <summary>How much of a step somebody gets in a week.</summary>
/// <param name="StepName">As it was called when this was written.</param>
/// <param name="PerWeek">In units of the step's cost: contacts or days a week; 1 for a whole week, or for a stay that is paid as one.</param>
public sealed record PackageLine(Guid StepId, string StepName, decimal PerWeek);

/// <summary>What a care package is told to be.</summary>
/// <param name="ForWhom">In words: needs, cluster, phase.</param>
/// <param name="Benefits">What it is to bring, of the pathway's benefits.</param>
public sealed record PackageDescription(string Name, string? ForWhom, IReadOnlyList<PackageLine> Lines, IReadOnlyList<Guid> Benefits);

/// <summary>What one person gets at a time: steps of a pathway and how much of each; what it costs a week, and what it is to bring (S2-020).</summary>
public sealed class CarePackage
{
    public const int MaxNameLength = 120;
    public const int MaxTextLength = 1000;

    /// <summary>More contacts or days than a week holds for anybody.</summary>
    public const decimal MostPerWeek = 99;

    public CarePackage(Guid id, Pathway pathway, PackageDescription description)
    {
        (Id, PartnershipId, PathwayId) = (id, pathway.PartnershipId, pathway.Id);
        Describe(description);
    }

    private CarePackage()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public Guid PathwayId { get; private set; }

    public string Name { get; private set; } = "";

    public string? ForWhom { get; private set; }

    public IReadOnlyList<PackageLine> Lines { get; private set; } = [];

    public IReadOnlyList<Guid> Benefits { get; private set; } = [];

    public uint Version { get; private set; }

    public void Describe(PackageDescription description) =>
        (Name, ForWhom, Lines, Benefits) = (description.Name, description.ForWhom, description.Lines, description.Benefits);
}
