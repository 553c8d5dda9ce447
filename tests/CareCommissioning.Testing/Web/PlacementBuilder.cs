using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence.Identities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareCommissioning.Testing.Web;

/// <summary>A person with a placement in the demonstration, in one line. What a test does not say: of North Liverpool's team, started 100 days ago at Sunrise House, £700.00 a week, NHS and council half each.</summary>
public sealed class PlacementBuilder(CareHost host)
{
    private static int _lastNumber = 900_000;

    private string _partnership = "liverpool";
    private string _team = "North Liverpool community mental health team";
    private string _provider = "provider";
    private string _name = "Zebedee Quillfeather";
    private NhsNumber _nhsNumber = NextNumber();
    private readonly DateOnly _bornOn = new(1971, 3, 14);
    private PlacementStage _stage = PlacementStage.Started;
    private int _startedDaysAgo = 100;
    private int _reviews;

    /// <summary>A number of the range that is never issued, another each time.</summary>
    public static NhsNumber NextNumber()
    {
        while (true)
        {
            var nine = $"999{Interlocked.Increment(ref _lastNumber):000000}";
            if (NhsNumber.CheckDigit(nine) is { } digit && NhsNumber.TryParse($"{nine}{digit}", out var number))
            {
                return number;
            }
        }
    }

    public PlacementBuilder In(string partnership, string team) => With(() => (_partnership, _team) = (partnership, team));

    public PlacementBuilder OfTeam(string team) => With(() => _team = team);

    /// <param name="manager">Whose organisation runs the service, such as <c>provider2</c>.</param>
    public PlacementBuilder At(string manager) => With(() => _provider = manager);

    public PlacementBuilder For(string name, NhsNumber number) => With(() => (_name, _nhsNumber) = (name, number));

    public PlacementBuilder UpTo(PlacementStage stage) => With(() => _stage = stage);

    public PlacementBuilder StartedDaysAgo(int days) => With(() => _startedDaysAgo = days);

    public PlacementBuilder ReviewedTimes(int reviews) => With(() => _reviews = reviews);

    /// <summary>Makes it, past the pages.</summary>
    public async Task<PlacedPerson> MakeAsync()
    {
        await using var db = host.Database.As(Actor.System);
        var now = host.Clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var team = await db.Teams.SingleAsync(t => t.Name == _team);
        var coordinator = (await host.Database.ActorAsync($"coordinator@{_partnership}.demo.example")).AccountId!.Value;
        var person = Must(Person.Add(NewId(), team.PartnershipId, team.Id, _bornOn, "L8", today));
        var starts = today.AddDays(-_startedDaysAgo);
        var placement = Placement.Refer(NewId(), person, coordinator, starts);
        var service = await ServiceAsync(host, $"{_provider}@{_partnership}", $"House {person.Id:N}");
        if (_stage != PlacementStage.Referred)
        {
            Must(placement.Match(service, starts, today));
            Must(placement.AgreeTerms(NewId(), 700m, Must(FundingShares.Of(50, 50)), "Panel 12"));
            Must(placement.Settle(LegalBasis.Informal, null, null, ReviewRules.Defaults, today));
        }

        if (_stage is PlacementStage.Approved or PlacementStage.Started or PlacementStage.Ended)
        {
            Must(placement.Approve((await host.Database.ActorAsync($"pct@{_partnership}.demo.example")).AccountId!.Value, now));
        }

        if (_stage is PlacementStage.Started or PlacementStage.Ended)
        {
            Must(placement.Start(null, ReviewRules.Defaults, today));
        }

        for (var i = 1; i <= _reviews; i++)
        {
            Must(placement.Review(NewId(), Findings.On(starts.AddDays(i * 50), "Sleeps better since March"), coordinator, ReviewRules.Defaults, today));
        }

        if (_stage == PlacementStage.Ended)
        {
            Must(placement.End(today.AddDays(-1), EndReason.OwnHome, "Moved in with her sister", today));
        }

        db.People.Add(person);
        db.SealedIdentities.Add(host.Services.GetRequiredService<IdentityVault>().Seal(person.Id, person.PartnershipId, new PersonIdentity(_name, _nhsNumber, _bornOn)));
        db.Placements.Add(placement);
        await db.SaveChangesAsync();
        return new PlacedPerson(placement.Id, person.Id, person.Reference, _name, _nhsNumber, service.Name);
    }

    /// <summary>A care home of a demonstration account's organisation, open since 2010.</summary>
    /// <param name="manager">Such as <c>provider@liverpool</c>.</param>
    public static async Task<Service> ServiceAsync(CareHost host, string manager, string name, int places = 12)
    {
        await using var db = host.Database.As(Actor.System);
        var provider = await host.Database.ActorAsync($"{manager}.demo.example");
        var service = Must(Service.Register(NewId(), provider.PartnershipId!.Value, provider.OrganisationId!.Value, new(2010, 1, 1), new ServiceDescription(name, ServiceType.CareHome, places, null, null, null), new(2010, 1, 1)));
        db.Services.Add(service);
        await db.SaveChangesAsync();
        return service;
    }

    private static Guid NewId() => Guid.CreateVersion7();

    private static T Must<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(outcome.Refusal!.Message);

    private static void Must(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    private PlacementBuilder With(Action change)
    {
        change();
        return this;
    }
}

/// <summary>Who was placed where.</summary>
public sealed record PlacedPerson(Guid Id, Guid PersonId, string Reference, string Name, NhsNumber NhsNumber, string Service)
{
    public string Url => $"/placements/{Id}";
}
