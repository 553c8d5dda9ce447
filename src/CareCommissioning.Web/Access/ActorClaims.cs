using System.Security.Claims;
using CareCommissioning.Domain.Access;

namespace CareCommissioning.Web.Access;

/// <summary>The actor as claims: what a session puts into the principal of each request, read from the database every time.</summary>
public static class ActorClaims
{
    /// <summary>What the person must still do before any page but that one opens; absent when nothing.</summary>
    public const string Pending = "care:pending";

    /// <summary>Id of the session's row.</summary>
    public const string Session = "care:session";

    private const string RoleName = "care:role";
    private const string Approver = "care:approver";
    private const string Organisation = "care:organisation";
    private const string Partnership = "care:partnership";
    private const string Team = "care:team";

    public static IEnumerable<Claim> ToClaims(this Actor actor)
    {
        yield return new Claim(ClaimTypes.NameIdentifier, actor.AccountId.ToString()!);
        yield return new Claim(ClaimTypes.Name, actor.Name);
        yield return new Claim(RoleName, actor.Role.ToString()!);
        yield return new Claim(Approver, actor.IsApprover.ToString());
        yield return new Claim(Organisation, actor.OrganisationId.ToString()!);
        if (actor.PartnershipId is { } partnership)
        {
            yield return new Claim(Partnership, partnership.ToString());
        }

        if (actor.TeamId is { } team)
        {
            yield return new Claim(Team, team.ToString());
        }
    }

    /// <summary>Null for somebody who is not signed in, or only half: a password without its second step.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal)
    {
        if (!Enum.TryParse<Role>(principal.FindFirstValue(RoleName), out var role))
        {
            return null;
        }

        return new Actor(
            role.Describe().Kind,
            Id(ClaimTypes.NameIdentifier),
            principal.FindFirstValue(ClaimTypes.Name)!,
            role,
            bool.Parse(principal.FindFirstValue(Approver)!),
            Id(Organisation),
            Id(Partnership),
            Id(Team));

        Guid? Id(string type) => Guid.TryParse(principal.FindFirstValue(type), out var id) ? id : null;
    }
}
