using Microsoft.AspNetCore.Authorization;

namespace CareCommissioning.Web.Access;

/// <summary>Grants what <see cref="RequiresAttribute"/> asks for by the one table of roles. Somebody with something still to do first is granted nothing.</summary>
public sealed class PermissionHandler : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (!context.User.HasClaim(claim => claim.Type == ActorClaims.Pending)
            && context.User.ToActor() is { } actor
            && requirement.AnyOf.Any(actor.May))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
