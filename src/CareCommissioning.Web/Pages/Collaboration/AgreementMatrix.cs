using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Collaboration;

/// <summary>An agreement with each organisation's position as it stands, those who must sign first, by name (S0-011).</summary>
/// <param name="Earlier">Positions that were changed since, the latest first.</param>
public sealed record AgreementMatrix(Agreement It, IReadOnlyList<AgreementMatrix.Line> Lines, IReadOnlyList<AgreementMatrix.Line> Earlier)
{
    /// <param name="Position">Null while none is taken.</param>
    public sealed record Line(Guid OrganisationId, string Organisation, bool MustSign, AgreementPosition? Position);

    /// <summary>Reads one; null when there is none that this person sees.</summary>
    public static async Task<AgreementMatrix?> OfAsync(CareDbContext db, IQueryable<Agreement> which, CancellationToken cancel)
    {
        var it = await which.AsNoTracking().AsSplitQuery().Include(a => a.Parties).Include(a => a.Positions).OrderByDescending(a => a.OpenedAt).FirstOrDefaultAsync(cancel);
        if (it is null)
        {
            return null;
        }

        var ids = it.Parties.Select(party => party.OrganisationId).ToList();
        var names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        string NameOf(Guid id) => names.GetValueOrDefault(id, "An organisation that is no longer here");
        return new AgreementMatrix(
            it,
            [.. it.Parties.Select(party => new Line(party.OrganisationId, NameOf(party.OrganisationId), party.MustSign, it.PositionOf(party.OrganisationId))).OrderByDescending(line => line.MustSign).ThenBy(line => line.Organisation)],
            [.. it.Positions.Where(position => it.PositionOf(position.OrganisationId) != position).OrderByDescending(position => position.Number)
                .Select(position => new Line(position.OrganisationId, NameOf(position.OrganisationId), false, position))]);
    }
}
