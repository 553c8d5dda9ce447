using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.DemoData;

/// <summary>The demonstration's gaps in provision, and what its people say helps them. All of it is invented, and every figure is illustrative.</summary>
internal static class DemoRegisters
{
    /// <summary>Adds both partnerships' registers, when pathways and services are there.</summary>
    public static async Task SeedAsync(CareDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var demo in DemoPartnerships.All)
        {
            var offered = await db.Services.Where(s => s.PartnershipId == DemoId.Of(demo.Slug)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Type }).ToListAsync(cancel);
            var register = new Register(db, demo, offered.ToLookup(s => s.Type, s => s.Id), now);
            if (demo.Slug == "liverpool")
            {
                Liverpool(register, demo);
            }
            else
            {
                EastLancashire(register);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private static void Liverpool(Register register, DemoPartnership demo)
    {
        var (current, future) = (demo.Id($"pathway {DemoPathways.Name} 1"), demo.Id($"pathway {DemoPathways.Name} 2"));
        register.Gap("No home treatment after eight in the evening", 0, null, "pct", 140, 140, "Illustrative: four in ten admissions are made at night, when nobody can come to the house.", future);
        register.Gap("Nobody looks after physical health between practice and community team", 0, null, "head", 120, 620, "Illustrative: half of the people on the practice registers had no yearly check.", future);
        register.Gap("Talking therapy in no language but English", 6, "Central Liverpool", "council", 90, 60, "Illustrative: told in two of three sessions on lived experience.");
        register.Gap("No way to a home of one’s own within a month of leaving the ward", 8, "North Liverpool", "council", 75, 34, "Illustrative: people wait for 60 days in a bed they no longer need.");
        register.Gap("Carers are not told whom to call at night", 11, null, null, 40, null, "Illustrative: carers’ forum, three years in a row.");
        register.Gap("No agreed way through services that all partners know", 0, null, "pct", 200, null, "Illustrative: each of four teams draws another picture.", current)
            .Close(RegisterKinds.Gaps.Closed[0], [new LinkedChange(LinkEnd.PathwayVersion, current, "", London.DayOf(register.Now).AddDays(-51))], "The current pathway is agreed by all who must.", demo.Actor("pct"), London.DayOf(register.Now).AddDays(-50));
        register.Gap("No crisis house for women alone", 0, "South Liverpool", "head", 180, 9, "Illustrative: nine women in a year asked for one.")
            .Close(RegisterKinds.Gaps.Closed[1], [], "Too few people for a house of its own; the crisis houses keep rooms on a floor for women. Looked at again in a year.", demo.Actor("head"), London.DayOf(register.Now).AddDays(-30));

        register.Helps("Somebody to talk to at night who has been through it", 9, [], "voice", "provider", "coordinator", "pct", "programme");
        register.Helps("Help to keep the job I have", 4, [], "voice", "council", "advocate");
        register.Helps("Being asked what the medicine does to me, and heard", 1, [], "voice", "coordinator");
        register.Helps("A place to go in a crisis that is not a hospital", 2, [ServiceType.CrisisHouse], "voice", "pct", "provider", "advocate");
        register.Helps("A home of my own, and somebody who looks in", 5, [ServiceType.FloatingSupport, ServiceType.SupportedAccommodation], "council", "head");
        register.Helps("Going out with others to do something", 7, [ServiceType.DayService], "voice");
        register.Helps("Talking things through with the same person for as long as it takes", 0, [ServiceType.CommunityTeam], "coordinator", "programme");
    }

    private static void EastLancashire(Register register)
    {
        register.Gap("No early-intervention team east of the valley", 1, null, "pct", 60, 22, "Illustrative: 22 of 31 people of the last year travelled for more than an hour.");
        register.Helps("Being seen at school or at work, not at a clinic", 4, [], "voice", "coordinator");
        register.Helps("My family being told what is going on", 6, [ServiceType.DayService], "voice");
    }

    /// <summary>Writes one partnership's registers.</summary>
    private sealed class Register(CareDbContext db, DemoPartnership demo, ILookup<ServiceType, Guid> offered, DateTimeOffset now)
    {
        public DateTimeOffset Now => now;

        /// <param name="group">Its place among the client groups.</param>
        /// <param name="daysAgo">When it was found.</param>
        public RegisterEntry Gap(string title, int group, string? locality, string? owner, int daysAgo, int? unmet, string evidence, Guid? closedBy = null)
        {
            var values = new Dictionary<string, string> { ["evidence"] = evidence };
            if (unmet is { } people)
            {
                values["unmet"] = people.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            var entry = Add(RegisterKinds.Gaps, title, group, locality, owner, daysAgo, values);
            if (closedBy is { } version)
            {
                Tie(entry, LinkEnd.PathwayVersion, version);
            }

            return entry;
        }

        /// <param name="area">Its place among the areas of life.</param>
        /// <param name="by">Kinds of services of which two offer it each.</param>
        /// <param name="voters">Accounts that vote for it.</param>
        public void Helps(string title, int area, IEnumerable<ServiceType> by, params string[] voters)
        {
            var entry = Add(RegisterKinds.WhatHelps, title, area, null, null, 45, new Dictionary<string, string> { ["source"] = $"Illustrative: sessions on lived experience held by {demo.Organisation("voice").Name}." });
            foreach (var service in by.SelectMany(type => offered[type].Take(2)))
            {
                Tie(entry, LinkEnd.Service, service);
            }

            db.RegisterVotes.AddRange(voters.Select(voter => RegisterVote.On(entry, 0, demo.Actor(voter), now.AddDays(-20)).Value!));
        }

        private RegisterEntry Add(RegisterKind kind, string title, int category, string? locality, string? owner, int daysAgo, Dictionary<string, string> values)
        {
            var description = new EntryDescription(
                title, kind.Categories[category], locality is null ? null : demo.Id(locality), owner is null ? null : demo.Id(owner + " account"), London.DayOf(now).AddDays(-daysAgo), values);
            var entry = new RegisterEntry(demo.Id($"{kind.Code} {title}"), DemoId.Of(demo.Slug), kind, description);
            db.RegisterEntries.Add(entry);
            return entry;
        }

        private void Tie(RegisterEntry entry, LinkEnd end, Guid to) =>
            db.Links.Add(new Link(demo.Id($"tie {entry.Title} {to}"), entry.PartnershipId, LinkEnd.RegisterEntry, entry.Id, end, to, demo.Account("pct").DisplayName, now.AddDays(-30)));
    }
}
