using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.New;

/// <summary>An organisation that may be the very one somebody is about to register again.</summary>
public sealed record SimilarOrganisation(Guid Id, Guid PartnershipId, string Name, string? Code)
{
    private const int Most = 5;

    /// <summary>Those the actor sees that have, or had, this name but for case, spaces and punctuation, or that have this code but for case; at most 5.</summary>
    public static async Task<IReadOnlyList<SimilarOrganisation>> FindAsync(CareDbContext db, string name, string? code, CancellationToken cancel) =>
        await db.Database.SqlQuery<SimilarOrganisation>($"""
            select o.id as "Id", o.partnership_id as "PartnershipId", o.name as "Name", o.code as "Code"
            from care.organisations o
            where lower(o.code) = lower({code ?? ""})
               or exists (
                 select from care.organisation_names n
                 where n.organisation_id = o.id
                   and regexp_replace(lower(n.name), '[[:space:][:punct:]]', '', 'g') = regexp_replace(lower({name}), '[[:space:][:punct:]]', '', 'g'))
            order by lower(o.code) = lower({code ?? ""}) desc nulls last, o.name, o.id
            limit {Most}
            """).ToListAsync(cancel);
}
