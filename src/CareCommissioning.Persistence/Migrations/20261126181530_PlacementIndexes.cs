using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class PlacementIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_placements_care_coordinator_id_next_review_on",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placements_partnership_id_stage_next_review_on",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placements_service_id_stage",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placement_terms_placement_id",
                schema: "care",
                table: "placement_terms");

            migrationBuilder.CreateIndex(
                name: "ix_placements_care_coordinator_id_stage_next_review_on",
                schema: "care",
                table: "placements",
                columns: new[] { "care_coordinator_id", "stage", "next_review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_not_approved",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "starts_on" },
                filter: "approved_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_placements_partnership_id_stage_next_review_on",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "stage", "next_review_on" })
                .Annotation("Npgsql:IndexInclude", new[] { "last_reviewed_on", "cpa_since", "person_id", "id", "service_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_service_id_stage_partnership_id",
                schema: "care",
                table: "placements",
                columns: new[] { "service_id", "stage", "partnership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_terms_placement_id",
                schema: "care",
                table: "placement_terms",
                column: "placement_id")
                .Annotation("Npgsql:IndexInclude", new[] { "partnership_id", "valid_from", "valid_to", "weekly_fee" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_placements_care_coordinator_id_stage_next_review_on",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placements_not_approved",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placements_partnership_id_stage_next_review_on",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placements_service_id_stage_partnership_id",
                schema: "care",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "ix_placement_terms_placement_id",
                schema: "care",
                table: "placement_terms");

            migrationBuilder.CreateIndex(
                name: "ix_placements_care_coordinator_id_next_review_on",
                schema: "care",
                table: "placements",
                columns: new[] { "care_coordinator_id", "next_review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_partnership_id_stage_next_review_on",
                schema: "care",
                table: "placements",
                columns: new[] { "partnership_id", "stage", "next_review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_placements_service_id_stage",
                schema: "care",
                table: "placements",
                columns: new[] { "service_id", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_terms_placement_id",
                schema: "care",
                table: "placement_terms",
                column: "placement_id");
        }
    }
}
