using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Pages.Pathways;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>Where what is signed can be read. A context whose things are agreed adds its line here.</summary>
public static class SubjectLink
{
    /// <summary>The page of what an agreement is about.</summary>
    public static async Task<string> SubjectLinkAsync(this CareDbContext db, AgreementSubject subject, Guid id, CancellationToken cancel) => subject switch
    {
        AgreementSubject.PathwayVersion when await db.PathwayVersions.Where(v => v.Id == id).Select(v => new { v.PathwayId, v.Number }).SingleOrDefaultAsync(cancel) is { } version =>
            PathwayLinks.Of(version.PathwayId, version.Number, "pack"),
        AgreementSubject.ConsensusStatement when await db.ConsensusStatements.Where(s => s.Id == id).Select(s => (Guid?)s.PathwayId).SingleOrDefaultAsync(cancel) is { } pathway =>
            PathwayLinks.Consensus(pathway),
        _ => CollaborationLinks.Agreements,
    };
}
