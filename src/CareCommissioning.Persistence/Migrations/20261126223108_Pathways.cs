using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Pathways : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pathways",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    condition = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    inclusion = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, comment: "class: operational"),
                    clusters = table.Column<List<int>>(type: "integer[]", nullable: false, comment: "class: operational"),
                    prevalence_source = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, comment: "class: operational"),
                    registered_people = table.Column<int>(type: "integer", nullable: true, comment: "class: operational"),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathways", x => x.id);
                    table.UniqueConstraint("ak_pathways_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.CheckConstraint("ck_pathways_registered_people", "registered_people >= 0");
                    table.ForeignKey(
                        name: "fk_pathways_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pathway_versions",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    pathway_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    outlook = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    changes = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    map = table.Column<string>(type: "jsonb", nullable: false, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathway_versions", x => x.id);
                    table.UniqueConstraint("ak_pathway_versions_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "fk_pathway_versions_pathways_partnership_id_pathway_id",
                        columns: x => new { x.partnership_id, x.pathway_id },
                        principalSchema: "care",
                        principalTable: "pathways",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pathway_changes",
                schema: "care",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    number = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, comment: "class: operational"),
                    content = table.Column<string>(type: "jsonb", nullable: false, comment: "class: operational"),
                    by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    undone_by = table.Column<int>(type: "integer", nullable: true, comment: "class: operational"),
                    undo_of = table.Column<int>(type: "integer", nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathway_changes", x => new { x.version_id, x.number });
                    table.ForeignKey(
                        name: "fk_pathway_changes_pathway_versions_partnership_id_version_id",
                        columns: x => new { x.partnership_id, x.version_id },
                        principalSchema: "care",
                        principalTable: "pathway_versions",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pathway_changes_partnership_id_version_id",
                schema: "care",
                table: "pathway_changes",
                columns: new[] { "partnership_id", "version_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pathway_versions_partnership_id_pathway_id",
                schema: "care",
                table: "pathway_versions",
                columns: new[] { "partnership_id", "pathway_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pathway_versions_partnership_id_state",
                schema: "care",
                table: "pathway_versions",
                columns: new[] { "partnership_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_pathway_versions_pathway_id_number",
                schema: "care",
                table: "pathway_versions",
                columns: new[] { "pathway_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pathways_partnership_id_name",
                schema: "care",
                table: "pathways",
                columns: new[] { "partnership_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pathway_changes",
                schema: "care");

            migrationBuilder.DropTable(
                name: "pathway_versions",
                schema: "care");

            migrationBuilder.DropTable(
                name: "pathways",
                schema: "care");
        }
    }
}
