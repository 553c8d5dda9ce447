using Microsoft.AspNetCore.Authorization;

namespace CareCommissioning.Web.Access;

/// <summary>A page of the person's own that also opens while one of these steps is pending: the page of that step, and sign-out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenWhileAttribute(params string[] steps) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    /// <summary>Values of <see cref="PendingStep"/>.</summary>
    public IReadOnlyList<string> Steps { get; } = steps;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Grants what <see cref="OpenWhileAttribute"/> asks: somebody signed in, with nothing left to do or with one of these steps left.</summary>
public sealed class OpenWhileHandler : AuthorizationHandler<OpenWhileAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OpenWhileAttribute requirement)
    {
        var pending = context.User.FindFirst(ActorClaims.Pending)?.Value;
        if (pending is null ? context.User.ToActor() is not null : requirement.Steps.Contains(pending, StringComparer.Ordinal))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
