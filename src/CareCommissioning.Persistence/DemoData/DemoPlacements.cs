using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Providers;
using CareCommissioning.Persistence.Identities;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>Adds the demonstration's services, people and placements: some 1,500 people with 2,500 placements over six years.</summary>
internal static class DemoPlacements
{
    private const int PeopleOfEach = 750;
    private const int WaitingOfEach = 24;

    // Saved in parts, so that the context never holds them all.
    private const int PeopleAtATime = 150;

    private static readonly DateOnly ServicesOpened = new(2015, 4, 1);

    /// <param name="db">Acting as the system; partnerships, organisations, teams and accounts are there.</param>
    /// <param name="today">The youngest events are of this day.</param>
    public static async Task SeedAsync(CareDbContext db, IdentityVault vault, DateOnly today, CancellationToken cancel)
    {
        using var numbers = DemoPeople.Numbers().GetEnumerator();
        foreach (var demo in DemoPartnerships.All)
        {
            var services = DemoMarket.Services(demo).Select(it => (Service: Open(demo, it), it.WeeklyFee)).ToList();
            db.Services.AddRange(services.Select(s => s.Service));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();

            var partnership = DemoId.Of(demo.Slug);
            var coordinators = Coordinators(demo);
            Guid[] approvers = [demo.Id("pct account"), demo.Id("council account")];
            var caseload = new DemoCaseload(today, partnership, services, coordinators, approvers);
            var isEast = demo.Slug == "eastlancs";
            foreach (var part in Enumerable.Range(0, PeopleOfEach).Chunk(PeopleAtATime))
            {
                foreach (var number in part)
                {
                    numbers.MoveNext();
                    var identity = DemoPeople.Identity(number + (isEast ? PeopleOfEach : 0), numbers.Current);
                    var (person, placements) = caseload.Make(number, identity, DemoPeople.District(number, isEast));
                    db.People.Add(person);
                    db.SealedIdentities.Add(vault.Seal(person.Id, partnership, identity));
                    db.Placements.AddRange(placements);
                    if (number < WaitingOfEach)
                    {
                        db.Placements.Add(caseload.Waiting(person, coordinators[number % coordinators.Count].Coordinator, step: number % 4));
                    }
                }

                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Care co-ordinators with the team they carry people for.</summary>
    internal static List<(Guid Team, Guid Coordinator)> Coordinators(DemoPartnership demo)
    {
        var are = demo.Accounts.Where(a => a.Role == Role.CareCoordinator).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return [.. demo.Teams.SelectMany(team => team.Members.Where(are.Contains).Select(member => (demo.Id(team.Name), demo.Id(member + " account"))))];
    }

    internal static Service Open(DemoPartnership demo, DemoService it)
    {
        var description = new ServiceDescription(it.Name, it.Type, it.Places, demo.Id(it.Locality), Postcode: null, it.LocationCode);
        var opened = demo.Organisations.Single(o => o.Key == it.Provider).Opened;
        return Service.Register(demo.Id(it.LocationCode), DemoId.Of(demo.Slug), demo.Id(it.Provider), opened, description, opened > ServicesOpened ? opened : ServicesOpened).Value
            ?? throw new InvalidOperationException(it.Name);
    }
}
