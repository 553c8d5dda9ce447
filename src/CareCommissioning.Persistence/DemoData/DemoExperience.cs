using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using static CareCommissioning.Domain.Pathways.ExperienceTheme;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>What the demonstration's pathways are to bring, and what people tell of them: invented, and every figure illustrative.</summary>
internal static class DemoExperience
{
    private const string Illustrative = "Illustrative";

    /// <summary>Adds Liverpool's benefits and sessions.</summary>
    public static void Liverpool(CareDbContext db, DemoPartnership demo, Pathway pathway, PathwayMap map, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Add("Days on the acute ward", "People go home sooner because home treatment takes over.", BenefitType.HealthOutcome, Better.Less, "days", "ward", 36, 30, -400, 300, [35, 34, 33.5m]);
        Add("Seen within seven days of leaving hospital", "Nobody is alone in the first week.", BenefitType.Access, Better.More, "% of discharges", "followup", 82, 95, -420, 60, [86, 91, 96], isAchieved: true);
        Add("In paid work", "More people have a job of their own.", BenefitType.HealthOutcome, Better.More, "% of people on the register", "work", 8, 14, -380, 500, [8.2m, 8.9m]);
        Add("Yearly physical health check", "Heart, weight and sugar are looked after.", BenefitType.HealthOutcome, Better.More, "% of people on the register", "physical", 35, 80, -500, -20, [41, 52, 58]);
        Add("Spending on beds outside the area", "Money that stays for home treatment.", BenefitType.CashReleasing, Better.Less, "thousand pounds a quarter", null, 410, 150, -300, 400, [395, 360]);
        Add("Black people among those admitted under section", "Fewer are admitted against their will.", BenefitType.Equality, Better.Less, "% of such admissions", "ward", 21, 14, -300, 600, [20.5m]);
        Add("Carers who say it is too much", "Home treatment may lean on families: this is watched so that it does not.", BenefitType.Experience, Better.Less, "% of carers asked", "home", 38, 30, -200, 400, [39], isDisbenefit: true);
        var proposed = new Measure(demo.Id("measure company"), pathway.PartnershipId);
        proposed.Describe(new MeasureDefinition("Somebody to talk to", "% of people asked", null, Better.More, null, null), null, null);
        var idea = new Benefit(demo.Id("benefit company"), pathway, proposed);
        idea.Describe("People have company in the evening.", BenefitType.Experience, false, null);
        db.AddRange(proposed, idea);
        Package("On the ward in a crisis", "Adults in a crisis that nobody can hold at home: what is usual today.", ["Days on the acute ward"], ("ward", 7), ("advocacy", 1));
        Package("At home after a crisis", "Adults of care clusters 14 and 15 with a home to be treated in.", ["Days on the acute ward", "Seen within seven days of leaving hospital"], ("home", 5), ("peers", 1), ("carers", 1));
        Package("A year of getting back to work", "Adults of care clusters 11 to 13 who want a job.", ["In paid work", "Yearly physical health check"], ("cmht", 0.5m), ("work", 1), ("physical", 0.02m));

        Session(db, demo, pathway, map, "1", today.AddDays(-75), "Community hall, Granby", "Liverpool Mental Health Consortium", 8, now,
        [
            ("gp", "You get ten minutes, and then a letter that may never come.", 3, 14, false, false, "Tell us what happens next", Information),
            ("referral", "Nobody said who decides or when.", 4, 28, true, true, "One telephone number", Waiting),
            ("cmht", "When you have your own co-ordinator it is good.", 2, null, true, true, null, SamePeople),
            ("ward", "You sit and wait. Nobody talks with you.", 5, null, true, true, "Something to do, and talking", BeingHeard),
            ("followup", "They came on the second day. That helped.", 1, 2, false, false, null, BeingHeard),
            ("housing", "Months on the ward only because there was no flat.", 5, 90, true, true, "Housing from the first day", HomeAndWork),
            ("practice2", "The doctor did not know what had happened to me.", 3, 20, true, true, "Send the letter the same day", Information),
        ]);
        Session(db, demo, pathway, map, "2", today.AddDays(-50), "Library, Toxteth", "Liverpool Mental Health Consortium", 6, now,
        [
            ("gp", "She listened. She knew my family.", 2, 3, false, false, null, BeingHeard),
            ("talking", "I asked for it in spring and it began after Christmas.", 4, 126, false, false, "Begin while people wait for the rest", Waiting),
            ("ward", "The police brought me. I had done nothing.", 5, null, true, true, "Somebody who comes to the house first", Crisis),
            ("icu", "I was frightened the whole time.", 5, null, true, false, null, Crisis),
            ("carers", "My mother was asked for the first time how she was.", 2, 30, true, false, "Ask her at the beginning", Family),
        ]);
        Session(db, demo, pathway, map, "3", today.AddDays(-20), null, "Carers’ group of South Liverpool", 7, now,
        [
            (null, "Between one team and the next nobody is responsible.", 5, 21, true, true, "A name, always", SamePeople),
            ("ei", "They met him in the café. He would not have gone to a clinic.", 1, 10, false, false, null, GettingIn),
            ("housing", "A room, a key, and somebody downstairs. He is proud.", 2, 60, true, true, null, HomeAndWork),
            ("advocacy", "She made them explain it in words we know.", 1, 7, false, false, "Say at the start that this exists", BeingHeard),
        ]);

        void Package(string name, string forWhom, string[] benefits, params (string Step, decimal PerWeek)[] lines) => db.CarePackages.Add(new CarePackage(
            demo.Id($"package {name}"),
            pathway,
            new PackageDescription(name, forWhom, [.. lines.Select(line => new PackageLine(StepOf(demo, map, line.Step)!.Id, StepOf(demo, map, line.Step)!.Name, line.PerWeek))], [.. benefits.Select(benefit => demo.Id($"benefit {benefit}"))])));

        void Add(string name, string description, BenefitType type, Better better, string unit, string? step, decimal from, decimal to, int since, int until, decimal[] values, bool isAchieved = false, bool isDisbenefit = false)
        {
            var measure = new Measure(demo.Id($"measure {name}"), pathway.PartnershipId);
            measure.Describe(new MeasureDefinition(name, unit, null, better, Illustrative, demo.Id("pct account"), step is "work" or "housing" or "physical" ? demo.Id("council account") : null), new DatedValue(from, today.AddDays(since)), new DatedValue(to, today.AddDays(until)));
            foreach (var (value, i) in values.Select((value, i) => (value, i)))
            {
                measure.Observe(new DatedValue(value, today.AddDays(-10 - (90 * (values.Length - 1 - i)))), null, demo.Actor("pct"), today, now);
            }

            var benefit = new Benefit(demo.Id($"benefit {name}"), pathway, measure);
            benefit.Describe(description, type, isDisbenefit, step is null ? null : StepOf(demo, map, step));
            benefit.Approve(measure);
            if (isAchieved)
            {
                benefit.Achieve(measure);
            }

            db.AddRange(measure, benefit);
        }
    }

    /// <summary>Adds East Lancashire's two benefits and one session.</summary>
    public static void EastLancashire(CareDbContext db, DemoPartnership demo, Pathway pathway, PathwayMap map, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var (name, unit, step, from, to, latest) in new[] { ("Days from first contact to treatment", "days", "open", 42m, 14m, 30m), ("Back in school or work after a year", "% of people", "work", 45m, 60m, 47m) })
        {
            var measure = new Measure(demo.Id($"measure {name}"), pathway.PartnershipId);
            measure.Describe(new MeasureDefinition(name, unit, null, to > from ? Better.More : Better.Less, Illustrative, demo.Id("pct account")), new DatedValue(from, today.AddDays(-200)), new DatedValue(to, today.AddDays(500)));
            measure.Observe(new DatedValue(latest, today.AddDays(-15)), null, demo.Actor("pct"), today, now);
            var benefit = new Benefit(demo.Id($"benefit {name}"), pathway, measure);
            benefit.Describe("Part of what the clinic is for.", BenefitType.Access, false, StepOf(demo, map, step));
            benefit.Approve(measure);
            db.AddRange(measure, benefit);
        }

        Session(db, demo, pathway, map, "1", today.AddDays(-30), "College, Burnley", "East Lancashire Service User Forum", 6, now,
        [
            ("open", "I could just walk in.", 1, 5, false, false, null, GettingIn),
            ("ei", "They talk to my parents and not to me.", 4, 14, true, true, "Ask me first", BeingHeard),
            ("work", "My tutor knew about it before I did.", 3, null, true, false, "Ask before you tell", BeingHeard),
        ]);
    }

    private static void Session(CareDbContext db, DemoPartnership demo, Pathway pathway, PathwayMap map, string key, DateOnly on, string? place, string facilitator, int people, DateTimeOffset now,
        IEnumerable<(string? Step, string Words, int Difficulty, int? Delay, bool HandedOver, bool ToldAgain, string? Help, ExperienceTheme Theme)> told)
    {
        var session = new ExperienceSession(demo.Id($"session {key}"), pathway, on, place, facilitator, people, demo.Account("voice").DisplayName, now);
        foreach (var it in told)
        {
            session.Add(it.Step is null ? null : StepOf(demo, map, it.Step), new TouchpointWords(it.Words, it.Difficulty, it.Delay, it.HandedOver, it.ToldAgain, it.Help, it.Theme));
        }

        db.ExperienceSessions.Add(session);
    }

    private static Step? StepOf(DemoPartnership demo, PathwayMap map, string key) => map.Steps.FirstOrDefault(step => step.Id == new DemoMap(demo, DemoPathways.Name).Id(key));
}
