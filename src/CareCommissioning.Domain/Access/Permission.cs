namespace CareCommissioning.Domain.Access;

/// <summary>What a page needs. A page names one; <see cref="AccessTable"/> says which roles hold it.</summary>
public enum Permission
{
    /// <summary>Home, own account, help: everybody who is signed in.</summary>
    UseTheProduct,
    ViewOrganisations,

    /// <summary>Register and change provider organisations: the market is the commissioners' (S1-057).</summary>
    ManageProviders,

    /// <summary>Register and change organisations of every kind, their partnerships and successors.</summary>
    ManageOrganisations,
    ManageOrganisationKinds,
    ManageLocalities,

    /// <summary>Open and close teams, name their managers and members.</summary>
    ManageTeams,

    /// <summary>See the team one manages: its members and what they carry (S1-048).</summary>
    ManageOwnTeam,

    /// <summary>Invite, change and end accounts of every organisation of the partnership.</summary>
    ManageAccounts,

    /// <summary>Invite, change and end accounts of one's own organisation: its approver's (C11).</summary>
    ManageColleagues,

    /// <summary>See placements: commissioners all by pseudonym, teams their own people, providers their own residents.</summary>
    ViewPlacements,

    /// <summary>Log, start, review and end placements of the team one works in now (S1-019).</summary>
    ManagePlacements,

    /// <summary>Give the people of one's team another care co-ordinator or another team.</summary>
    AssignCareCoordinators,

    /// <summary>Agree to fee and split of a placement, and change them from a day (rules E9).</summary>
    ApprovePlacements,
    ExportPlacements,

    /// <summary>See in sums how the people placed live and how far they have come: commissioners all, a provider its own (S2-005).</summary>
    ViewOutcomes,

    /// <summary>Set how often placements are reviewed here (rules E11).</summary>
    SetReviewRules,

    /// <summary>See pathways and their maps: a draft only those who may draw it.</summary>
    ViewPathways,

    /// <summary>Draw pathways: add, change and undo (S0-012).</summary>
    EditPathways,

    /// <summary>Say what one thinks of a version that is shown, and give urgent feedback (C28).</summary>
    CommentOnPathways,

    /// <summary>Write down what people who use services tell of a pathway (S0-047).</summary>
    RecordExperience,

    /// <summary>See gaps in provision, what people find effective, and the other registers.</summary>
    ViewRegisters,

    /// <summary>Write gaps down, tie them to what closes them, and close them (S0-001).</summary>
    KeepRegisters,

    /// <summary>Write down what people find effective, and which services offer it (S3-001).</summary>
    SayWhatHelps,

    /// <summary>Say by votes what matters most (S3-001).</summary>
    VoteOnPriorities,

    /// <summary>Take one's own organisation's position on what is put to signature (S0-011).</summary>
    SignAgreements,
    ReadAuditLog,
    ExportAuditLog,
}
