namespace CareCommissioning.Domain.Access;

/// <summary>What a person does here. A person has one role; <see cref="AccessTable"/> says what it may do (rules E20).</summary>
public enum Role
{
    PctCommissioner,
    CouncilCommissioner,
    HeadOfJointCommissioning,
    Finance,
    ProviderManager,
    ProviderStaff,
    CareCoordinator,
    TeamManager,
    QualityReviewer,
    IndependentClinician,
    ProgrammeLead,
    ImprovementConsultant,
    ServiceUserRepresentative,
    Advocate,
    Regulator,
    InformationGovernanceLead,
    SystemAdministrator,
}
