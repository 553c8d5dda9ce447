using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Providers;

/// <summary>The regulator's words, as this product understands them.</summary>
public sealed class CareDirectoryTests
{
    [Theory, Requirement("S1-013")]
    [InlineData("Care home service with nursing", ServiceType.NursingHome)]
    [InlineData("Care home service without nursing", ServiceType.CareHome)]
    [InlineData("Domiciliary care service, Supported living service", ServiceType.SupportedLiving)]
    [InlineData("Domiciliary care service, Care home service with nursing", ServiceType.NursingHome)]
    [InlineData("Extra Care housing services", ServiceType.SupportedAccommodation)]
    [InlineData("Community health care services - Nurses Agency only, Domiciliary care service", ServiceType.HomeCare)]
    [InlineData("Hospital services for people with mental health needs, learning disabilities and problems with substance misuse", ServiceType.InpatientWard)]
    public void Service_types_tell_what_it_is(string serviceTypes, ServiceType type) =>
        CareDirectory.TypeOf(serviceTypes, "Residential social care", null).ShouldBe(new Reading<ServiceType>(type, IsAssumed: false));

    [Theory, Requirement("S1-013")]
    [InlineData("Residential social care", true, ServiceType.CareHome)]
    [InlineData("Residential social care", null, ServiceType.CareHome)]
    [InlineData("Community based adult social care services", false, ServiceType.HomeCare)]
    [InlineData("Residential substance misuse", false, ServiceType.RehabilitationUnit)]
    [InlineData("Mental health - community & hospital - independent", false, ServiceType.InpatientWard)]
    public void Without_them_the_type_is_only_likely(string category, bool? isCareHome, ServiceType type) =>
        CareDirectory.TypeOf(null, category, isCareHome).ShouldBe(new Reading<ServiceType>(type, IsAssumed: true));

    [Fact]
    public void A_dentist_is_no_service_here() => CareDirectory.TypeOf("Dental service", "Dentists", false).ShouldBeNull();

    [Theory, Requirement("S1-014")]
    [InlineData("NHS Body", null, false, "Vale Trust", Sector.Nhs, false)]
    [InlineData(null, "NHS Healthcare Organisation", false, "Vale Trust", Sector.Nhs, false)]
    [InlineData(null, "Social Care Org", true, "(withheld)", Sector.Private, false)]
    [InlineData("Organisation", null, false, "Vale County Council", Sector.Council, true)]
    [InlineData("Organisation", null, false, "Vale Council for Voluntary Service", Sector.Private, true)]
    [InlineData("Organisation", null, false, "Vale Care Ltd", Sector.Private, true)]
    public void Who_owns_a_provider_is_told_or_assumed(string? ownership, string? locationType, bool isIndividual, string name, Sector sector, bool isAssumed) =>
        CareDirectory.SectorOf(ownership, locationType, isIndividual, name).ShouldBe(new Reading<Sector>(sector, isAssumed));

    [Fact]
    public void Both_spellings_of_a_rating_are_one()
    {
        CareDirectory.RatingOf("Requires improvement").ShouldBe(RegulatorRating.RequiresImprovement);
        CareDirectory.RatingOf("Requires Improvement").ShouldBe(RegulatorRating.RequiresImprovement);
        CareDirectory.RatingOf("Splendid").ShouldBeNull();
    }
}
