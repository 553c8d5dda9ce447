namespace CareCommissioning.Domain.Placements;

/// <summary>Where a placement stands (S1-019).</summary>
public enum PlacementStage
{
    /// <summary>A person needs a placement; no service has been found.</summary>
    Referred,

    /// <summary>A service has been found.</summary>
    Matched,

    /// <summary>A commissioner agreed to fee and split.</summary>
    Approved,

    /// <summary>The person lives there, or is supported.</summary>
    Started,
    Ended,

    /// <summary>Given up before it started.</summary>
    Withdrawn,
}

/// <summary>In law, on what basis somebody is placed.</summary>
public enum LegalBasis
{
    /// <summary>By the person's own agreement.</summary>
    Informal,

    /// <summary>After-care under section 117 of the Mental Health Act 1983 (rules E3): nobody pays for it themselves.</summary>
    Section117,
    CommunityTreatmentOrder,
    Guardianship,
    ConditionalDischarge,
    SectionThreeLeave,
    DeprivationOfLiberty,
}

/// <summary>Why a placement ended.</summary>
public enum EndReason
{
    MovedToLessSupport,
    MovedToMoreSupport,
    MovedToLikeSupport,
    OwnHome,
    Hospital,
    Prison,
    ServiceClosed,
    NoticeGiven,
    LeftByChoice,
    Died,
    Other,
}

/// <summary>What a review decided.</summary>
public enum ReviewDecision
{
    Continue,
    ChangeSupport,
    PlanToMove,
    EndPlacement,
}

/// <summary>What a placement still lacks before it may start (S1-019).</summary>
public enum MissingPart
{
    Service,
    WeeklyFeeAndFunders,
    LegalBasis,
    CareCoordinator,
}
