using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Testing.Traits;

namespace CareCommissioning.Domain.Tests.Access;

/// <summary>What the one table of roles must never say.</summary>
public sealed class AccessTableTests
{
    [Fact]
    public void Every_role_is_described() => AccessTable.Roles.Keys.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);

    [Fact, Requirement("S1-057")]
    public void Oversight_of_providers_is_not_the_care_co_ordinators_job()
    {
        foreach (var role in new[] { Role.CareCoordinator, Role.TeamManager, Role.ProviderManager, Role.ProviderStaff })
        {
            AccessTable.Permissions(role, isApprover: true).ShouldNotContain(Permission.ManageProviders, role.ToString());
            AccessTable.Permissions(role, isApprover: true).ShouldNotContain(Permission.ManageOrganisations, role.ToString());
        }
    }

    [Fact]
    public void The_guardian_reads_logs_and_changes_nothing() =>
        AccessTable.Roles[Role.InformationGovernanceLead].Permissions.Where(p => p.ToString().StartsWith("Manage", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_audit_log_is_for_the_guardian_alone() =>
        AccessTable.Roles.Where(entry => entry.Value.Permissions.Contains(Permission.ReadAuditLog)).Select(entry => entry.Key).ShouldBe([Role.InformationGovernanceLead]);

    [Fact]
    public void A_reviewer_never_works_for_a_provider() =>
        AccessTable.Roles[Role.QualityReviewer].WorksFor.ShouldNotContain(OrganisationFunction.Provider);

    [Fact, Requirement("S0-035", "S1-082")]
    public void An_improvement_consultants_account_is_for_a_limited_time() => AccessTable.Roles[Role.ImprovementConsultant].IsTimeLimited.ShouldBeTrue();

    [Theory]
    [InlineData(Role.CareCoordinator)]
    [InlineData(Role.TeamManager)]
    [InlineData(Role.ProviderManager)]
    [InlineData(Role.ProviderStaff)]
    [InlineData(Role.IndependentClinician)]
    public void Who_sees_people_by_name_signs_in_in_two_steps(Role role) => role.Describe().SeesIdentifiablePeople.ShouldBeTrue();

    [Fact, Requirement("S0-025")]
    public void The_head_of_joint_commissioning_works_for_either_side() =>
        AccessTable.Roles[Role.HeadOfJointCommissioning].WorksFor.ShouldBe([OrganisationFunction.NhsCommissioner, OrganisationFunction.LocalAuthority]);

    [Fact]
    public void An_approver_gains_colleagues_and_nothing_else()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            AccessTable.Permissions(role, isApprover: true).Except(AccessTable.Permissions(role, isApprover: false)).ShouldBe([Permission.ManageColleagues], role.ToString());
        }
    }
}
