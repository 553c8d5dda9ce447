using CareCommissioning.Domain.Providers;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Providers;

/// <summary>A service is registered, described, closed and opened again.</summary>
public sealed class ServiceTests
{
    private static readonly DateOnly ProviderOpened = new(2010, 4, 1);
    private static readonly ServiceDescription Elm = new("Elm House", ServiceType.CareHome, 12, null, "L8 1AA", "1-100");

    [Fact, Requirement("S1-013")]
    public void A_service_is_never_older_than_its_provider()
    {
        Register(ProviderOpened.AddDays(-1)).Refusal!.Code.ShouldBe("service-opens-early");
        Register(ProviderOpened).Value!.OpenedOn.ShouldBe(ProviderOpened);
    }

    [Fact]
    public void It_closes_after_it_opened_and_once()
    {
        var service = Register(ProviderOpened).Value!;
        service.Close(ProviderOpened).Refusal!.Code.ShouldBe("service-closes-early");
        service.Close(ProviderOpened.AddDays(1)).Succeeded.ShouldBeTrue();
        service.Close(ProviderOpened.AddDays(2)).Refusal.ShouldBe(ProviderRefusals.AlreadyClosed);
        service.Existed.Contains(ProviderOpened.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void What_is_not_closed_is_not_reopened()
    {
        var service = Register(ProviderOpened).Value!;
        service.Reopen().Refusal.ShouldBe(ProviderRefusals.NotClosed);
        service.Close(ProviderOpened.AddDays(1));
        service.Reopen().Succeeded.ShouldBeTrue();
        service.ClosedOn.ShouldBeNull();
    }

    [Theory]
    [InlineData("l81aa", "L8 1AA"), InlineData(" sw1a  2aa ", "SW1A 2AA"), InlineData("M1 1AE", "M1 1AE")]
    public void A_postcode_is_written_as_it_is_on_letters(string typed, string tidy) => Postcodes.Tidy(typed).ShouldBe(tidy);

    [Theory]
    [InlineData(""), InlineData("L8"), InlineData("nowhere"), InlineData("L8 1AA1"), InlineData("1AA L8"), InlineData("Ł8 1AA")]
    public void Anything_else_is_no_postcode(string typed) => Postcodes.Tidy(typed).ShouldBeNull();

    private static Domain.Common.Outcome<Service> Register(DateOnly openedOn) =>
        Service.Register(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), ProviderOpened, Elm, openedOn);
}
