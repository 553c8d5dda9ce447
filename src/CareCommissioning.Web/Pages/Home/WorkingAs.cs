using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>As whom, for whom and where somebody works now.</summary>
public sealed record WorkingAs(string Role, bool IsApprover, string? Organisation, string? Partnership, string? Team)
{
    public static async Task<WorkingAs> OfAsync(CareDbContext db, Actor actor, CancellationToken cancel) => new(
        actor.Role!.Value.Describe().Name,
        actor.IsApprover,
        await db.Organisations.Where(o => o.Id == actor.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancel),
        await db.Partnerships.Where(p => p.Id == actor.PartnershipId).Select(p => p.Name).SingleOrDefaultAsync(cancel),
        actor.TeamId is null ? null : await db.Teams.Where(t => t.Id == actor.TeamId).Select(t => t.Name).SingleOrDefaultAsync(cancel));
}
