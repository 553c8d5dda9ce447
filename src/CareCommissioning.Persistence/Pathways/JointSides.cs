using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Figures;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Pathways;

/// <summary>Who stands on the side of health and who on the council's, for what both do together (S2-003).</summary>
public static class JointSides
{
    /// <summary>Of each organisation that the reader sees.</summary>
    public static async Task<Dictionary<Guid, Side>> SidesAsync(this CareDbContext db, IReadOnlyCollection<Guid> organisations, CancellationToken cancel) =>
        (await (from o in db.Organisations
                join k in db.OrganisationKinds on o.KindCode equals k.Code
                where organisations.Contains(o.Id)
                select new { o.Id, k.Function, k.Sector }).ToListAsync(cancel)).ToDictionary(o => o.Id, o => SideOf(o.Function, o.Sector));

    /// <summary>Benefits of a pathway that were not withdrawn: those owned by both sides together, and all.</summary>
    public static async Task<(int Count, int All)> JointIndicatorsAsync(this CareDbContext db, Guid pathway, CancellationToken cancel)
    {
        var owners = await (from b in db.Benefits
                            join m in db.Measures on b.MeasureId equals m.Id
                            where b.PathwayId == pathway && b.State != BenefitState.Withdrawn
                            select new
                            {
                                Owner = db.Accounts.Where(a => a.Id == m.OwnerId).Select(a => (Guid?)a.OrganisationId).FirstOrDefault(),
                                CoOwner = db.Accounts.Where(a => a.Id == m.CoOwnerId).Select(a => (Guid?)a.OrganisationId).FirstOrDefault(),
                            }).ToListAsync(cancel);
        var sides = await db.SidesAsync([.. owners.SelectMany(pair => new[] { pair.Owner, pair.CoOwner }).OfType<Guid>().Distinct()], cancel);
        return (owners.Count(pair => IsJoint(pair.Owner, pair.CoOwner, sides)), owners.Count);
    }

    private static bool IsJoint(Guid? owner, Guid? coOwner, Dictionary<Guid, Side> sides) =>
        owner is { } one && coOwner is { } other && (sides.GetValueOrDefault(one, Side.Other), sides.GetValueOrDefault(other, Side.Other)) is (Side.Health, Side.Council) or (Side.Council, Side.Health);

    private static Side SideOf(OrganisationFunction function, Sector? sector) => (function, sector) switch
    {
        (OrganisationFunction.NhsCommissioner or OrganisationFunction.Practice, _) or (OrganisationFunction.Provider, Sector.Nhs) => Side.Health,
        (OrganisationFunction.LocalAuthority, _) or (OrganisationFunction.Provider, Sector.Council) => Side.Council,
        _ => Side.Other,
    };
}
