using System.Collections.Frozen;
using CareCommissioning.Domain.Partnerships;
using static CareCommissioning.Domain.Access.Permission;

namespace CareCommissioning.Domain.Access;

/// <summary>What one role is: its name, whose rows it sees, where it may work, what it may do.</summary>
/// <param name="Name">As people say it.</param>
/// <param name="Kind">Whose rows exist for it.</param>
/// <param name="WorksFor">What an organisation must do for this role to be given there.</param>
/// <param name="SeesIdentifiablePeople">Needs two-step verification, always.</param>
/// <param name="IsTimeLimited">An account of this role must have an end date (S0-035).</param>
/// <param name="Permissions">Beside <see cref="UseTheProduct"/>, which everybody has.</param>
public sealed record RoleDescription(
    string Name,
    ActorKind Kind,
    IReadOnlyList<OrganisationFunction> WorksFor,
    bool SeesIdentifiablePeople,
    bool IsTimeLimited,
    IReadOnlySet<Permission> Permissions);

/// <summary>The one table that says which role may do what. <c>docs/access.md</c> is generated from it.</summary>
public static class AccessTable
{
    private static readonly OrganisationFunction[] Commissioners = [OrganisationFunction.NhsCommissioner, OrganisationFunction.LocalAuthority];
    private static readonly OrganisationFunction[] CareTeams = [OrganisationFunction.NhsCommissioner, OrganisationFunction.LocalAuthority, OrganisationFunction.Provider];

    /// <summary>Given to an approver of an organisation, whatever their role.</summary>
    public static readonly FrozenSet<Permission> ApproverPermissions = [ManageColleagues];

    public static readonly FrozenDictionary<Role, RoleDescription> Roles = new Dictionary<Role, RoleDescription>
    {
        [Role.PctCommissioner] = Of("NHS commissioner", ActorKind.Commissioner, [OrganisationFunction.NhsCommissioner], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, RecordExperience, SignAgreements, EditPathways, KeepRegisters, SayWhatHelps, ManageProviders, ViewPlacements, ApprovePlacements, ExportPlacements, ViewOutcomes, SetReviewRules),
        [Role.CouncilCommissioner] = Of("Council commissioner", ActorKind.Commissioner, [OrganisationFunction.LocalAuthority], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, RecordExperience, SignAgreements, EditPathways, KeepRegisters, SayWhatHelps, ManageProviders, ViewPlacements, ApprovePlacements, ExportPlacements, ViewOutcomes, SetReviewRules),
        [Role.HeadOfJointCommissioning] = Of("Head of joint commissioning", ActorKind.Commissioner, Commissioners, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, RecordExperience, SignAgreements, EditPathways, KeepRegisters, SayWhatHelps, ManageProviders, ViewPlacements, ApprovePlacements, ExportPlacements, ViewOutcomes, SetReviewRules),
        [Role.Finance] = Of("Finance", ActorKind.Commissioner, Commissioners, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, ViewPlacements, ExportPlacements, ViewOutcomes),
        [Role.ProviderManager] = Of("Provider manager", ActorKind.Provider, [OrganisationFunction.Provider], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, SignAgreements, ViewPlacements, ViewOutcomes) with { SeesIdentifiablePeople = true },
        [Role.ProviderStaff] = Of("Provider staff", ActorKind.Provider, [OrganisationFunction.Provider], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, ViewPlacements) with { SeesIdentifiablePeople = true },
        [Role.CareCoordinator] = Of("Care co-ordinator", ActorKind.Team, CareTeams, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, ViewPlacements, ManagePlacements) with { SeesIdentifiablePeople = true },
        [Role.TeamManager] = Of("Team manager", ActorKind.Team, CareTeams, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, ManageOwnTeam, ViewPlacements, ManagePlacements, AssignCareCoordinators) with { SeesIdentifiablePeople = true },
        [Role.QualityReviewer] = Of("Quality reviewer", ActorKind.Reviewer, Commissioners, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities),
        [Role.IndependentClinician] = Of("Independent clinician", ActorKind.Clinician, [.. Commissioners, OrganisationFunction.Practice], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities) with { SeesIdentifiablePeople = true },
        [Role.ProgrammeLead] = Of("Programme lead", ActorKind.Programme, Commissioners, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, RecordExperience, EditPathways, KeepRegisters, SayWhatHelps),
        [Role.ImprovementConsultant] = Of("Improvement consultant", ActorKind.Programme, Commissioners, ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, RecordExperience, EditPathways, KeepRegisters, SayWhatHelps) with { IsTimeLimited = true },
        [Role.ServiceUserRepresentative] = Of("Service-user representative", ActorKind.Voice, [OrganisationFunction.ServiceUserGroup], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities, RecordExperience, SayWhatHelps, SignAgreements),
        [Role.Advocate] = Of("Advocate", ActorKind.Advocate, [OrganisationFunction.ServiceUserGroup], ViewOrganisations, ViewPathways, ViewRegisters, CommentOnPathways, VoteOnPriorities),
        [Role.Regulator] = Of("Regulator", ActorKind.Regulator, [OrganisationFunction.Regulator], ViewOrganisations, ViewPathways, ViewRegisters),
        [Role.InformationGovernanceLead] = Of("Information-governance lead", ActorKind.Guardian, Commissioners, ViewOrganisations, ViewPathways, ViewRegisters, ReadAuditLog, ExportAuditLog) with { SeesIdentifiablePeople = true },
        [Role.SystemAdministrator] = Of(
            "System administrator",
            ActorKind.Administrator,
            Commissioners,
            ViewOrganisations, ViewPathways, ViewRegisters, ManageProviders, ManageOrganisations, ManageOrganisationKinds, ManageLocalities, ManageTeams, ManageAccounts),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> WithApprover =
        Roles.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Permissions.Union(ApproverPermissions).ToFrozenSet());

    public static RoleDescription Describe(this Role role) => Roles[role];

    /// <summary>Everything a person of this role may do.</summary>
    public static IReadOnlySet<Permission> Permissions(Role role, bool isApprover) =>
        isApprover ? WithApprover[role] : Roles[role].Permissions;

    private static RoleDescription Of(string name, ActorKind kind, IReadOnlyList<OrganisationFunction> worksFor, params Permission[] permissions) =>
        new(name, kind, worksFor, false, false, permissions.Append(UseTheProduct).ToFrozenSet());
}
