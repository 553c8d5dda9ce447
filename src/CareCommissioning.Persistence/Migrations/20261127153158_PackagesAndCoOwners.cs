using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PackagesAndCoOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "co_owner_id",
                schema: "care",
                table: "measures",
                type: "uuid",
                nullable: true,
                comment: "class: operational");

            migrationBuilder.CreateTable(
                name: "care_packages",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    pathway_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    for_whom = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, comment: "class: operational"),
                    lines = table.Column<string>(type: "jsonb", nullable: false, comment: "class: operational"),
                    benefits = table.Column<string>(type: "jsonb", nullable: false, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_packages", x => x.id);
                    table.ForeignKey(
                        name: "fk_care_packages_pathways_partnership_id_pathway_id",
                        columns: x => new { x.partnership_id, x.pathway_id },
                        principalSchema: "care",
                        principalTable: "pathways",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_measures_co_owner_id",
                schema: "care",
                table: "measures",
                column: "co_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_care_packages_partnership_id_pathway_id",
                schema: "care",
                table: "care_packages",
                columns: new[] { "partnership_id", "pathway_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_packages_pathway_id_name",
                schema: "care",
                table: "care_packages",
                columns: new[] { "pathway_id", "name" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_measures_accounts_co_owner_id",
                schema: "care",
                table: "measures",
                column: "co_owner_id",
                principalSchema: "care",
                principalTable: "accounts",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_measures_accounts_co_owner_id",
                schema: "care",
                table: "measures");

            migrationBuilder.DropTable(
                name: "care_packages",
                schema: "care");

            migrationBuilder.DropIndex(
                name: "ix_measures_co_owner_id",
                schema: "care",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "co_owner_id",
                schema: "care",
                table: "measures");
        }
    }
}
