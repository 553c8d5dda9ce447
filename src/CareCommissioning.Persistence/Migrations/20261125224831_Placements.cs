using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Placements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "people",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational")
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    birth_year = table.Column<int>(type: "integer", nullable: false, comment: "class: special_category"),
                    postcode_district = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, comment: "class: special_category"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.UniqueConstraint("ak_people_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.CheckConstraint("ck_people_birth_year", "birth_year between 1880 and 2200");
                    table.ForeignKey(
                        name: "fk_people_teams_partnership_id_team_id",
                        columns: x => new { x.partnership_id, x.team_id },
                        principalSchema: "care",
                        principalTable: "teams",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_settings",
                schema: "care",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    months = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    days = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_settings", x => new { x.partnership_id, x.cause });
                    table.CheckConstraint("ck_review_settings_interval", "months >= 0 and days >= 0 and months + days > 0");
                    table.ForeignKey(
                        name: "fk_review_settings_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "services",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, comment: "class: operational"),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    places = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    locality_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, comment: "class: operational"),
                    location_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, comment: "class: operational"),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services", x => x.id);
                    table.UniqueConstraint("ak_services_provider_id_id", x => new { x.provider_id, x.id });
                    table.CheckConstraint("ck_services_period", "closed_on > opened_on");
                    table.CheckConstraint("ck_services_places", "places between 0 and 2000");
                    table.ForeignKey(
                        name: "fk_services_localities_partnership_id_locality_id",
                        columns: x => new { x.partnership_id, x.locality_id },
                        principalSchema: "care",
                        principalTable: "localities",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_services_organisations_provider_id",
                        column: x => x.provider_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_services_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_identities",
                schema: "care",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    look_up = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: secret"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: identifiable"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_identities", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_person_identities_people_partnership_id_person_id",
                        columns: x => new { x.partnership_id, x.person_id },
                        principalSchema: "care",
                        principalTable: "people",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    care_coordinator_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    service_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, comment: "class: special_category"),
                    end_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, comment: "class: special_category"),
                    legal_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, comment: "class: special_category"),
                    cpa_since = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: special_category"),
                    cluster = table.Column<int>(type: "integer", nullable: true, comment: "class: special_category"),
                    cluster_assessed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: special_category"),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    urgent_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, comment: "class: special_category"),
                    next_review_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    next_review_cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, comment: "class: operational"),
                    last_reviewed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.UniqueConstraint("ak_placements_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.CheckConstraint("ck_placements_cluster", "cluster between 0 and 21 and cluster <> 9 and (cluster is null) = (cluster_assessed_on is null)");
                    table.CheckConstraint("ck_placements_ended", "(stage = 'Ended') = (ended_on is not null) and (stage = 'Ended') = (end_reason is not null)");
                    table.CheckConstraint("ck_placements_period", "ended_on > starts_on");
                    table.CheckConstraint("ck_placements_service", "(service_id is null) = (provider_id is null) and (stage in ('Referred', 'Withdrawn') or service_id is not null)");
                    table.CheckConstraint("ck_placements_under_way", "stage <> 'Started' or (care_coordinator_id is not null and next_review_on is not null and legal_basis is not null and (approved_at is not null or urgent_reason is not null))");
                    table.ForeignKey(
                        name: "fk_placements_accounts_approved_by",
                        column: x => x.approved_by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_accounts_care_coordinator_id",
                        column: x => x.care_coordinator_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_people_partnership_id_person_id",
                        columns: x => new { x.partnership_id, x.person_id },
                        principalSchema: "care",
                        principalTable: "people",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_services_provider_id_service_id",
                        columns: x => new { x.provider_id, x.service_id },
                        principalSchema: "care",
                        principalTable: "services",
                        principalColumns: new[] { "provider_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_teams_partnership_id_team_id",
                        columns: x => new { x.partnership_id, x.team_id },
                        principalSchema: "care",
                        principalTable: "teams",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement_reviews",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: special_category"),
                    summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, comment: "class: special_category"),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_reviews", x => x.id);
                    table.CheckConstraint("ck_placement_reviews_next", "next_due_on > reviewed_on");
                    table.ForeignKey(
                        name: "fk_placement_reviews_accounts_reviewed_by",
                        column: x => x.reviewed_by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_reviews_placements_partnership_id_placement_id",
                        columns: x => new { x.partnership_id, x.placement_id },
                        principalSchema: "care",
                        principalTable: "placements",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placement_terms",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    weekly_fee = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false, comment: "class: commercial"),
                    nhs_share = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false, comment: "class: operational"),
                    council_share = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false, comment: "class: operational"),
                    pooled_share = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false, comment: "class: operational"),
                    other_share = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false, comment: "class: operational"),
                    person_share = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false, comment: "class: operational"),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_terms", x => x.id);
                    table.CheckConstraint("ck_placement_terms_period", "valid_to > valid_from");
                    table.CheckConstraint("ck_placement_terms_shares", "least(nhs_share, council_share, pooled_share, other_share, person_share) >= 0 and nhs_share + council_share + pooled_share + other_share + person_share = 100");
                    table.CheckConstraint("ck_placement_terms_weekly_fee", "weekly_fee > 0 and weekly_fee <= 20000");
                    table.ForeignKey(
                        name: "fk_placement_terms_placements_partnership_id_placement_id",
                        columns: x => new { x.partnership_id, x.placement_id },
                        principalSchema: "care",
                        principalTable: "placements",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_number",
                schema: "care",
                table: "people",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_partnership_id_team_id",
                schema: "care",
                table: "people",
                columns: new[] { "partnership_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_team_id",
                schema: "care",
                table: "people",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_identities_partnership_id_look_up",
                schema: "care",
                table: "person_identities",
                columns: new[] { "partnership_id", "look_up" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_identities_partnership_id_person_id",
                schema: "care",
                table: "person_identities",
                columns: new[] { "partnership_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_reviews_partnership_id_placement_id_reviewed_on",
                schema: "care",
                table: "placement_reviews",
                columns: new[] { "partnership_id", "placement_id", "reviewed_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placement_reviews_placement_id",
                schema: "care",
                table: "placement_reviews",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_reviews_reviewed_by",
                schema: "care",
                table: "placement_reviews",
                column: "reviewed_by");

            migrationBuilder.CreateIndex(
                name: "ix_placement_terms_partnership_id_placement_id_valid_from",
                schema: "care",
                table: "placement_terms",
                columns: new[] { "partnership_id", "placement_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placement_terms_placement_id",
                schema: "care",
                table: "placement_terms",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_approved_by",
                schema: "care",
                table: "placements",
                column: "approved_by");

            migrationBuilder.CreateIndex(
                name: "ix_placements_care_coordinator_id_next_review_on",
                schema: "care",
                table: "placements",
                columns: new[] { "care_coordinator_id", "next_review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_partnership_id_person_id",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_partnership_id_stage_next_review_on",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "stage", "next_review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_partnership_id_starts_on_id",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "starts_on", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_placements_partnership_id_team_id",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "team_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_provider_id_service_id",
                schema: "care",
                table: "placements",
                columns: new[] { "provider_id", "service_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_provider_id_starts_on_id",
                schema: "care",
                table: "placements",
                columns: new[] { "provider_id", "starts_on", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_placements_service_id_stage",
                schema: "care",
                table: "placements",
                columns: new[] { "service_id", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_team_id_starts_on_id",
                schema: "care",
                table: "placements",
                columns: new[] { "team_id", "starts_on", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_services_name_id",
                schema: "care",
                table: "services",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_partnership_id_locality_id",
                schema: "care",
                table: "services",
                columns: new[] { "partnership_id", "locality_id" });

            migrationBuilder.CreateIndex(
                name: "ix_services_partnership_id_location_code",
                schema: "care",
                table: "services",
                columns: new[] { "partnership_id", "location_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_services_provider_id",
                schema: "care",
                table: "services",
                column: "provider_id");

            migrationBuilder.Sql(
                "ALTER TABLE care.placements ADD CONSTRAINT ex_placements_once "
                + "EXCLUDE USING gist (person_id WITH =, service_id WITH =, daterange(starts_on, ended_on) WITH &&) WHERE (stage IN ('Started', 'Ended'));");
            migrationBuilder.Sql(
                "ALTER TABLE care.placement_terms ADD CONSTRAINT ex_placement_terms_period "
                + "EXCLUDE USING gist (placement_id WITH =, daterange(valid_from, valid_to) WITH &&) DEFERRABLE INITIALLY DEFERRED;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "person_identities",
                schema: "care");

            migrationBuilder.DropTable(
                name: "placement_reviews",
                schema: "care");

            migrationBuilder.DropTable(
                name: "placement_terms",
                schema: "care");

            migrationBuilder.DropTable(
                name: "review_settings",
                schema: "care");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "care");

            migrationBuilder.DropTable(
                name: "people",
                schema: "care");

            migrationBuilder.DropTable(
                name: "services",
                schema: "care");
        }
    }
}
