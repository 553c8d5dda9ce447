namespace CareCommissioning.Domain.Pathways;

/// <summary>For whom a pathway is: the people it counts and where the count comes from (S0-010).</summary>
/// <param name="Condition">What they live with, as people say it.</param>
/// <param name="Inclusion">Who belongs and who does not.</param>
/// <param name="Clusters">Care clusters, 0 to 21.</param>
/// <param name="RegisteredPeople">How many are known now.</param>
public sealed record Cohort(string Condition, string? Inclusion, IReadOnlyList<int> Clusters, string? PrevalenceSource, int? RegisteredPeople);

/// <summary>How one partnership cares for one group of people: a name, a cohort, and versions of its map.</summary>
public sealed class Pathway
{
    public const int MaxNameLength = 120;

    /// <param name="name">As staff say it: "Schizophrenia".</param>
    public Pathway(Guid id, Guid partnershipId, string name, Cohort cohort)
    {
        (Id, PartnershipId) = (id, partnershipId);
        Describe(name, cohort, null);
    }

    private Pathway()
    {
    }

    public Guid Id { get; private set; }

    public Guid PartnershipId { get; private set; }

    public string Name { get; private set; } = "";

    public string Condition { get; private set; } = "";

    public string? Inclusion { get; private set; }

    /// <summary>Care clusters, 0 to 21.</summary>
    public List<int> Clusters { get; private set; } = [];

    public string? PrevalenceSource { get; private set; }

    public int? RegisteredPeople { get; private set; }

    /// <summary>Day by which somebody looks at the whole of it again (C28).</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>The account to which urgent comments go (C28); null while nobody is named.</summary>
    public Guid? OwnerId { get; private set; }

    public uint Version { get; private set; }

    public Cohort Cohort => new(Condition, Inclusion, Clusters, PrevalenceSource, RegisteredPeople);

    /// <summary>Names who is told of urgent comments.</summary>
    public void OwnedBy(Guid? account) => OwnerId = account;

    public void Describe(string name, Cohort cohort, DateOnly? reviewOn)
    {
        (Name, ReviewOn) = (name, reviewOn);
        (Condition, Inclusion, Clusters, PrevalenceSource, RegisteredPeople) = (cohort.Condition, cohort.Inclusion, [.. cohort.Clusters], cohort.PrevalenceSource, cohort.RegisteredPeople);
    }
}
