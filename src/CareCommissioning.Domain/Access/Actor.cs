namespace CareCommissioning.Domain.Access;

/// <summary>Who does this, in which role, for whom, and in which partnership and team they work now.</summary>
/// <param name="AccountId">Null for the system and for somebody who has not signed in.</param>
/// <param name="Name">As others read it in a history.</param>
/// <param name="Role">Null for the system and for somebody who has not signed in.</param>
/// <param name="IsApprover">Gives accounts to colleagues of the same organisation.</param>
public sealed record Actor(
    ActorKind Kind,
    Guid? AccountId,
    string Name,
    Role? Role,
    bool IsApprover,
    Guid? OrganisationId,
    Guid? PartnershipId,
    Guid? TeamId)
{
    /// <summary>Before anybody has signed in.</summary>
    public static readonly Actor SigningIn = new(ActorKind.SignIn, null, "Not signed in", null, false, null, null, null);

    /// <summary>Background work and the command line, over all partnerships.</summary>
    public static readonly Actor System = new(ActorKind.System, null, "System", null, false, null, null, null);

    /// <summary>True when the role, or being an approver, gives <paramref name="permission"/>. Somebody whose organisation serves no partnership now has their own account and nothing else.</summary>
    public bool May(Permission permission) =>
        Role is { } role && (PartnershipId is not null || permission == Permission.UseTheProduct) && AccessTable.Permissions(role, IsApprover).Contains(permission);
}
