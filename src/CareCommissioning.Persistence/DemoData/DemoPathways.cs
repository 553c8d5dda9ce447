using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using static CareCommissioning.Domain.Pathways.CapacityUnit;
using static CareCommissioning.Domain.Pathways.CareComponent;
using static CareCommissioning.Domain.Pathways.CostBasis;
using static CareCommissioning.Domain.Pathways.EvidenceStrength;
using static CareCommissioning.Domain.Pathways.EvidenceType;
using static CareCommissioning.Domain.Pathways.OpeningHours;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>The demonstration's pathways: Liverpool's as it is and as it shall be, and a smaller one for East Lancashire. Evidence is cited; every figure is illustrative and says so.</summary>
internal static class DemoPathways
{
    public const string Name = "Schizophrenia";
    private const string Nice = "NICE guideline CG178, Psychosis and schizophrenia in adults: prevention and management (2014)";

    private static readonly Cohort Liverpool = new(
        "Schizophrenia and other long-lasting psychosis",
        "Adults of 18 and over registered with a practice of the area, with a diagnosis of schizophrenia or schizoaffective disorder, or a first episode of psychosis from 14 on.",
        [10, 11, 12, 13, 14, 16, 17],
        "Illustrative: practice registers of severe mental illness",
        2450);

    private static readonly Cohort EastLancashire = new("Psychosis, first three years", "People of 14 to 65 with a first episode of psychosis.", [10], "Illustrative: national incidence estimate", 310);

    /// <summary>Adds both partnerships' pathways.</summary>
    public static void Seed(CareDbContext db, DateTimeOffset now)
    {
        var demo = DemoPartnerships.All.ToDictionary(p => p.Slug);
        var pathway = Add(db, demo["liverpool"], Liverpool, now);
        var current = Current(new DemoMap(demo["liverpool"], Name));
        AddAgreed(db, demo["liverpool"], AddVersion(db, demo["liverpool"], pathway, Outlook.Current, 1, current.Map, now.AddDays(-90)), now.AddDays(-60));
        var future = AddVersion(db, demo["liverpool"], pathway, Outlook.Future, 2, Future(new DemoMap(demo["liverpool"], Name).From(current.Map)).Map, now.AddDays(-30));
        Consult(future, DemoAgreements.Grounds(demo["liverpool"], "version 2", withEquality: false, now));
        db.Discussions.AddRange(DemoAgreements.Comments(demo["liverpool"], future, now.AddDays(-20)));
        var (statement, asked) = DemoAgreements.BestPractice(demo["liverpool"], pathway, now.AddDays(-25));
        db.ConsensusStatements.Add(statement);
        db.Agreements.Add(asked);

        DemoExperience.Liverpool(db, demo["liverpool"], pathway, future.Map, now);

        var smaller = Add(db, demo["eastlancs"], EastLancashire, now);
        var early = AddVersion(db, demo["eastlancs"], smaller, Outlook.Current, 1, Early(new DemoMap(demo["eastlancs"], Name)).Map, now.AddDays(-60));
        Consult(early, VersionGrounds.Empty);
        DemoExperience.EastLancashire(db, demo["eastlancs"], smaller, early.Map, now);
        db.Discussions.Add(DemoAgreements.Say(demo["eastlancs"], early, "voice", "open", DiscussionKind.Suggestion, "Open the clinic on Saturdays: pupils and people at work cannot come during the week.", now.AddDays(-7)));
        db.Discussions.Add(DemoAgreements.Say(demo["eastlancs"], early, "provider", null, DiscussionKind.Question, "Is family intervention also for people who do not live with their family?", now.AddDays(-3)));
    }

    /// <summary>A version that was consulted on, put to signature and agreed.</summary>
    private static void AddAgreed(CareDbContext db, DemoPartnership demo, PathwayVersion version, DateTimeOffset at)
    {
        Consult(version, DemoAgreements.Grounds(demo, "version 1", withEquality: true, at));
        version.PutToSignature([]);
        var agreement = DemoAgreements.Signed(demo, version, $"{Name}, version {version.Number}, as it is", at);
        version.Agree();
        db.Agreements.Add(agreement);
    }

    private static void Consult(PathwayVersion version, VersionGrounds grounds)
    {
        version.RestOn(grounds);
        version.PutOutToConsultation();
    }

    private static Pathway Add(CareDbContext db, DemoPartnership demo, Cohort cohort, DateTimeOffset now)
    {
        var pathway = new Pathway(demo.Id("pathway " + Name), DemoId.Of(demo.Slug), demo.Slug == "liverpool" ? Name : "Early psychosis", cohort);
        pathway.Describe(pathway.Name, cohort, DateOnly.FromDateTime(now.Date).AddYears(1));
        pathway.OwnedBy(demo.Id("pct account"));
        db.Pathways.Add(pathway);
        return pathway;
    }

    private static PathwayVersion AddVersion(CareDbContext db, DemoPartnership demo, Pathway pathway, Outlook outlook, int number, PathwayMap map, DateTimeOffset at)
    {
        var version = new PathwayVersion(demo.Id($"pathway {Name} {number}"), pathway, number, outlook, map, at);
        db.PathwayVersions.Add(version);
        return version;
    }

    private static DemoMap Current(DemoMap map) => Onwards(Crisis(Community(FirstContact(map))))
        .Move("gp", "referral", 80, "Worried about psychosis", 14, "Letter from the practice to the community team", "Referral letter with the summary record", true)
        .Move("emergency", "ward", 60, "Brought in an emergency", 0, "Ward takes over from the emergency department", "Emergency assessment", true)
        .Move("emergency", "cmht", 40, "Assessed and sent home", 7, "Letter to the community team", "Emergency assessment", true)
        .Move("justice", "ward", 100, "From court or prison", 7, "Prison health team to ward", "Prison health record", true)
        .Move("practice", "gp", 100)
        .Move("gp", "recovered", 20, "Looked after by the practice alone")
        .Move("referral", "ei", 25, "First episode of psychosis", 14)
        .Move("referral", "cmht", 75, "Known or long-lasting illness", 28)
        .Move("ei", "cmht", 60, "After three years", 28, "Joint meeting of the two teams", "Care plan and crisis plan")
        .Move("ei", "recovered", 30, "Recovered")
        .Move("ei", "ward", 10, "Admission", 0, "Team hands over by telephone", "Care plan", true)
        .Move("cmht", "depot", 30, "Long-acting medicine")
        .Move("cmht", "ward", 12, "Relapse", 1, "Co-ordinator hands over to the ward", "Care plan", true)
        .Move("cmht", "outreach", 8, "Hard to stay in touch with", 28)
        .Move("cmht", "talking", 10, "Asked for talking therapy", 126)
        .Move("cmht", "housing", 8, "Cannot manage alone", 90, "Panel of the council", "Needs assessment", true)
        .Move("cmht", "practice2", 32, "Stable")
        .Move("depot", "practice2", 100)
        .Move("outreach", "ward", 25, "Relapse", 1, null, null, true)
        .Move("outreach", "practice2", 75, "In touch again")
        .Move("talking", "practice2", 100)
        .Move("ward", "icu", 10, "Cannot be kept safe on the ward", 0)
        .Move("ward", "rehab", 12, "Slow recovery", 28, "Ward round with the rehabilitation unit", "Discharge summary", true)
        .Move("ward", "nursing", 8, "Needs nursing for long", 60, "Panel of council and NHS", "Needs assessment", true)
        .Move("ward", "housing", 15, "Nowhere to go home to", 60, "Panel of the council", "Needs assessment", true)
        .Move("ward", "followup", 55, "Home", 7, "Discharge meeting", "Discharge summary within a day")
        .Move("icu", "ward", 100, "Calmer")
        .Move("followup", "cmht2", 100, null, 7)
        .Move("cmht2", "practice2", 70, "Stable")
        .Move("cmht2", "advocacy", 10, "Wants somebody to speak with them")
        .Move("cmht2", "carers", 20, "Family needs support")
        .Move("advocacy", "practice2", 100)
        .Move("carers", "practice2", 100)
        .Move("rehab", "housing", 80, "Ready for a place of their own", 60, "Unit to housing provider", "Discharge summary", true)
        .Move("rehab", "nursing", 20, "Needs nursing for long", 60, "Unit to home", "Discharge summary", true)
        .Move("housing", "independent", 60, "Own tenancy")
        .Move("housing", "stays", 40, "Stays for long")
        .Move("nursing", "stays", 100, "Stays for long")
        .Move("practice2", "recovered", 100);

    private static DemoMap FirstContact(DemoMap map) => map
        .Stage("first", "First contact")
        .Entry("practice", "Practices of the area", 18)
        .Entry("emergency", "Emergency department", 4.5m)
        .Entry("justice", "Courts and prisons", 0.9m)
        .Step("gp", "General practice", "practice1", Setting.Primary, OfficeHours, [Medical], "Your own doctor or nurse listens, looks at your physical health too, and refers you when a specialist should see you.")
        .Costs("gp", Appointments, 60, 14, 42, Contact, 100, 0, 2)
        .Evidence("gp", Nice, Guideline, Strong)
        .Stage("assessment", "Assessment")
        .Choice("referral", "Which team is right?", "Community team’s weekly meeting", "First episode of psychosis or a known illness", "A letter that says who will see you, and when");

    private static DemoMap Community(DemoMap map) => map
        .Stage("treatment", "Treatment")
        .Step("ei", "Early intervention in psychosis team", "trust", Setting.Community, OfficeHours, [Medical, Psychological, SelfManagement, CareComponent.Social], "A team for the first three years: medicine, talking, family, work and study from one hand.")
        .Costs("ei", Caseload, 680, 1095, 11000, CostBasis.Episode, 90, 10)
        .Evidence("ei", "Craig TKJ et al., The Lambeth Early Onset (LEO) team: randomised controlled trial, BMJ 2004;329:1067", Trial, Strong)
        .Step("cmht", "Community mental health team", "trust", Setting.Community, OfficeHours, [Medical, CareComponent.Social], "A care co-ordinator who knows you, a psychiatrist, and a plan that you make together.")
        .Costs("cmht", Caseload, 1000, 400, 155, Contact, 70, 30, 24)
        .Evidence("cmht", Nice, Guideline, Moderate)
        .Step("depot", "Medicine clinic", "trust", Setting.Community, OfficeHours, [Medical], "Long-acting medicine every few weeks, with blood tests and a check of weight and heart.")
        .Costs("depot", Appointments, 90, 365, 48, Contact, 100, 0, 18)
        .Step("outreach", "Assertive outreach team", "trust", Setting.Home, ExtendedHours, [Medical, CareComponent.Social, Practical], "A team that comes to you, often, and does not give up.")
        .Costs("outreach", Caseload, 95, 540, 130, Contact, 80, 20, 90)
        .Evidence("outreach", "Killaspy H et al., The REACT study: randomised evaluation of assertive community treatment, BMJ 2006;332:815", Trial, Weak)
        .Step("talking", "Psychological therapies", "trust", Setting.Community, OfficeHours, [Psychological], "Cognitive behavioural therapy for psychosis and family intervention, at least sixteen sessions.")
        .Costs("talking", Caseload, 35, 180, 95, Contact, 100, 0, 16)
        .Evidence("talking", Nice, Guideline, Strong);

    private static DemoMap Crisis(DemoMap map) => map
        .Stage("crisis", "Crisis")
        .Step("ward", "Acute inpatient ward", "trust", Setting.Inpatient, RoundTheClock, [Medical], "A hospital ward for days or weeks when nowhere else is safe.")
        .Costs("ward", Beds, 46, 36, 410, Day, 100, 0)
        .Evidence("ward", Nice, Guideline, Moderate)
        .With("ward", step => step with { Gatekeeping = "Duty doctor; no team has looked for another way first", Staff = [new StaffRole("consultant psychiatrists", 3), new StaffRole("nurses", 46), new StaffRole("health care assistants", 38)] })
        .Step("icu", "Psychiatric intensive care", "trust", Setting.Inpatient, RoundTheClock, [Medical], "A small locked ward for a short time of great danger.")
        .Costs("icu", Beds, 5, 21, 720, Day, 100, 0);

    private static DemoMap Onwards(DemoMap map) => map
        .Stage("recovery", "Recovery")
        .Step("followup", "Follow-up within seven days", "trust", Setting.Home, OfficeHours, [Medical], "Somebody comes to see you in the first week at home.")
        .Costs("followup", Appointments, 4, 7, 120, Contact, 100, 0, 1)
        .Step("cmht2", "Community team after discharge", "trust", Setting.Community, OfficeHours, [Medical, CareComponent.Social], "Your care co-ordinator again, more often for the first months.")
        .Costs("cmht2", Caseload, 90, 120, 155, Contact, 70, 30, 12)
        .Step("rehab", "Rehabilitation unit", "trust", Setting.Inpatient, RoundTheClock, [Medical, Psychological, Practical], "Learning again to cook, travel and live with others, for months.")
        .Costs("rehab", Beds, 30, 300, 290, Day, 100, 0)
        .Evidence("rehab", "NICE guideline NG181, Rehabilitation for adults with complex psychosis (2020)", Guideline, Strong)
        .Step("advocacy", "Advocacy", "voice", Setting.Social, OfficeHours, [CareComponent.Social], "Somebody who is on your side and helps you to be heard.")
        .Costs("advocacy", Caseload, 8, 90, 38, Contact, 20, 80, 6)
        .Step("carers", "Carers’ support", "council", Setting.Social, OfficeHours, [CareComponent.Social, Practical], "An assessment of what family and friends need, and a break when they need one.")
        .Costs("carers", Caseload, 25, 180, 45, Contact, 10, 90, 8)
        .Stage("living", "Living well")
        .Step("housing", "Supported accommodation", "harbour", Setting.Housing, RoundTheClock, [CareComponent.Social, Practical], "A room or flat of your own with staff in the house.")
        .Costs("housing", Beds, 250, 700, 640, Week, 40, 60)
        .Step("nursing", "Nursing home", "albion", Setting.Residential, RoundTheClock, [Medical, Practical], "A home with nurses, for people who need a great deal of care.")
        .Costs("nursing", Beds, 120, 1500, 920, Week, 55, 45)
        .Step("practice2", "Back with the general practice", "practice1", Setting.Primary, OfficeHours, [Medical, SelfManagement], "Your doctor looks after medicine and physical health, and knows whom to call.")
        .Costs("practice2", Caseload, 1100, 365, 42, Contact, 100, 0, 5)
        .Exit("recovered", "Recovered, with the general practice")
        .Exit("independent", "Home of their own")
        .Exit("stays", "Lives there for long");

    private static DemoMap Future(DemoMap map) => Rewired(map)
        .Stage("first", "First contact")
        .Step("frontdoor", "Help with housing, work and company", "council", Setting.Social, ExtendedHours, [CareComponent.Social, Practical, SelfManagement], "From the first day: somebody who helps with rent, work and meeting people.")
        .Costs("frontdoor", Caseload, 55, 90, 40, Contact, 30, 70, 6)
        .Stage("crisis", "Crisis")
        .Choice("wherecrisis", "Can this crisis be treated at home?", "The person with the home treatment team, day and night", "Safety at home, somebody there, the person’s own wish", "A leaflet and a talk about home treatment, the crisis house and the ward")
        .Step("home", "Crisis resolution and home treatment", "trust", Setting.Home, RoundTheClock, [Medical, Psychological, CareComponent.Social], "A team that comes to your home as often as needed, day and night, instead of a ward.")
        .Costs("home", Caseload, 15, 24, 165, Day, 100, 0)
        .Evidence("home", "Johnson S et al., Randomised controlled trial of acute mental health care by a crisis resolution team, BMJ 2005;331:599", Trial, Strong)
        .Evidence("home", Nice, Guideline, Strong)
        .With("home", step => step with { AlternativeTo = map.Id("ward"), Diverts = 40, Gatekeeping = "Sees everybody before a bed is used", PersonContributes = "Own crisis plan", CarersContribute = "Somebody at home, with support" })
        .Step("house", "Crisis house", "harbour", Setting.Community, RoundTheClock, [Psychological, CareComponent.Social, SelfManagement], "A house with a bed for some nights, run with people who have been there themselves.")
        .Costs("house", Beds, 3, 10, 230, Day, 70, 30)
        .Stage("recovery", "Recovery")
        .Step("peers", "Peer-supported self-management", "voice", Setting.Social, ExtendedHours, [SelfManagement, CareComponent.Social], "Ten meetings with somebody who has recovered, and a workbook of your own.")
        .Costs("peers", Caseload, 35, 120, 32, Contact, 50, 50, 10)
        .Evidence("peers", "Johnson S et al., Peer-supported self-management for people discharged from a mental health crisis team, Lancet 2018;392:409", Trial, Strong)
        .Step("work", "Employment support", "bridges", Setting.Employment, OfficeHours, [Practical, CareComponent.Social], "Individual placement and support: a real job first, help in the job afterwards.")
        .Costs("work", Caseload, 28, 240, 55, Contact, 50, 50, 14)
        .Evidence("work", "Burns T et al., The effectiveness of supported employment for people with severe mental illness (EQOLISE), Lancet 2007;370:1146", Trial, Strong)
        .Step("physical", "Physical health checks", "practice1", Setting.Primary, OfficeHours, [Medical, SelfManagement], "Heart, weight, sugar and smoking once a year, and what follows from it.")
        .Costs("physical", Appointments, 2, 14, 60, Contact, 100, 0, 1)
        .Evidence("physical", "NICE quality standard QS80, Psychosis and schizophrenia in adults (2015)", Guideline, Strong)
        .Move("gp", "frontdoor", 20, "Needs help with housing, work or company", 7)
        .Move("frontdoor", "referral", 100, null, 14)
        .Move("emergency", "wherecrisis", 100, "Crisis", 0, "Emergency department to home treatment team", "Emergency assessment")
        .Move("cmht", "wherecrisis", 12, "Relapse", 0, "Co-ordinator to home treatment team", "Crisis plan")
        .Move("outreach", "wherecrisis", 25, "Relapse", 0)
        .Move("ei", "wherecrisis", 10, "Relapse", 0, "Team to home treatment team", "Crisis plan")
        .Move("wherecrisis", "home", 45, "At home")
        .Move("wherecrisis", "house", 15, "In the crisis house")
        .Move("wherecrisis", "ward", 40, "On the ward")
        .Move("home", "ward", 10, "Home is not safe enough", 0, "Same team stays in touch", "Crisis plan")
        .Move("home", "cmht2", 60, "Settled", 7)
        .Move("home", "peers", 30, "Wants a peer worker", 7)
        .Move("house", "home", 50, "Home with daily visits", 1)
        .Move("house", "peers", 50, "Wants a peer worker", 7)
        .Move("peers", "work", 40, "Wants to work", 28)
        .Move("peers", "practice2", 60)
        .Move("cmht2", "physical", 20, "Yearly check")
        .Move("cmht2", "practice2", 50, "Stable")
        .Move("physical", "practice2", 100)
        .Move("work", "recovered", 100, "In work or study");

    /// <summary>Today's map without the ways that the future closes.</summary>
    private static DemoMap Rewired(DemoMap map)
    {
        string[] closed = ["gp > referral", "gp > recovered", "emergency > ward", "emergency > cmht", "cmht > ward", "ei > ward", "outreach > ward", "cmht2 > practice2"];
        var open = map.Map with { Moves = [.. map.Map.Moves.Where(move => !closed.Select(map.Id).Contains(move.Id))] };
        return map.From(open)
            .Move("gp", "referral", 70, "Worried about psychosis", 14, "One referral form, read the same day", "Referral letter with the summary record")
            .Move("gp", "recovered", 10, "Looked after by the practice alone")
            .Costs("ward", Beds, 32, 30, 410, Day, 100, 0);
    }

    private static DemoMap Early(DemoMap map) => map
        .Stage("first", "First contact")
        .Entry("practice", "Practices of the area", 1.8m)
        .Entry("school", "Schools and colleges", 0.4m)
        .Step("open", "Open assessment clinic", "trust", Setting.Community, ExtendedHours, [Psychological, CareComponent.Social], "Come without a referral; somebody sees you within the week.")
        .Costs("open", Appointments, 10, 7, 110, Contact, 100, 0, 1)
        .Choice("which", "Is it psychosis?", "The person with the clinic’s psychologist", "At-risk mental state, first episode, or something else", "What was found, in plain words, and what can be done")
        .Stage("treatment", "Treatment")
        .Step("ei", "Early intervention in psychosis team", "trust", Setting.Community, OfficeHours, [Medical, Psychological, SelfManagement, CareComponent.Social], "A team for the first three years.")
        .Costs("ei", Caseload, 260, 1095, 11000, CostBasis.Episode, 90, 10)
        .Evidence("ei", Nice, Guideline, Strong)
        .Step("family", "Family intervention", "calder", Setting.Home, ExtendedHours, [Psychological, CareComponent.Social], "Ten meetings with the whole family.")
        .Costs("family", Caseload, 30, 270, 90, Contact, 60, 40, 10)
        .Step("ward", "Acute inpatient ward", "trust", Setting.Inpatient, RoundTheClock, [Medical], "A hospital ward when nowhere else is safe.")
        .Costs("ward", Beds, 6, 30, 410, Day, 100, 0)
        .Stage("living", "Living well")
        .Step("work", "Study and work", "calder", Setting.Employment, OfficeHours, [Practical, CareComponent.Social], "Back to school, college or a job, with somebody beside you.")
        .Costs("work", Caseload, 60, 240, 55, Contact, 50, 50, 14)
        .Exit("well", "Well, with the general practice")
        .Exit("longer", "Community mental health team")
        .Move("practice", "open", 100, null, 7)
        .Move("school", "open", 100, null, 7)
        .Move("open", "which", 100)
        .Move("which", "ei", 55, "First episode of psychosis", 14)
        .Move("which", "well", 45, "No psychosis")
        .Move("ei", "family", 30, "With the family")
        .Move("ei", "ward", 10, "Crisis", 0, "Team hands over by telephone", "Care plan")
        .Move("ei", "work", 40, "Wants study or work")
        .Move("ei", "longer", 20, "After three years")
        .Move("family", "work", 100)
        .Move("ward", "ei", 100, "Home", 7)
        .Move("work", "well", 100);
}
