using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Providers;

/// <summary>What is told of a service when it is registered or changed.</summary>
/// <param name="Places">Beds, units or people supported at a time; 0 where there is no such limit.</param>
/// <param name="LocationCode">The regulator's number of the location, unique within the partnership that keeps the record.</param>
public sealed record ServiceDescription(string Name, ServiceType Type, int Places, Guid? LocalityId, string? Postcode, string? LocationCode);

/// <summary>One service of one provider in one place: a care home, a supported-living scheme, a floating-support team (S1-013).</summary>
/// <remarks>The partnership that registered it keeps its record; every partnership that its provider serves may place people there.</remarks>
public sealed class Service
{
    public const int MaxNameLength = 160;
    public const int MaxPostcodeLength = 8;
    public const int MaxLocationCodeLength = 20;
    public const int MaxPlaces = 2000;

    private Service()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The partnership that keeps the record.</summary>
    public Guid PartnershipId { get; private set; }

    public Guid ProviderId { get; private set; }

    public string Name { get; private set; } = "";

    public ServiceType Type { get; private set; }

    /// <summary>Beds, units or people supported at a time; 0 where there is no such limit.</summary>
    public int Places { get; private set; }

    public Guid? LocalityId { get; private set; }

    public string? Postcode { get; private set; }

    /// <summary>The regulator's number of the location.</summary>
    public string? LocationCode { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>First day on which it no longer takes anybody.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public uint Version { get; private set; }

    public Period Existed => new(OpenedOn, ClosedOn);

    /// <param name="providerOpenedOn">Day on which the provider opened: a service is never older.</param>
    public static Outcome<Service> Register(Guid id, Guid partnershipId, Guid providerId, DateOnly providerOpenedOn, ServiceDescription description, DateOnly openedOn)
    {
        if (openedOn < providerOpenedOn)
        {
            return ProviderRefusals.OpensBeforeItsProvider(providerOpenedOn);
        }

        var service = new Service { Id = id, PartnershipId = partnershipId, ProviderId = providerId, OpenedOn = openedOn };
        service.Describe(description);
        return service;
    }

    /// <exception cref="ArgumentOutOfRangeException">Places below 0 or beyond <see cref="MaxPlaces"/>.</exception>
    public void Describe(ServiceDescription description)
    {
        if (description.Places is < 0 or > MaxPlaces)
        {
            throw new ArgumentOutOfRangeException(nameof(description), "Places below 0 or too many.");
        }

        (Name, Type, Places) = (description.Name, description.Type, description.Places);
        (LocalityId, Postcode, LocationCode) = (description.LocalityId, description.Postcode, description.LocationCode);
    }

    /// <summary>Closes it on <paramref name="on"/> (exclusive).</summary>
    public Outcome Close(DateOnly on)
    {
        if (ClosedOn is not null)
        {
            return ProviderRefusals.AlreadyClosed;
        }

        if (on <= OpenedOn)
        {
            return ProviderRefusals.ClosesBeforeItOpens(OpenedOn);
        }

        ClosedOn = on;
        return Outcome.Done;
    }

    /// <summary>Takes a closing back that was a mistake.</summary>
    public Outcome Reopen()
    {
        if (ClosedOn is null)
        {
            return ProviderRefusals.NotClosed;
        }

        ClosedOn = null;
        return Outcome.Done;
    }
}
