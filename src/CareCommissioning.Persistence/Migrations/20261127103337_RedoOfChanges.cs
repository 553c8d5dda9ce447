using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RedoOfChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_redo",
                schema: "care",
                table: "pathway_changes",
                type: "boolean",
                nullable: false,
                defaultValue: false,
                comment: "class: operational");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_redo",
                schema: "care",
                table: "pathway_changes");
        }
    }
}
