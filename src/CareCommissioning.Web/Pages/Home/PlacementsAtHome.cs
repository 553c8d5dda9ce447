using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Identities;

namespace CareCommissioning.Web.Pages.Home;

/// <summary>What placements bring to somebody's morning: one of these by what they may do, none for roles that have nothing to do with placements.</summary>
public sealed record PlacementsAtHome(MyPeople? Mine = null, TeamCaseload? Team = null, CommissionersWork? Commissioners = null, IReadOnlyList<ServiceResidents>? Residents = null)
{
    public static async Task<PlacementsAtHome> OfAsync(CareDbContext db, IdentityVault vault, Actor actor, DateOnly today, CancellationToken cancel) => actor switch
    {
        { PartnershipId: null } => new PlacementsAtHome(),
        _ when actor.May(Permission.AssignCareCoordinators) => new PlacementsAtHome(Team: await TeamCaseload.OfAsync(db, actor, today, cancel)),
        _ when actor.May(Permission.ManagePlacements) => new PlacementsAtHome(Mine: await MyPeople.OfAsync(db, vault, actor, today, cancel)),
        _ when actor.May(Permission.ApprovePlacements) => new PlacementsAtHome(Commissioners: await CommissionersWork.OfAsync(db, actor.PartnershipId.Value, today, cancel)),
        { Kind: ActorKind.Provider } => new PlacementsAtHome(Residents: await Home.Residents.OfAsync(db, actor.OrganisationId!.Value, today, cancel)),
        _ => new PlacementsAtHome(),
    };
}
