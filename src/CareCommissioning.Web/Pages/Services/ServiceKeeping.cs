using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Web.Pages.Services;

/// <summary>Who keeps which service's record.</summary>
public static class ServiceKeeping
{
    /// <summary>The partnership that registered a service keeps its record; another that its provider serves too reads it.</summary>
    public static bool IsKeptBy(this Service service, Actor actor) => service.PartnershipId == actor.PartnershipId && actor.May(Permission.ManageProviders);
}
