using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "links",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    from_end = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    to_end = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_links_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_entries",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    kind_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, comment: "class: operational"),
                    category = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    locality_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    found_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    values = table.Column<string>(type: "jsonb", nullable: false, comment: "class: operational"),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    decision = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, comment: "class: operational"),
                    decided_by_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, comment: "class: operational"),
                    delivered_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_entries", x => x.id);
                    table.UniqueConstraint("ak_register_entries_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.CheckConstraint("ck_register_entries_closed", "(state = 'open') = (closed_on IS NULL) AND (state = 'open' OR decision IS NOT NULL OR delivered_by IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_register_entries_accounts_owner_id",
                        column: x => x.owner_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_entries_localities_locality_id",
                        column: x => x.locality_id,
                        principalSchema: "care",
                        principalTable: "localities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_entries_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_votes",
                schema: "care",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_votes", x => new { x.entry_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_register_votes_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_votes_register_entries_partnership_id_entry_id",
                        columns: x => new { x.partnership_id, x.entry_id },
                        principalSchema: "care",
                        principalTable: "register_entries",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_links_from_id_to_id",
                schema: "care",
                table: "links",
                columns: new[] { "from_id", "to_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_partnership_id",
                schema: "care",
                table: "links",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_links_to_id",
                schema: "care",
                table: "links",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_entries_locality_id",
                schema: "care",
                table: "register_entries",
                column: "locality_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_entries_owner_id",
                schema: "care",
                table: "register_entries",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_entries_partnership_id_kind_code_found_on_id",
                schema: "care",
                table: "register_entries",
                columns: new[] { "partnership_id", "kind_code", "found_on", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_register_votes_account_id",
                schema: "care",
                table: "register_votes",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_votes_partnership_id_account_id",
                schema: "care",
                table: "register_votes",
                columns: new[] { "partnership_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_register_votes_partnership_id_entry_id",
                schema: "care",
                table: "register_votes",
                columns: new[] { "partnership_id", "entry_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "links",
                schema: "care");

            migrationBuilder.DropTable(
                name: "register_votes",
                schema: "care");

            migrationBuilder.DropTable(
                name: "register_entries",
                schema: "care");
        }
    }
}
