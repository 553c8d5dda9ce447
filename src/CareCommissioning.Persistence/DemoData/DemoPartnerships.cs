using CareCommissioning.Domain.Access;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>The two demonstration partnerships.</summary>
internal static class DemoPartnerships
{
    private static readonly DateOnly Pcts = new(2002, 4, 1);
    private static readonly DateOnly Ccgs = new(2013, 4, 1);
    private static readonly DateOnly Icbs = new(2022, 7, 1);
    private static readonly DateOnly CqcBegins = new(2009, 4, 1);

    private static readonly DemoPartnership Liverpool = new(
        "liverpool",
        "Liverpool",
        "liverpool.demo.example",
        [("North Liverpool", "LIV-N"), ("Central Liverpool", "LIV-C"), ("South Liverpool", "LIV-S")],
        [
            new("nhs", "icb", "NHS Cheshire and Merseyside, Liverpool Place", Icbs, "QYG-LIV"),
            new("ccg", "ccg", "NHS Liverpool Clinical Commissioning Group", Ccgs, "99A", Icbs, "nhs"),
            new("pct", "pct", "Liverpool Primary Care Trust", Pcts, "5NL", Ccgs, "ccg"),
            new("council", "council", "Liverpool City Council", new(1974, 4, 1), "E08000012"),
            new("trust", "nhs-provider", "Mersey Vale Mental Health NHS Trust", new(2001, 4, 1), "DEMO-T1"),
            new("sunrise", "private-provider", "Sunrise House Care Ltd", new(1998, 6, 15), "DEMO-P1"),
            new("harbour", "voluntary-provider", "Northern Harbour Housing and Support", new(1986, 1, 6), "DEMO-V1", AlsoServes: "eastlancs"),
            new("brook", "private-provider", "Brook Lane Homes", new(2004, 9, 1), "DEMO-P2", NewName: ("Brook Lane Recovery Services Ltd", new(2019, 4, 1))),
            new("albion", "private-provider", "Albion Court Nursing Home Ltd", new(1994, 3, 7), "DEMO-P3"),
            new("bridges", "voluntary-provider", "Bridges to Work", new(2008, 10, 1), "DEMO-V2"),
            new("direct", "council-provider", "Liverpool Supported Living (in-house)", new(1996, 4, 1), "DEMO-C1"),
            new("lcp", "local-clinical-partnership", "North Docks Local Clinical Partnership", new(2007, 4, 2), "DEMO-L1"),
            new("practice1", "practice", "Granby Lane Surgery", new(1979, 5, 1), "DEMO-G1", MemberOf: "lcp"),
            new("practice2", "practice", "Waterfront Medical Centre", new(1991, 2, 4), "DEMO-G2", MemberOf: "lcp"),
            new("regulator", "regulator", "Care Quality Commission", CqcBegins, "CQC"),
            new("csci", "regulator", "Commission for Social Care Inspection", new(2004, 4, 1), "CSCI", CqcBegins, "regulator"),
            new("voice", "service-user-group", "Liverpool Mental Health Consortium", new(1999, 11, 1)),
            .. DemoMarket.MoreProviders("liverpool"),
        ],
        [
            new("North Liverpool community mental health team", "trust", "North Liverpool", "manager", ["manager", "coordinator", "coordinator2", "coordinator3", "coordinator4"]),
            new("South Liverpool community mental health team", "trust", "South Liverpool", null, ["coordinator", "coordinator5", "coordinator6"]),
            new("Early intervention in psychosis team", "trust", null, null, ["coordinator7"]),
        ],
        [.. Accounts("sunrise", "harbour"), .. Coordinators("Aisha Bello", "Tom Riley", "Maria Kowalska", "Daniel Osei", "Ruth Fazakerley", "Sean Molloy")]);

    private static readonly DemoPartnership EastLancashire = new(
        "eastlancs",
        "East Lancashire",
        "eastlancs.demo.example",
        [("Burnley", "E07000117"), ("Hyndburn", "E07000120"), ("Pendle", "E07000122"), ("Ribble Valley", "E07000124"), ("Rossendale", "E07000125")],
        [
            new("nhs", "icb", "NHS Lancashire and South Cumbria, East Lancashire Place", Icbs, "QE1-EL"),
            new("ccg", "ccg", "NHS East Lancashire Clinical Commissioning Group", Ccgs, "01A", Icbs, "nhs"),
            new("pct", "pct", "East Lancashire Primary Care Trust", new(2006, 10, 1), "5NH", Ccgs, "ccg"),
            new("council", "council", "Lancashire County Council", new(1974, 4, 1), "E10000017"),
            new("trust", "nhs-provider", "Pennine Edge Mental Health NHS Trust", new(2002, 4, 1), "DEMO-T2"),
            new("pendleside", "private-provider", "Pendleside Care Homes Ltd", new(1999, 8, 2), "DEMO-P4"),
            new("calder", "voluntary-provider", "Calder Valley Mind Matters", new(1992, 5, 11), "DEMO-V3"),
            new("weavers", "private-provider", "Weavers Court Residential", new(2003, 1, 13), "DEMO-P5"),
            new("ribble", "council-provider", "Ribble Support Service (in-house)", new(1997, 4, 1), "DEMO-C2"),
            new("consortium", "practice-consortium", "Pennine Practices Consortium", new(2006, 4, 3), "DEMO-L2", Ccgs, "ccg"),
            new("practice1", "practice", "Mill Street Surgery", new(1982, 7, 5), "DEMO-G3"),
            new("regulator", "regulator", "Care Quality Commission", CqcBegins, "CQC"),
            new("voice", "service-user-group", "East Lancashire Service User Forum", new(2001, 3, 1)),
            .. DemoMarket.MoreProviders("eastlancs"),
        ],
        [
            new("Burnley community mental health team", "trust", "Burnley", "manager", ["manager", "coordinator", "coordinator2", "coordinator3"]),
            new("Pendle community mental health team", "trust", "Pendle", null, ["coordinator4", "coordinator5"]),
        ],
        [.. Accounts("pendleside", "calder"), .. Coordinators("Nasreen Akhtar", "Peter Holt", "Joanne Pickles", "Waqar Hussain")]);

    public static readonly IReadOnlyList<DemoPartnership> All = [Liverpool, EastLancashire];

    private static DemoAccount[] Accounts(string provider, string provider2) =>
    [
        new("pct", "Priya Chandra", "nhs", Role.PctCommissioner),
        new("council", "Colin Underwood", "council", Role.CouncilCommissioner, IsApprover: true),
        new("head", "Helen Adeyemi", "nhs", Role.HeadOfJointCommissioning, IsApprover: true),
        new("finance", "Farah Iqbal", "council", Role.Finance),
        new("provider", "Paula Rowe", provider, Role.ProviderManager, IsApprover: true),
        new("provider2", "Patrick Nolan", provider2, Role.ProviderManager, IsApprover: true),
        new("staff", "Stella Finch", provider, Role.ProviderStaff),
        new("coordinator", "Carol Ordway", "trust", Role.CareCoordinator),
        new("manager", "Martin Geraghty", "trust", Role.TeamManager, IsApprover: true),
        new("reviewer", "Rachel Vickers", "council", Role.QualityReviewer),
        new("clinician", "Dr Imran Clinton", "nhs", Role.IndependentClinician),
        new("programme", "Gwen Prior", "nhs", Role.ProgrammeLead),
        new("consultant", "Ian Castle", "nhs", Role.ImprovementConsultant),
        new("voice", "Victor Oyelaran", "voice", Role.ServiceUserRepresentative, IsApprover: true),
        new("advocate", "Alma Vance", "voice", Role.Advocate),
        new("regulator", "Ruth Gale", "regulator", Role.Regulator, IsApprover: true),
        new("guardian", "Grace Diamond", "nhs", Role.InformationGovernanceLead),
        new("admin", "Adam Min", "nhs", Role.SystemAdministrator, IsApprover: true),
    ];

    /// <summary>Colleagues of the care co-ordinator, so that caseloads are of a real size.</summary>
    private static IEnumerable<DemoAccount> Coordinators(params string[] names) =>
        names.Select((name, i) => new DemoAccount($"coordinator{i + 2}", name, "trust", Role.CareCoordinator, IsShown: false));
}
