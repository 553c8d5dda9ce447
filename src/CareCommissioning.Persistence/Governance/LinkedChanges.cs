using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Domain.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Governance;

/// <summary>One tie of an entry.</summary>
/// <param name="Version">Where the map is, if it is one of a pathway.</param>
public sealed record EntryTie(Link Link, LinkedChange Change, (Guid Pathway, int Number)? Version);

/// <summary>To what register entries are tied, as the reader may see it, and since when it has been there.</summary>
public static class LinkedChanges
{
    /// <summary>Of one entry, by title. What the reader may not see is not among them.</summary>
    public static async Task<IReadOnlyList<EntryTie>> TiesAsync(this CareDbContext db, Guid entry, CancellationToken cancel)
    {
        var links = await db.Links.Where(l => l.FromId == entry).ToListAsync(cancel);
        var ids = links.ConvertAll(l => l.ToId);
        var services = await (from s in db.Services
                              where ids.Contains(s.Id)
                              select new { s.Id, s.Name, s.OpenedOn, s.ClosedOn, Provider = db.Organisations.Where(o => o.Id == s.ProviderId).Select(o => o.Name).FirstOrDefault() }).ToListAsync(cancel);
        var versions = await db.PathwayVersions.Where(v => ids.Contains(v.Id)).Select(v => new
        {
            v.Id,
            v.PathwayId,
            v.Number,
            v.Outlook,
            v.State,
            Pathway = db.Pathways.Where(p => p.Id == v.PathwayId).Select(p => p.Name).First(),
            Agreed = db.Agreements.Where(a => a.SubjectId == v.Id && a.State == AgreementState.Reached).Select(a => a.ClosedAt).FirstOrDefault(),
        }).ToListAsync(cancel);
        var ties = services
            .Select(s => Tie(new LinkedChange(LinkEnd.Service, s.Id, $"{s.Name}, {s.Provider}{(s.ClosedOn is null ? "" : " (closed)")}", s.ClosedOn is null ? s.OpenedOn : null), null))
            .Concat(versions.Select(v => Tie(
                new LinkedChange(
                    LinkEnd.PathwayVersion,
                    v.Id,
                    $"{v.Pathway}, version {v.Number}: {(v.Outlook == Outlook.Current ? "as it is" : "as it shall be")}",
                    v.Outlook == Outlook.Current && v.State is (VersionState.Agreed or VersionState.Superseded) && v.Agreed is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null),
                (v.PathwayId, v.Number))));
        return [.. ties.OrderBy(tie => tie.Change.Title, StringComparer.OrdinalIgnoreCase)];

        EntryTie Tie(LinkedChange change, (Guid, int)? version) => new(links.Single(link => link.ToId == change.Id), change, version);
    }
}
