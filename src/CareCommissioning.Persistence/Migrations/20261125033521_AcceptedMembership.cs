using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AcceptedMembership : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ended_because",
                schema: "care",
                table: "sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                comment: "class: operational");

            migrationBuilder.AddColumn<DateOnly>(
                name: "accepted_on",
                schema: "care",
                table: "partnership_members",
                type: "date",
                nullable: true,
                comment: "class: operational");

            // Who served before was let in by the rules of then. Row security is forced on the owner too, and the log tells of people's deeds, not of this.
            migrationBuilder.Sql("""
                ALTER TABLE care.partnership_members NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE care.partnership_members DISABLE TRIGGER USER;
                UPDATE care.partnership_members SET accepted_on = valid_from;
                ALTER TABLE care.partnership_members ENABLE TRIGGER USER;
                ALTER TABLE care.partnership_members FORCE ROW LEVEL SECURITY;
                """);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "two_step_reset_asked_at",
                schema: "care",
                table: "credentials",
                type: "timestamp with time zone",
                nullable: true,
                comment: "class: operational");

            migrationBuilder.AddColumn<string>(
                name: "address",
                schema: "care",
                table: "audit_entries",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                comment: "class: personal");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ended_because",
                schema: "care",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "accepted_on",
                schema: "care",
                table: "partnership_members");

            migrationBuilder.DropColumn(
                name: "two_step_reset_asked_at",
                schema: "care",
                table: "credentials");

            migrationBuilder.DropColumn(
                name: "address",
                schema: "care",
                table: "audit_entries");
        }
    }
}
