using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Collaboration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                schema: "care",
                table: "pathways",
                type: "uuid",
                nullable: true,
                comment: "class: operational");

            migrationBuilder.AddColumn<string>(
                name: "grounds",
                schema: "care",
                table: "pathway_versions",
                type: "jsonb",
                nullable: false,
                defaultValue: "{\"contributors\":[]}",
                comment: "class: operational");

            migrationBuilder.AddColumn<Guid>(
                name: "recipient_id",
                schema: "care",
                table: "outbox_emails",
                type: "uuid",
                nullable: true,
                comment: "class: operational");

            migrationBuilder.CreateTable(
                name: "agreements",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, comment: "class: operational"),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, comment: "class: operational"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    opened_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    withdrawn_because = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.UniqueConstraint("ak_agreements_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "fk_agreements_accounts_opened_by",
                        column: x => x.opened_by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consensus_statements",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    pathway_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    statement = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, comment: "class: operational"),
                    evidence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consensus_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_consensus_statements_pathways_partnership_id_pathway_id",
                        columns: x => new { x.partnership_id, x.pathway_id },
                        principalSchema: "care",
                        principalTable: "pathways",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discussions",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    part_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    part_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, comment: "class: operational"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, comment: "class: operational"),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussions", x => x.id);
                    table.UniqueConstraint("ak_discussions_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "fk_discussions_accounts_started_by",
                        column: x => x.started_by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussions_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussions_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_parties",
                schema: "care",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    must_sign = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_parties", x => new { x.agreement_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_agreement_parties_agreements_partnership_id_agreement_id",
                        columns: x => new { x.partnership_id, x.agreement_id },
                        principalSchema: "care",
                        principalTable: "agreements",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_parties_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discussion_entries",
                schema: "care",
                columns: table => new
                {
                    discussion_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, comment: "class: operational"),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, comment: "class: operational"),
                    by = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    by_role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussion_entries", x => new { x.discussion_id, x.number });
                    table.ForeignKey(
                        name: "fk_discussion_entries_accounts_by",
                        column: x => x.by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussion_entries_discussions_partnership_id_discussion_id",
                        columns: x => new { x.partnership_id, x.discussion_id },
                        principalSchema: "care",
                        principalTable: "discussions",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussion_entries_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_positions",
                schema: "care",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    position = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, comment: "class: operational"),
                    by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    by_role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, comment: "class: operational"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_positions", x => new { x.agreement_id, x.number });
                    table.ForeignKey(
                        name: "fk_agreement_positions_accounts_by",
                        column: x => x.by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_positions_agreement_parties_agreement_id_organisa~",
                        columns: x => new { x.agreement_id, x.organisation_id },
                        principalSchema: "care",
                        principalTable: "agreement_parties",
                        principalColumns: new[] { "agreement_id", "organisation_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreement_positions_agreements_partnership_id_agreement_id",
                        columns: x => new { x.partnership_id, x.agreement_id },
                        principalSchema: "care",
                        principalTable: "agreements",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pathways_owner_id",
                schema: "care",
                table: "pathways",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_emails_recipient_id",
                schema: "care",
                table: "outbox_emails",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_organisation_id",
                schema: "care",
                table: "agreement_parties",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_parties_partnership_id_agreement_id",
                schema: "care",
                table: "agreement_parties",
                columns: new[] { "partnership_id", "agreement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_positions_agreement_id_organisation_id",
                schema: "care",
                table: "agreement_positions",
                columns: new[] { "agreement_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_positions_by",
                schema: "care",
                table: "agreement_positions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_positions_partnership_id_agreement_id",
                schema: "care",
                table: "agreement_positions",
                columns: new[] { "partnership_id", "agreement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreements_opened_by",
                schema: "care",
                table: "agreements",
                column: "opened_by");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_partnership_id_opened_at_id",
                schema: "care",
                table: "agreements",
                columns: new[] { "partnership_id", "opened_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_agreements_subject_id",
                schema: "care",
                table: "agreements",
                column: "subject_id",
                unique: true,
                filter: "state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_consensus_statements_partnership_id_pathway_id",
                schema: "care",
                table: "consensus_statements",
                columns: new[] { "partnership_id", "pathway_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consensus_statements_pathway_id_at_id",
                schema: "care",
                table: "consensus_statements",
                columns: new[] { "pathway_id", "at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_discussion_entries_by",
                schema: "care",
                table: "discussion_entries",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_entries_organisation_id",
                schema: "care",
                table: "discussion_entries",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_entries_partnership_id_discussion_id",
                schema: "care",
                table: "discussion_entries",
                columns: new[] { "partnership_id", "discussion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_discussions_organisation_id",
                schema: "care",
                table: "discussions",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussions_partnership_id_state",
                schema: "care",
                table: "discussions",
                columns: new[] { "partnership_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_discussions_started_by",
                schema: "care",
                table: "discussions",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_discussions_subject_id_started_at_id",
                schema: "care",
                table: "discussions",
                columns: new[] { "subject_id", "started_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.AddForeignKey(
                name: "fk_outbox_emails_accounts_recipient_id",
                schema: "care",
                table: "outbox_emails",
                column: "recipient_id",
                principalSchema: "care",
                principalTable: "accounts",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_pathways_accounts_owner_id",
                schema: "care",
                table: "pathways",
                column: "owner_id",
                principalSchema: "care",
                principalTable: "accounts",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_outbox_emails_accounts_recipient_id",
                schema: "care",
                table: "outbox_emails");

            migrationBuilder.DropForeignKey(
                name: "fk_pathways_accounts_owner_id",
                schema: "care",
                table: "pathways");

            migrationBuilder.DropTable(
                name: "agreement_positions",
                schema: "care");

            migrationBuilder.DropTable(
                name: "consensus_statements",
                schema: "care");

            migrationBuilder.DropTable(
                name: "discussion_entries",
                schema: "care");

            migrationBuilder.DropTable(
                name: "agreement_parties",
                schema: "care");

            migrationBuilder.DropTable(
                name: "discussions",
                schema: "care");

            migrationBuilder.DropTable(
                name: "agreements",
                schema: "care");

            migrationBuilder.DropIndex(
                name: "ix_pathways_owner_id",
                schema: "care",
                table: "pathways");

            migrationBuilder.DropIndex(
                name: "ix_outbox_emails_recipient_id",
                schema: "care",
                table: "outbox_emails");

            migrationBuilder.DropColumn(
                name: "owner_id",
                schema: "care",
                table: "pathways");

            migrationBuilder.DropColumn(
                name: "grounds",
                schema: "care",
                table: "pathway_versions");

            migrationBuilder.DropColumn(
                name: "recipient_id",
                schema: "care",
                table: "outbox_emails");
        }
    }
}
