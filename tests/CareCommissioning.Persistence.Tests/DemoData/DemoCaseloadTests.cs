using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence.DemoData;

namespace CareCommissioning.Persistence.Tests.DemoData;

/// <summary>The invented caseload is made anew for the day on which a demonstration is first started: it must be possible on every day.</summary>
public sealed class DemoCaseloadTests
{
    private const int DaysTried = 3 * 365;
    private const int People = 48;

    [Fact]
    public void Can_be_made_on_every_day_of_three_years()
    {
        var failing = Enumerable.Range(0, DaysTried).Select(new DateOnly(2026, 1, 1).AddDays).Select(Fault).Where(fault => fault is not null).ToList();
        failing.ShouldBeEmpty();
    }

    [Fact]
    public void Is_the_same_for_the_same_day_and_another_for_the_next()
    {
        var day = new DateOnly(2026, 11, 26);
        Told(Make(day)).ShouldBe(Told(Make(day)));
        Told(Make(day)).ShouldNotBe(Told(Make(day.AddDays(1))));
    }

    private static string? Fault(DateOnly today)
    {
        try
        {
            return Make(today).All(p => p.ReferredOn <= today) ? null : $"{today}: referred later";
        }
        catch (InvalidOperationException e)
        {
            return $"{today}: {e.Message}";
        }
    }

    private static List<string> Told(IEnumerable<Placement> placements) => [.. placements.Select(p => $"{p.Id} {p.Stage} {p.StartsOn} {p.EndedOn} {p.NextReviewOn} {p.LatestTerms?.WeeklyFee}")];

    private static List<Placement> Make(DateOnly today)
    {
        var demo = DemoPartnerships.All[0];
        var services = DemoMarket.Services(demo).Select(it => (DemoPlacements.Open(demo, it), it.WeeklyFee)).ToList();
        var coordinators = DemoPlacements.Coordinators(demo);
        var caseload = new DemoCaseload(today, DemoId.Of(demo.Slug), services, coordinators, [demo.Id("pct account"), demo.Id("council account")]);
        using var numbers = DemoPeople.Numbers().GetEnumerator();
        var placements = new List<Placement>();
        for (var number = 0; number < People; number++)
        {
            numbers.MoveNext();
            var (person, made) = caseload.Make(number, DemoPeople.Identity(number, numbers.Current), DemoPeople.District(number, eastLancashire: false));
            placements.AddRange(made);
            placements.Add(caseload.Waiting(person, coordinators[number % coordinators.Count].Coordinator, step: number % 4));
        }

        return placements;
    }
}
