using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class GoalsAndCircumstances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "placement_circumstances",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    housing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: special_category"),
                    work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: special_category"),
                    company = table.Column<int>(type: "integer", nullable: true, comment: "class: special_category"),
                    hope = table.Column<int>(type: "integer", nullable: true, comment: "class: special_category"),
                    self = table.Column<int>(type: "integer", nullable: true, comment: "class: special_category"),
                    meaning = table.Column<int>(type: "integer", nullable: true, comment: "class: special_category"),
                    control = table.Column<int>(type: "integer", nullable: true, comment: "class: special_category")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_circumstances", x => x.id);
                    table.CheckConstraint("ck_placement_circumstances_all", "num_nulls(company, hope, self, meaning, control) in (0, 5)");
                    table.CheckConstraint("ck_placement_circumstances_range", "least(company, hope, self, meaning, control) >= 0 and greatest(company, hope, self, meaning, control) <= 4");
                    table.ForeignKey(
                        name: "fk_placement_circumstances_placements_partnership_id_placement~",
                        columns: x => new { x.partnership_id, x.placement_id },
                        principalSchema: "care",
                        principalTable: "placements",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placement_goals",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, comment: "class: special_category"),
                    set_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: special_category"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_goals", x => x.id);
                    table.CheckConstraint("ck_placement_goals_closed", "(state = 'Open') = (closed_on is null)");
                    table.ForeignKey(
                        name: "fk_placement_goals_placements_partnership_id_placement_id",
                        columns: x => new { x.partnership_id, x.placement_id },
                        principalSchema: "care",
                        principalTable: "placements",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_placement_circumstances_partnership_id_placement_id_as_of",
                schema: "care",
                table: "placement_circumstances",
                columns: new[] { "partnership_id", "placement_id", "as_of" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_circumstances_placement_id",
                schema: "care",
                table: "placement_circumstances",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_goals_partnership_id_placement_id",
                schema: "care",
                table: "placement_goals",
                columns: new[] { "partnership_id", "placement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_goals_placement_id",
                schema: "care",
                table: "placement_goals",
                column: "placement_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "placement_circumstances",
                schema: "care");

            migrationBuilder.DropTable(
                name: "placement_goals",
                schema: "care");
        }
    }
}
