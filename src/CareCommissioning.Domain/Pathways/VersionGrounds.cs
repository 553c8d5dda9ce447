using System.Text.Json.Serialization;

namespace CareCommissioning.Domain.Pathways;

/// <summary>Whose view somebody brought into the work on a version.</summary>
public enum ContributorSide
{
    NhsCommissioner,
    Council,
    Provider,
    ServiceUser,
    Carer,
    Clinician,
    Voluntary,
}

/// <summary>Who took part in the work, and how (S2-042).</summary>
/// <param name="Name">Of a person at work or of a group; people who use services are named by their group alone.</param>
public sealed record Contributor(Guid Id, ContributorSide Side, string Name, string? Part);

/// <summary>Whom a version may treat unequally: the nine protected characteristics of the Equality Act 2010, and deprivation.</summary>
public enum EqualityGroup
{
    Age,
    Disability,
    Ethnicity,
    Sex,
    SexualOrientation,
    GenderReassignment,
    ReligionOrBelief,
    PregnancyAndMaternity,
    MarriageAndCivilPartnership,
    Deprivation,
}

/// <summary>What a version does to a group.</summary>
public enum EqualityEffect
{
    Positive,
    Neutral,
    Negative,
    NotKnown,
}

/// <summary>What is expected for one group, and what is done about it.</summary>
public sealed record GroupEffect(EqualityGroup Group, EqualityEffect Effect, string? Note);

/// <summary>The equality-impact record: needed before a version is signed (S0-013).</summary>
/// <param name="Evidence">On what the expectation rests.</param>
public sealed record EqualityImpact(IReadOnlyList<GroupEffect> Groups, string Evidence, string By, DateOnly On);

/// <summary>What a version rests on beside its map: who took part, and whom it may treat unequally. It is signed with the map and never changes afterwards.</summary>
public sealed record VersionGrounds
{
    public const int MostContributors = 200;

    public static readonly VersionGrounds Empty = new();

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>Null while nobody has looked.</summary>
    public EqualityImpact? Equality { get; init; }

    /// <summary>Whether somebody who provides and somebody who receives the service took part (S2-042).</summary>
    [JsonIgnore]
    public bool HasBothSides => Contributors.Any(c => c.Side == ContributorSide.Provider) && Contributors.Any(c => c.Side == ContributorSide.ServiceUser);
}
