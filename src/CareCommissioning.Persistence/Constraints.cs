using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence;

/// <summary>Constraints that a person can run into, by the name they have in the database.</summary>
public static class Constraints
{
    public const string OrganisationCode = "ix_organisations_partnership_id_code";
    public const string OrganisationKindCode = "pk_organisation_kinds";
    public const string PartnershipMember = "pk_partnership_members";
    public const string ServiceLocation = "ix_services_partnership_id_location_code";
    public const string PersonLookUp = "ix_person_identities_partnership_id_look_up";
    public const string Link = "ix_links_from_id_to_id";
    public const string RegisterVote = "pk_register_votes";
    public const string CarePackageName = "ix_care_packages_pathway_id_name";
    public const string PlacementOnce = "ex_placements_once";
    public const string ReviewSetting = "pk_review_settings";
    public const string LocalityName = "ix_localities_partnership_id_name";
    public const string PathwayName = "ix_pathways_partnership_id_name";
    public const string PathwayVersionNumber = "ix_pathway_versions_pathway_id_number";
    public const string TeamName = "ix_teams_partnership_id_name";
    public const string TeamMember = "pk_team_members";

    /// <summary>True when saving failed because a value that may stand once stands already.</summary>
    public static bool IsTaken(this DbUpdateException failed, string constraint) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused && refused.ConstraintName == constraint;

    /// <summary>True when saving failed because two periods that exclude each other overlap.</summary>
    public static bool Overlaps(this DbUpdateException failed, string constraint) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation } refused && refused.ConstraintName == constraint;

    /// <summary>True when a row could not be deleted because others refer to it.</summary>
    public static bool IsReferredTo(this DbUpdateException failed) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation };
}
