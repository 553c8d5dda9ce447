using System.Text.Json.Serialization;

namespace CareCommissioning.Domain.Pathways;

/// <summary>Where a step happens (S0-014).</summary>
public enum Setting
{
    Primary,
    Community,
    Home,
    Inpatient,
    Residential,
    Housing,
    Employment,
    Social,
}

/// <summary>What a step is made of (S0-015).</summary>
public enum CareComponent
{
    Medical,
    Psychological,
    SelfManagement,
    Social,
    Practical,
}

/// <summary>When a step takes people.</summary>
public enum OpeningHours
{
    OfficeHours,
    ExtendedHours,
    RoundTheClock,
}

/// <summary>In what a step's capacity is counted.</summary>
public enum CapacityUnit
{
    Beds,

    /// <summary>People looked after at a time.</summary>
    Caseload,

    /// <summary>Appointments a week.</summary>
    Appointments,
}

/// <summary>How the time that people spend in a step is spread.</summary>
public enum StayDistribution
{
    Exponential,
    Lognormal,
    Fixed,
}

/// <summary>What one unit of a step's cost is.</summary>
public enum CostBasis
{
    Contact,
    Day,
    Week,
    Episode,
}

/// <summary>What kind of evidence it is, strongest first.</summary>
public enum EvidenceType
{
    Guideline,
    SystematicReview,
    Trial,
    Observational,
    LocalEvaluation,
    ExpertOpinion,
    LivedExperience,
}

/// <summary>How much the evidence bears.</summary>
public enum EvidenceStrength
{
    Strong,
    Moderate,
    Weak,
}

/// <summary>Why a step is believed to work (S0-039).</summary>
/// <param name="ReviewOn">Last day on which it counts as current.</param>
public sealed record Evidence(Guid Id, string Citation, EvidenceType Type, EvidenceStrength Strength, DateOnly ReviewOn, string? Link = null, string? Summary = null);

/// <summary>Staff of a step, in whole-time equivalents.</summary>
public sealed record StaffRole(string Role, decimal Wte);

/// <summary>A service or activity on the way.</summary>
public sealed record Step : MapNode
{
    [JsonIgnore]
    public override string Kind => "Step";

    public Setting? Setting { get; init; }

    public IReadOnlyList<CareComponent> Components { get; init; } = [];

    /// <summary>The one organisation that answers for it (S2-041).</summary>
    public Guid? Accountable { get; init; }

    public IReadOnlyList<Guid> Responsible { get; init; } = [];

    public IReadOnlyList<Guid> Consulted { get; init; } = [];

    public IReadOnlyList<Guid> Informed { get; init; } = [];

    /// <summary>Registered services that deliver it.</summary>
    public IReadOnlyList<Guid> Services { get; init; } = [];

    public OpeningHours? Hours { get; init; }

    public CapacityUnit? CapacityUnit { get; init; }

    /// <summary>How many of <see cref="CapacityUnit"/> there are.</summary>
    public decimal? Capacity { get; init; }

    /// <summary>Mean time a person spends here, in days.</summary>
    public decimal? StayDays { get; init; }

    public StayDistribution StayDistribution { get; init; }

    /// <summary>Coefficient of variation of a lognormal stay.</summary>
    public decimal? StayCv { get; init; }

    /// <summary>Contacts a person has in one stay.</summary>
    public decimal? Contacts { get; init; }

    /// <summary>Pounds for one of <see cref="CostBasis"/>.</summary>
    public decimal? UnitCost { get; init; }

    public CostBasis? CostBasis { get; init; }

    public string? CostSource { get; init; }

    /// <summary>Financial year of the price, by the year it began in.</summary>
    public int? PriceYear { get; init; }

    /// <summary>Who pays; per cent that sum to 100.</summary>
    public PayerShares? Payers { get; init; }

    public IReadOnlyList<StaffRole> Staff { get; init; } = [];

    /// <summary>Who lets people in, and on what grounds.</summary>
    public string? Gatekeeping { get; init; }

    public string? PersonContributes { get; init; }

    public string? CarersContribute { get; init; }

    public string? CommunityContributes { get; init; }

    /// <summary>What people are told about it: the leaflet's text (C29).</summary>
    public string? PatientInformation { get; init; }

    /// <summary>Where the referral form is, or what it asks.</summary>
    public string? ReferralForm { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The step it stands in for, as home treatment for admission (S0-016).</summary>
    public Guid? AlternativeTo { get; init; }

    /// <summary>Share of people who would otherwise go to <see cref="AlternativeTo"/>, in per cent.</summary>
    public decimal? Diverts { get; init; }
}

/// <summary>Who pays for a step, in per cent.</summary>
public sealed record PayerShares(decimal Nhs, decimal Council, decimal Pooled, decimal Other)
{
    /// <summary>True when every share is 0 or more and they are exactly 100 together.</summary>
    public bool IsWhole() => Nhs >= 0 && Council >= 0 && Pooled >= 0 && Other >= 0 && Nhs + Council + Pooled + Other == 100m;
}
