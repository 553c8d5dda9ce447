using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "checked_uploads",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    file_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checked_uploads", x => x.id);
                    table.CheckConstraint("ck_checked_uploads_content", "length(content) <= 10485760");
                    table.ForeignKey(
                        name: "fk_checked_uploads_accounts_uploaded_by",
                        column: x => x.uploaded_by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_checked_uploads_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_checked_uploads_partnership_id_uploaded_at",
                schema: "care",
                table: "checked_uploads",
                columns: new[] { "partnership_id", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_checked_uploads_uploaded_by",
                schema: "care",
                table: "checked_uploads",
                column: "uploaded_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "checked_uploads",
                schema: "care");
        }
    }
}
