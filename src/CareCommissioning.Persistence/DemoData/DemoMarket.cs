using CareCommissioning.Domain.Providers;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>The demonstration's market: invented providers beside those of <see cref="DemoPartnerships"/>, and the services of all.</summary>
internal static class DemoMarket
{
    /// <summary>What providers of a kind run, with the places of each and its usual weekly fee in pounds; taken in turn.</summary>
    private static readonly Dictionary<string, (ServiceType Type, int Places, decimal WeeklyFee)[]> RunBy = new(StringComparer.Ordinal)
    {
        ["nhs-provider"] =
        [
            (ServiceType.InpatientWard, 18, 2_980m), (ServiceType.RehabilitationUnit, 12, 2_240m), (ServiceType.InpatientWard, 20, 2_980m),
            (ServiceType.CommunityTeam, 0, 165m), (ServiceType.CrisisHouse, 6, 1_450m), (ServiceType.RehabilitationUnit, 10, 2_310m),
        ],
        ["private-provider"] =
        [
            (ServiceType.CareHome, 24, 742m), (ServiceType.NursingHome, 32, 1_015m), (ServiceType.SupportedLiving, 8, 655m), (ServiceType.CareHome, 14, 805m), (ServiceType.NursingHome, 40, 968m),
        ],
        ["voluntary-provider"] =
        [
            (ServiceType.SupportedAccommodation, 16, 412m), (ServiceType.FloatingSupport, 45, 128m), (ServiceType.DayService, 30, 96m), (ServiceType.SupportedAccommodation, 9, 468m), (ServiceType.CrisisHouse, 5, 1_180m),
        ],
        ["council-provider"] =
        [
            (ServiceType.SupportedLiving, 12, 598m), (ServiceType.HomeCare, 60, 214m), (ServiceType.DayService, 40, 88m), (ServiceType.SupportedAccommodation, 20, 389m),
        ],
    };

    private static readonly string[] Trees = ["Elm", "Sycamore", "Rowan", "Alder", "Hawthorn", "Juniper", "Larch", "Maple", "Willow", "Cedar", "Hazel", "Birch", "Laurel", "Holly", "Aspen"];
    private static readonly string[] Houses = ["House", "Lodge", "Court", "Grange", "Gardens", "View", "Place", "Bank"];

    /// <summary>Further invented providers of one partnership.</summary>
    public static IEnumerable<DemoOrganisation> MoreProviders(string slug) => slug == "liverpool"
        ?
        [
            Private("calderstone", "Calderstone Row Care Ltd", 2006), Private("aigburth", "Aigburth Vale Homes Ltd", 1999), Private("kestrel", "Kestrel Nursing Group", 2011),
            Private("stanley", "Stanley Wharf Living Ltd", 2014), Private("prospect", "Prospect Terrace Care", 2001), Voluntary("lantern", "The Lantern Housing Trust", 1989),
            Voluntary("compass", "Compass Recovery Merseyside", 2005), Voluntary("tideway", "Tideway Women’s Support", 1997),
        ]
        :
        [
            Private("towneley", "Towneley Grove Care Ltd", 2000), Private("hollins", "Hollins Cross Homes", 1996), Private("barley", "Barley Moor Nursing Ltd", 2008),
            Private("whalley", "Whalley Road Residential", 1993), Private("padiham", "Padiham Supported Homes Ltd", 2013), Private("irwell", "Irwell Bank Care Ltd", 2010),
            Voluntary("northlight", "Northlight Housing Association", 1985), Voluntary("stepping", "Stepping Stones East Lancashire", 2003), Voluntary("loom", "The Loom Street Project", 2009),
        ];

    /// <summary>The services of one partnership's providers, some four each.</summary>
    public static IEnumerable<DemoService> Services(DemoPartnership demo)
    {
        var number = 0;
        foreach (var provider in demo.Organisations.Where(o => RunBy.ContainsKey(o.Kind)))
        {
            var run = RunBy[provider.Kind];
            for (var i = 0; i < 4; i++, number++)
            {
                var (type, places, fee) = run[(number + i) % run.Length];
                var locality = demo.Localities[number % demo.Localities.Count].Name;
                yield return new DemoService(provider.Key, $"{Trees[number % Trees.Length]} {Houses[number * 3 % Houses.Length]}{Suffix(type)}", type, places, fee, locality, $"DEMO-{demo.Slug[..1].ToUpperInvariant()}{number:000}");
            }
        }
    }

    private static string Suffix(ServiceType type) => type switch
    {
        ServiceType.InpatientWard => " ward",
        ServiceType.FloatingSupport => " floating support",
        ServiceType.DayService => " day service",
        ServiceType.HomeCare => " home care",
        ServiceType.CommunityTeam => " outreach",
        ServiceType.CrisisHouse => " crisis house",
        _ => "",
    };

    private static DemoOrganisation Private(string key, string name, int opened) => new(key, "private-provider", name, new(opened, 4, 1), $"DEMO-{key.ToUpperInvariant()}");

    private static DemoOrganisation Voluntary(string key, string name, int opened) => new(key, "voluntary-provider", name, new(opened, 4, 1), $"DEMO-{key.ToUpperInvariant()}");
}

/// <summary>One invented service.</summary>
/// <param name="Provider">Key of its provider.</param>
/// <param name="WeeklyFee">Usual fee, pounds a week.</param>
internal sealed record DemoService(string Provider, string Name, ServiceType Type, int Places, decimal WeeklyFee, string Locality, string LocationCode);
