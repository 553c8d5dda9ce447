using CareCommissioning.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace CareCommissioning.Web.Access;

/// <summary>The permission a page needs: the only statement of who may open it. A page without one is refused to everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    /// <summary>More than one for pages that two kinds of role share, such as accounts: one of them is enough.</summary>
    public IReadOnlyList<Permission> AnyOf { get; } = [permission];

    public RequiresAttribute(Permission one, Permission other)
        : this(one) => AnyOf = [one, other];

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
