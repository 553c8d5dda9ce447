using CareCommissioning.Domain.Placements;
using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>People of one demonstration partnership with their placements over six years, the same for the same day.</summary>
/// <param name="today">The youngest events are of this day.</param>
internal sealed class DemoCaseload(DateOnly today, Guid partnership, IReadOnlyList<(Service Service, decimal WeeklyFee)> services, IReadOnlyList<(Guid Team, Guid Coordinator)> coordinators, Guid[] approvers)
{
    private const int Years = 6;

    // At each review due, the chance that it and all later ones are forgotten.
    private const double Forgotten = 0.03;

    // Within so many days a commissioner has approved an urgent placement.
    private const int ApprovedAfter = 14;

    // Mostly those of schizophrenia; the crisis clusters, reviewed every four weeks, once each.
    private static readonly int[] Clusters = [10, 11, 11, 12, 12, 12, 13, 13, 13, 16, 16, 17, 17, 14, 15];
    private static readonly IReadOnlyList<ReviewRule> Rules = ReviewRules.Defaults;
    private static readonly TimeOnly Morning = new(9, 30);

    private readonly DemoDice _dice = new(today.DayNumber);
    private int _ids;

    /// <summary>One person with one to three placements, each after the other.</summary>
    /// <param name="number">Of the person, for their reference.</param>
    public (Person Person, IReadOnlyList<Placement> Placements) Make(int number, PersonIdentity identity, string district)
    {
        var (team, coordinator) = coordinators[number % coordinators.Count];
        var person = Must(Person.Add(Id(), partnership, team, identity.BornOn, district, today));
        var placements = new List<Placement>();
        var starts = today.AddDays(-_dice.Next(10, Years * 365));
        for (var i = 0; i < 3 && starts <= today; i++)
        {
            var placement = Place(person, coordinator, starts);
            placements.Add(placement);
            if (placement.EndedOn is not { } ended || _dice.NextDouble() < 0.35)
            {
                break;
            }

            starts = ended.AddDays(_dice.Next(0, 30));
        }

        return (person, placements);
    }

    /// <summary>One that has not started: referred, matched or approved.</summary>
    public Placement Waiting(Person person, Guid coordinator, int step)
    {
        var placement = Placement.Refer(Id(), person, coordinator, today.AddDays(-_dice.Next(1, 12)));
        var (service, fee) = services[_dice.Next(services.Count)];
        if (step > 0)
        {
            Must(placement.Match(service, today.AddDays(_dice.Next(1, 20)), today));
        }

        if (step > 1)
        {
            Agree(placement, service, fee);
        }

        if (step > 2)
        {
            Must(placement.Approve(approvers[0], At(today)));
        }

        return placement;
    }

    private static void Must(Domain.Common.Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }
    }

    private static T Must<T>(Domain.Common.Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException(outcome.Refusal!.Message);

    private static DateTimeOffset At(DateOnly day) => new(day, Morning, TimeSpan.Zero);

    private Placement Place(Person person, Guid coordinator, DateOnly starts)
    {
        var (service, fee) = services[_dice.Next(services.Count)];
        var placement = Placement.Refer(Id(), person, coordinator, starts.AddDays(-_dice.Next(2, 40)));
        Must(placement.Match(service, starts, starts));
        Agree(placement, service, fee);
        if (_dice.NextDouble() < 0.06)
        {
            Must(placement.Start("Discharged from hospital at short notice", Rules, starts));
            if (starts.AddDays(ApprovedAfter) is var later && later <= today)
            {
                Must(placement.Approve(approvers[_dice.Next(approvers.Length)], At(later)));
            }
        }
        else
        {
            Must(placement.Approve(approvers[_dice.Next(approvers.Length)], At(starts.AddDays(-1))));
            Must(placement.Start(null, Rules, starts));
        }

        var lives = DemoLives.AtStart(_dice, service.Type);
        Must(placement.BeginWith(lives));
        var ends = starts.AddDays(Stay(service.Type));
        Uplift(placement, ends < today ? ends : today);
        Review(placement, coordinator, ends < today ? ends : today, lives, service.Type);
        if (ends <= today)
        {
            Must(placement.End(ends, (EndReason)_dice.Next((int)EndReason.Died), null, today));
        }

        return placement;
    }

    private void Agree(Placement placement, Service service, decimal usual)
    {
        var fee = decimal.Round(usual * (0.9m + (0.01m * _dice.Next(0, 26))), 2);
        var basis = (LegalBasis)_dice.Next((int)LegalBasis.DeprivationOfLiberty);
        decimal nhs = service.Type is ServiceType.InpatientWard or ServiceType.RehabilitationUnit ? 100 : _dice.Next(0, 5) * 25;
        var person = basis != LegalBasis.Section117 && nhs == 0 && _dice.NextDouble() < 0.3 ? 12.5m : 0m;
        Must(placement.AgreeTerms(Id(), fee, Must(FundingShares.Of(nhs, 100 - nhs - person, person: person)), $"Panel {placement.StartsOn:yyyy}/{_dice.Next(1, 400)}"));
        DateOnly? cpa = _dice.NextDouble() < 0.6 ? placement.ReferredOn.AddDays(-_dice.Next(0, 900)) : null;
        Must(placement.Settle(basis, cpa, (Clusters[_dice.Next(Clusters.Length)], placement.ReferredOn), Rules, today));
    }

    /// <summary>Days, by kind of service: short in hospital, long at home.</summary>
    private int Stay(ServiceType type)
    {
        var mean = type switch
        {
            ServiceType.InpatientWard => 45,
            ServiceType.CrisisHouse => 14,
            ServiceType.RehabilitationUnit => 300,
            ServiceType.DayService or ServiceType.FloatingSupport or ServiceType.HomeCare or ServiceType.CommunityTeam => 420,
            _ => 800,
        };
        return Math.Max(3, (int)(-mean * Math.Log(1 - (_dice.NextDouble() * 0.98))));
    }

    /// <summary>Fees rise each April.</summary>
    private void Uplift(Placement placement, DateOnly until)
    {
        for (var april = new DateOnly(placement.StartsOn.Year + 1, 4, 1); april < until; april = april.AddYears(1))
        {
            var latest = placement.LatestTerms!;
            Must(placement.ChangeTerms(Id(), april, decimal.Round(latest.WeeklyFee * (1.01m + (0.01m * _dice.Next(0, 4))), 2), latest.Shares, "Yearly uplift"));
        }
    }

    /// <summary>Most reviews are in time, some late, and some people are forgotten.</summary>
    private void Review(Placement placement, Guid coordinator, DateOnly until, Circumstances lives, ServiceType type)
    {
        while (placement.NextReviewOn <= until && _dice.NextDouble() > Forgotten)
        {
            var on = placement.NextReviewOn.Value.AddDays(_dice.Next(-10, 25));
            on = on <= placement.LastReviewedOn || on < placement.StartsOn ? placement.NextReviewOn.Value : on;
            if (on > until)
            {
                return;
            }

            lives = DemoLives.Later(_dice, lives, type);
            Must(placement.Review(Id(), new ReviewFindings(on, ReviewDecision.Continue, "Settled. Support continues as planned.", null, lives, DemoLives.Goals(_dice, placement.Goals)), coordinator, Rules, on));
        }
    }

    private Guid Id() => DemoId.Of($"{partnership}/caseload/{_ids++}");
}
