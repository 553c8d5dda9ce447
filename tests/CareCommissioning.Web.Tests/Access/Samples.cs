using System.Text;
using System.Text.RegularExpressions;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Imports;
using CareCommissioning.Testing;
using CareCommissioning.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Access;

/// <summary>What an endpoint should say.</summary>
public enum Answer
{
    Allowed,
    Forbidden,
    NotFound,
}

/// <summary>Whose record is asked for.</summary>
public enum Target
{
    None,
    OwnOrganisation,
    OtherOrganisation,
    OtherPartnership,
    Nobody,
}

/// <summary>Ids of records of every sort, one's own and others'.</summary>
public sealed partial class Samples
{
    private const string NoSuchId = "01930000-0000-7000-8000-000000000000";

    private readonly Dictionary<(string Record, Target Target), string> _ids = [];

    public static async Task<Samples> LoadAsync(CareTestDatabase database, Actor actor)
    {
        var samples = new Samples();
        await using var db = database.As(Actor.System);
        var elsewhere = await database.ActorAsync("admin@eastlancs.demo.example");
        var other = actor.OrganisationId == (await database.ActorAsync("provider@liverpool.demo.example")).OrganisationId ? "provider2" : "provider";
        var neighbour = await database.ActorAsync($"{other}@liverpool.demo.example");
        await samples.AddAsync(db, Target.OwnOrganisation, actor);
        await samples.AddAsync(db, Target.OtherOrganisation, neighbour);
        await samples.AddAsync(db, Target.OtherPartnership, elsewhere);
        await samples.AddPlacementsAsync(db, actor, neighbour.OrganisationId!.Value, elsewhere.PartnershipId!.Value);
        return samples;
    }

    public IEnumerable<(Target Target, string Id)> Targets(ListedEndpoint endpoint)
    {
        if (endpoint.Record == "-")
        {
            return [(Target.None, "")];
        }

        return new[] { Target.OwnOrganisation, Target.OtherOrganisation, Target.OtherPartnership, Target.Nobody }
            .Where(target => target == Target.Nobody || _ids.ContainsKey((endpoint.Record, target)))
            .Select(target => (target, target == Target.Nobody ? Unknown(endpoint.Record) : _ids[(endpoint.Record, target)]));
    }

    /// <summary>A role without the permission is refused whatever the record: the refusal tells nothing about it.</summary>
    public static Answer Expected(ListedEndpoint endpoint, Target target, Actor actor)
    {
        if (!endpoint.IsAllowed(actor.Role!.Value, actor.IsApprover))
        {
            return Answer.Forbidden;
        }

        return (endpoint.Sees, target) switch
        {
            (_, Target.None) => Answer.Allowed,
            (_, Target.Nobody) => Answer.NotFound,
            ("everybody", _) => Answer.Allowed,
            (_, Target.OtherPartnership) => Answer.NotFound,
            ("organisation", Target.OtherOrganisation) when actor.Role != Role.SystemAdministrator => Answer.NotFound,
            ("placement", Target.OtherOrganisation) when actor.Kind != ActorKind.Commissioner => Answer.NotFound,
            ("providers", Target.OwnOrganisation) when actor.Role != Role.SystemAdministrator => Answer.Forbidden,
            _ => Answer.Allowed,
        };
    }

    /// <summary>The address of one record: its parts fill the route's parameters in their order; a single one fills them all.</summary>
    public static string Address(string route, string id)
    {
        var parts = id.Split('|');
        var next = 0;
        return Parameter().Replace(route.Replace("{table}/{recordId}", "{record}", StringComparison.Ordinal), _ => parts[Math.Min(next++, parts.Length - 1)]);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    public static string Unknown(string record) => record switch
    {
        "kind" => "no-such-kind",
        "review-rule" => "no-such-rule",
        "register" => "no-such-register",
        "gap" or "statement" => $"gaps|{NoSuchId}",
        "line" => "999999999",
        "history" => $"organisations/{NoSuchId}",
        "version" => $"{NoSuchId}|1",
        "comment" => $"{NoSuchId}|1|{NoSuchId}",
        "benefit" or "session" or "package" => $"{NoSuchId}|{NoSuchId}",
        "pathway-upload" => $"{NoSuchId}|{NoSuchId}",
        _ when record.StartsWith("map-", StringComparison.Ordinal) => $"{NoSuchId}|1|{NoSuchId}",
        _ => NoSuchId,
    };

    /// <summary>Placements under way: one's own team's and residents', those of another team with another provider, and those of another partnership.</summary>
    private async Task AddPlacementsAsync(CareDbContext db, Actor actor, Guid otherProvider, Guid otherPartnership)
    {
        var underWay = db.Placements.Where(p => p.Stage == PlacementStage.Started).OrderBy(p => p.Id);
        var here = underWay.Where(p => p.PartnershipId == actor.PartnershipId);
        var own = actor.Kind switch
        {
            ActorKind.Team => here.Where(p => p.TeamId == actor.TeamId),
            ActorKind.Provider => here.Where(p => p.ProviderId == actor.OrganisationId),
            _ => here,
        };
        await PutAsync(Target.OwnOrganisation, own);
        await PutAsync(Target.OtherOrganisation, here.Where(p => p.ProviderId == otherProvider && p.TeamId != actor.TeamId));
        await PutAsync(Target.OtherPartnership, underWay.Where(p => p.PartnershipId == otherPartnership));

        async Task PutAsync(Target target, IQueryable<Placement> placements) => _ids.Add(("placement", target), (await placements.Select(p => p.Id).FirstAsync()).ToString());
    }

    private async Task AddAsync(CareDbContext db, Target target, Actor whose)
    {
        var partnership = whose.PartnershipId!.Value;
        Put("organisation", whose.OrganisationId.ToString()!);
        Put("account", (await db.Accounts.Where(a => a.OrganisationId == whose.OrganisationId).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync()).ToString());
        Put("team", (await db.Teams.Where(t => t.PartnershipId == partnership).OrderBy(t => t.Name).Select(t => t.Id).FirstAsync()).ToString());
        Put("locality", (await db.Localities.Where(l => db.Teams.Any(t => t.PartnershipId == partnership && t.LocalityId == l.Id)).OrderBy(l => l.Name).Select(l => l.Id).FirstAsync()).ToString());
        Put("service", (await db.Services.Where(s => s.PartnershipId == partnership).OrderBy(s => s.Name).Select(s => s.Id).FirstAsync()).ToString());
        var upload = await UploadAsync(db, partnership);
        Put("upload", upload.ToString());
        Put("kind", "private-provider");
        Put("review-rule", "Placement");
        Put("register", RegisterKinds.Gaps.Code);
        Put("gap", await EntryAsync(RegisterKinds.Gaps));
        Put("statement", await EntryAsync(RegisterKinds.WhatHelps));
        Put("line", "1");
        Put("history", $"organisations/{whose.OrganisationId}");
        await AddPathwayAsync(db, partnership, target, Put);
        Put("pathway-upload", $"{_ids[("pathway", target)]}|{upload}");

        void Put(string record, string id) => _ids.Add((record, target), id);

        async Task<string> EntryAsync(RegisterKind kind) =>
            $"{kind.Code}|{await db.RegisterEntries.Where(e => e.PartnershipId == partnership && e.KindCode == kind.Code && e.State == RegisterEntry.Open).OrderBy(e => e.Title).Select(e => e.Id).FirstAsync()}";
    }

    /// <summary>A version that everybody of its partnership sees and that may still be drawn, with an element of each kind.</summary>
    private static async Task AddPathwayAsync(CareDbContext db, Guid partnership, Target target, Action<string, string> put)
    {
        var version = await db.PathwayVersions.AsNoTracking().Where(v => v.PartnershipId == partnership && v.State == VersionState.InConsultation).OrderBy(v => v.Id).FirstAsync();
        var address = $"{version.PathwayId}|{version.Number}";
        put("pathway", version.PathwayId.ToString());
        put("version", address);
        put("comment", $"{address}|{await db.Discussions.Where(d => d.SubjectId == version.Id).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync()}");
        put("agreement", (await AgreementAsync(db, version)).ToString());
        put("benefit", $"{version.PathwayId}|{await db.Benefits.Where(b => b.PathwayId == version.PathwayId && b.State == BenefitState.Proposed).Select(b => (Guid?)b.Id).FirstOrDefaultAsync() ?? await ProposedAsync(db, version)}");
        put("package", $"{version.PathwayId}|{await PackageAsync(db, version, target)}");
        put("session", $"{version.PathwayId}|{await db.ExperienceSessions.Where(s => s.PathwayId == version.PathwayId).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync()}");
        put("map-stage", $"{address}|{version.Map.Stages[0].Id}");
        put("map-entry", $"{address}|{version.Map.Entries[0].Id}");
        put("map-step", $"{address}|{version.Map.Steps[0].Id}");
        put("map-exit", $"{address}|{version.Map.Exits[0].Id}");
        put("map-move", $"{address}|{version.Map.Moves[0].Id}");

        // Asked to be removed, it is: another one for each target.
        put("map-spare", $"{address}|{version.Map.Moves[target == Target.OwnOrganisation ? ^1 : ^2].Id}");
        put("map-choice", $"{address}|{version.Map.ChoicePoints[0].Id}");
    }

    /// <summary>A package that can be removed: another one for each target.</summary>
    private static async Task<Guid> PackageAsync(CareDbContext db, PathwayVersion version, Target target)
    {
        var package = new CarePackage(Guid.CreateVersion7(), await db.Pathways.SingleAsync(p => p.Id == version.PathwayId), new($"Sample {target} {Guid.CreateVersion7()}", null, [], []));
        db.CarePackages.Add(package);
        await db.SaveChangesAsync();
        return package.Id;
    }

    /// <summary>A benefit that is only proposed.</summary>
    private static async Task<Guid> ProposedAsync(CareDbContext db, PathwayVersion version)
    {
        var measure = new Measure(Guid.CreateVersion7(), version.PartnershipId);
        measure.Describe(new MeasureDefinition("Sample", "days", null, Better.Less, null, null), null, null);
        var benefit = new Benefit(Guid.CreateVersion7(), await db.Pathways.SingleAsync(p => p.Id == version.PathwayId), measure);
        benefit.Describe("Sample", BenefitType.Access, false, null);
        db.AddRange(measure, benefit);
        await db.SaveChangesAsync();
        return benefit.Id;
    }

    /// <summary>An open agreement; one is made where the demonstration has none.</summary>
    private static async Task<Guid> AgreementAsync(CareDbContext db, PathwayVersion version)
    {
        if (await db.Agreements.Where(a => a.PartnershipId == version.PartnershipId && a.State == AgreementState.Open).Select(a => (Guid?)a.Id).FirstOrDefaultAsync() is { } there)
        {
            return there;
        }

        var agreement = new Agreement(Guid.CreateVersion7(), version.PartnershipId, AgreementSubject.ConsensusStatement, Guid.CreateVersion7(), "Sample", new string('0', 64), Actor.System, TimeProvider.System.GetUtcNow());
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync();
        return agreement.Id;
    }

    private static async Task<Guid> UploadAsync(CareDbContext db, Guid partnership)
    {
        if (await db.CheckedUploads.Where(u => u.PartnershipId == partnership).Select(u => (Guid?)u.Id).FirstOrDefaultAsync() is { } there)
        {
            return there;
        }

        var by = await db.Accounts.Where(a => db.Organisations.Any(o => o.Id == a.OrganisationId && o.PartnershipId == partnership)).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
        var content = Encoding.UTF8.GetBytes(InventedLocation.As2026(new InventedLocation("9-SAMPLE")));
        var upload = CheckedUpload.Of(Guid.CreateVersion7(), partnership, by, "sample.csv", content, TimeProvider.System.GetUtcNow()).Value!;
        db.CheckedUploads.Add(upload);
        await db.SaveChangesAsync();
        return upload.Id;
    }
}
