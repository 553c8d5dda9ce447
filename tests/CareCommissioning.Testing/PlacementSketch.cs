using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence.Identities;
using CareCommissioning.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareCommissioning.Testing;

/// <summary>What matters of a placement to a test; the rest is valid.</summary>
public sealed record PlacementSketch
{
    public DateOnly StartsOn { get; init; } = new(2024, 1, 31);

    public PlacementStage Stage { get; init; } = PlacementStage.Started;

    public string Partnership { get; init; } = "liverpool";

    /// <summary>Account name of the care co-ordinator.</summary>
    public string Coordinator { get; init; } = "coordinator";

    /// <summary>Start of the team's name; the co-ordinator's first team when null.</summary>
    public string? Team { get; init; }

    /// <summary>Account name of somebody at the provider.</summary>
    public string Provider { get; init; } = "provider";

    public string Name { get; init; } = "Ada Testcase";

    /// <summary>False: it had to start before a commissioner approved it.</summary>
    public bool IsApproved { get; init; } = true;

    /// <summary>Null: fee and funders are not agreed yet.</summary>
    public decimal? WeeklyFee { get; init; } = 785m;

    public LegalBasis LegalBasis { get; init; } = LegalBasis.Informal;

    public DateOnly? CpaSince { get; init; }

    public IReadOnlyList<DateOnly> Reviews { get; init; } = [];

    /// <summary>For <see cref="PlacementStage.Ended"/>.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The same person in the same service once more.</summary>
    public Placed? Again { get; init; }
}

/// <summary>A placement that a test made.</summary>
public sealed record Placed(Guid Id, Guid PersonId, Guid ServiceId, string Name, string Service);

/// <summary>Writes placements into the demonstration's partnerships, past row security.</summary>
public static class PlacementSketching
{
    private const int LastNumber = 999_999;
    private static int _made;

    /// <summary>A person, a service and a placement, each time others.</summary>
    public static async Task<Placed> PlaceAsync(this CareHost host, PlacementSketch? sketch = null)
    {
        var it = sketch ?? new PlacementSketch();
        var coordinator = await host.Database.ActorAsync($"{it.Coordinator}@{it.Partnership}.demo.example");
        var provider = await host.Database.ActorAsync($"{it.Provider}@{it.Partnership}.demo.example");
        var approver = await host.Database.ActorAsync($"pct@{it.Partnership}.demo.example");
        var partnership = coordinator.PartnershipId!.Value;
        await using var db = host.Database.As(Actor.System);
        var team = it.Team is null ? coordinator.TeamId!.Value : await db.Teams.Where(t => t.PartnershipId == partnership && t.Name.StartsWith(it.Team)).Select(t => t.Id).SingleAsync();
        var number = Interlocked.Increment(ref _made);
        var bornOn = new DateOnly(1970, 5, 1);
        Person person;
        Service service;
        if (it.Again is { } before)
        {
            person = await db.People.SingleAsync(p => p.Id == before.PersonId);
            service = await db.Services.SingleAsync(s => s.Id == before.ServiceId);
        }
        else
        {
            person = Made(Person.Add(Guid.CreateVersion7(), partnership, team, bornOn, "L8", it.StartsOn));
            var vault = host.Services.GetRequiredService<IdentityVault>();
            db.Add(person);
            db.Add(vault.Seal(person.Id, partnership, new PersonIdentity(it.Name, Numbers().Skip(number).First(), bornOn)));
            service = Made(Service.Register(
                Guid.CreateVersion7(), partnership, provider.OrganisationId!.Value, new DateOnly(1980, 1, 1), new ServiceDescription($"Tested House {number}", ServiceType.CareHome, 12, null, "L8 1AA", null), new DateOnly(1990, 1, 1)));
            db.Add(service);
        }

        var placement = Make(it, person, service, coordinator.AccountId!.Value, approver.AccountId!.Value);
        db.Add(placement);
        await db.SaveChangesAsync();
        return new Placed(placement.Id, person.Id, service.Id, it.Name, service.Name);
    }

    private static Placement Make(PlacementSketch it, Person person, Service service, Guid coordinator, Guid approver)
    {
        var rules = ReviewRules.Defaults;
        var placement = Placement.Refer(Guid.CreateVersion7(), person, coordinator, it.StartsOn);
        if (it.Stage == PlacementStage.Referred)
        {
            return placement;
        }

        Do(placement.Match(service, it.StartsOn, it.StartsOn));
        if (it.WeeklyFee is { } fee)
        {
            Do(placement.AgreeTerms(Guid.CreateVersion7(), fee, Made(FundingShares.Of(50, 50)), null));
        }

        Do(placement.Settle(it.LegalBasis, it.CpaSince, null, rules, it.StartsOn > it.CpaSince ? it.StartsOn : it.CpaSince ?? it.StartsOn));
        if (it.Stage == PlacementStage.Matched)
        {
            return placement;
        }

        if (it.IsApproved)
        {
            Do(placement.Approve(approver, new DateTimeOffset(it.StartsOn, TimeOnly.MinValue, TimeSpan.Zero)));
        }

        if (it.Stage == PlacementStage.Approved)
        {
            return placement;
        }

        Do(placement.Start(it.IsApproved ? null : "It could not wait", rules, it.StartsOn));
        foreach (var day in it.Reviews)
        {
            Do(placement.Review(Guid.CreateVersion7(), Findings.On(day, "Settled, and glad of the garden"), coordinator, rules, day));
        }

        if (it.EndedOn is { } ended)
        {
            Do(placement.End(ended, EndReason.OwnHome, null, ended));
        }

        return placement;
    }

    /// <summary>Numbers that are never issued, from the end of their range: the demonstration takes them from its beginning.</summary>
    private static IEnumerable<NhsNumber> Numbers()
    {
        for (var i = LastNumber; i > 0; i--)
        {
            if (NhsNumber.CheckDigit($"999{i:000000}") is { } digit && NhsNumber.TryParse($"999{i:000000}{digit}", out var number))
            {
                yield return number;
            }
        }
    }

    private static void Do(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    private static T Made<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(outcome.Refusal!.Message);
}
