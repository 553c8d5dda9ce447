using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Domain.Tests.Placements;

/// <summary>Valid placements in one line.</summary>
internal static class APlacement
{
    public static readonly FundingShares Halves = FundingShares.Of(50, 50).Value!;
    public static readonly Guid Coordinator = Guid.CreateVersion7();
    private static readonly Guid Partnership = Guid.CreateVersion7();

    /// <summary>In a service that opened in 1990; nothing else is known.</summary>
    public static Placement Matched(DateOnly startsOn)
    {
        var person = Person.Add(Guid.CreateVersion7(), Partnership, Guid.CreateVersion7(), new(1970, 5, 1), "L8", startsOn).Value!;
        var placement = Placement.Refer(Guid.CreateVersion7(), person, Coordinator, startsOn);
        placement.Match(Service(), startsOn, startsOn).Succeeded.ShouldBeTrue();
        return placement;
    }

    /// <summary>Nothing is missing.</summary>
    public static Placement Complete(DateOnly startsOn, decimal weeklyFee = 785m)
    {
        var placement = Matched(startsOn);
        placement.AgreeTerms(Guid.CreateVersion7(), weeklyFee, Halves, null).Succeeded.ShouldBeTrue();
        placement.Settle(LegalBasis.Informal, null, null, ReviewRules.Defaults, startsOn).Succeeded.ShouldBeTrue();
        return placement;
    }

    public static Placement Started(DateOnly startsOn, decimal weeklyFee = 785m)
    {
        var placement = Complete(startsOn, weeklyFee);
        placement.Approve(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch).Succeeded.ShouldBeTrue();
        placement.Start(null, ReviewRules.Defaults, startsOn).Succeeded.ShouldBeTrue();
        return placement;
    }

    public static Service Service(DateOnly? openedOn = null) => Domain.Providers.Service.Register(
        Guid.CreateVersion7(), Partnership, Guid.CreateVersion7(), new(1980, 1, 1), new ServiceDescription("Elm House", ServiceType.CareHome, 12, null, "L8 1AA", null), openedOn ?? new(1990, 1, 1)).Value!;
}
