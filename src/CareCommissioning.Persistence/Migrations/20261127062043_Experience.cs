using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Experience : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "experience_sessions",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    pathway_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, comment: "class: operational"),
                    facilitator = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    people = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experience_sessions", x => x.id);
                    table.UniqueConstraint("ak_experience_sessions_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.CheckConstraint("ck_experience_sessions_people", "people > 0");
                    table.ForeignKey(
                        name: "fk_experience_sessions_pathways_partnership_id_pathway_id",
                        columns: x => new { x.partnership_id, x.pathway_id },
                        principalSchema: "care",
                        principalTable: "pathways",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, comment: "class: operational"),
                    counted = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, comment: "class: operational"),
                    better = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    source = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, comment: "class: operational"),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    baseline_value = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true, comment: "class: operational"),
                    baseline_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    target_value = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true, comment: "class: operational"),
                    target_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measures", x => x.id);
                    table.UniqueConstraint("ak_measures_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "fk_measures_accounts_owner_id",
                        column: x => x.owner_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measures_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experience_touchpoints",
                schema: "care",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    step_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    step_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, comment: "class: operational"),
                    what_happened = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, comment: "class: operational"),
                    difficulty = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    delay_days = table.Column<int>(type: "integer", nullable: true, comment: "class: operational"),
                    handed_over = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    told_again = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    would_help = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, comment: "class: operational"),
                    theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experience_touchpoints", x => new { x.session_id, x.number });
                    table.CheckConstraint("ck_experience_touchpoints_difficulty", "difficulty between 1 and 5");
                    table.ForeignKey(
                        name: "fk_experience_touchpoints_experience_sessions_partnership_id_s~",
                        columns: x => new { x.partnership_id, x.session_id },
                        principalSchema: "care",
                        principalTable: "experience_sessions",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "benefits",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    pathway_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, comment: "class: operational"),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    is_disbenefit = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    step_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    step_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, comment: "class: operational"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benefits", x => x.id);
                    table.ForeignKey(
                        name: "fk_benefits_measures_partnership_id_measure_id",
                        columns: x => new { x.partnership_id, x.measure_id },
                        principalSchema: "care",
                        principalTable: "measures",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_benefits_pathways_partnership_id_pathway_id",
                        columns: x => new { x.partnership_id, x.pathway_id },
                        principalSchema: "care",
                        principalTable: "pathways",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure_observations",
                schema: "care",
                columns: table => new
                {
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    value = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false, comment: "class: operational"),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, comment: "class: operational"),
                    by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure_observations", x => new { x.measure_id, x.number });
                    table.ForeignKey(
                        name: "fk_measure_observations_accounts_by",
                        column: x => x.by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measure_observations_measures_partnership_id_measure_id",
                        columns: x => new { x.partnership_id, x.measure_id },
                        principalSchema: "care",
                        principalTable: "measures",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_benefits_partnership_id_measure_id",
                schema: "care",
                table: "benefits",
                columns: new[] { "partnership_id", "measure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_benefits_partnership_id_pathway_id",
                schema: "care",
                table: "benefits",
                columns: new[] { "partnership_id", "pathway_id" });

            migrationBuilder.CreateIndex(
                name: "ix_benefits_pathway_id_id",
                schema: "care",
                table: "benefits",
                columns: new[] { "pathway_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_experience_sessions_partnership_id_pathway_id",
                schema: "care",
                table: "experience_sessions",
                columns: new[] { "partnership_id", "pathway_id" });

            migrationBuilder.CreateIndex(
                name: "ix_experience_sessions_pathway_id_held_on_id",
                schema: "care",
                table: "experience_sessions",
                columns: new[] { "pathway_id", "held_on", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_experience_touchpoints_partnership_id_session_id",
                schema: "care",
                table: "experience_touchpoints",
                columns: new[] { "partnership_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_measure_observations_by",
                schema: "care",
                table: "measure_observations",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_measure_observations_partnership_id_measure_id",
                schema: "care",
                table: "measure_observations",
                columns: new[] { "partnership_id", "measure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_measures_owner_id",
                schema: "care",
                table: "measures",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "benefits",
                schema: "care");

            migrationBuilder.DropTable(
                name: "experience_touchpoints",
                schema: "care");

            migrationBuilder.DropTable(
                name: "measure_observations",
                schema: "care");

            migrationBuilder.DropTable(
                name: "experience_sessions",
                schema: "care");

            migrationBuilder.DropTable(
                name: "measures",
                schema: "care");
        }
    }
}
