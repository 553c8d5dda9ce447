namespace CareCommissioning.Domain.Providers;

/// <summary>What kind of care a service gives (S1-013).</summary>
public enum ServiceType
{
    NursingHome,
    CareHome,
    SupportedAccommodation,
    SupportedLiving,
    FloatingSupport,
    HomeCare,
    DayService,
    CrisisHouse,
    RehabilitationUnit,
    InpatientWard,
    CommunityTeam,
}

/// <summary>Facts about kinds of service.</summary>
public static class ServiceTypes
{
    /// <summary>True where people live in the service, so that its places are beds or units.</summary>
    public static bool IsResidential(this ServiceType type) => type
        is ServiceType.NursingHome or ServiceType.CareHome or ServiceType.SupportedAccommodation or ServiceType.SupportedLiving
        or ServiceType.CrisisHouse or ServiceType.RehabilitationUnit or ServiceType.InpatientWard;
}
