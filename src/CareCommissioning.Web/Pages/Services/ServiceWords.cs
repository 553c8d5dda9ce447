using CareCommissioning.Domain.Providers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Services;

/// <summary>Services in words.</summary>
public static class ServiceWords
{
    public static IEnumerable<SelectListItem> Types => Enum.GetValues<ServiceType>().Select(type => new SelectListItem(type.Name(), type.ToString()));

    public static string Name(this ServiceType type) => type switch
    {
        ServiceType.NursingHome => "Nursing home",
        ServiceType.CareHome => "Care home",
        ServiceType.SupportedAccommodation => "Supported accommodation",
        ServiceType.SupportedLiving => "Supported living",
        ServiceType.FloatingSupport => "Floating support",
        ServiceType.HomeCare => "Home care",
        ServiceType.DayService => "Day service",
        ServiceType.CrisisHouse => "Crisis house",
        ServiceType.RehabilitationUnit => "Rehabilitation unit",
        ServiceType.InpatientWard => "Inpatient ward",
        _ => "Community team",
    };

    public static string Name(this RegulatorRating? rating) => rating switch
    {
        RegulatorRating.Outstanding => "Outstanding",
        RegulatorRating.Good => "Good",
        RegulatorRating.RequiresImprovement => "Requires improvement",
        RegulatorRating.Inadequate => "Inadequate",
        RegulatorRating.InsufficientEvidence => "Insufficient evidence to rate",
        _ => "Not rated",
    };

    /// <summary>"12 beds or units", "45 people at a time", "No limit"; a place where people live always has one, known or not.</summary>
    public static string Places(ServiceType type, int places) =>
        (places, type.IsResidential()) switch
        {
            (0, true) => "Not known",
            (0, false) => "No limit",
            (_, true) => $"{places:N0} {(places == 1 ? "bed or unit" : "beds or units")}",
            _ => $"{places:N0} {(places == 1 ? "person" : "people")} at a time",
        };

    /// <summary>"1 service", "740 services".</summary>
    public static string Services(int count) => $"{count:N0} {(count == 1 ? "service" : "services")}";

    /// <summary>"1 row", "13 rows".</summary>
    public static string Rows(int count) => $"{count:N0} {(count == 1 ? "row" : "rows")}";
}
