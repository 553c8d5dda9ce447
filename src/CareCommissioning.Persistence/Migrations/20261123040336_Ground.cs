using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareCommissioning.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Ground : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "care");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "care",
                columns: table => new
                {
                    chain_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    sequence = table.Column<long>(type: "bigint", nullable: false, comment: "class: operational"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    actor_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    actor_role = table.Column<string>(type: "text", nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    action = table.Column<string>(type: "text", nullable: false, comment: "class: operational"),
                    table_name = table.Column<string>(type: "text", nullable: false, comment: "class: operational"),
                    record_id = table.Column<string>(type: "text", nullable: false, comment: "class: operational"),
                    root_table = table.Column<string>(type: "text", nullable: false, comment: "class: operational"),
                    root_id = table.Column<string>(type: "text", nullable: false, comment: "class: operational"),
                    changes = table.Column<string>(type: "jsonb", nullable: false, comment: "class: operational"),
                    reason = table.Column<string>(type: "text", nullable: true, comment: "class: operational"),
                    page = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, comment: "class: operational"),
                    request_id = table.Column<string>(type: "text", nullable: true, comment: "class: operational"),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: operational"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.chain_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "organisation_kinds",
                schema: "care",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    function = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, comment: "class: operational"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    successor_code = table.Column<string>(type: "character varying(40)", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_kinds", x => x.code);
                    table.CheckConstraint("ck_organisation_kinds_period", "valid_to > valid_from");
                    table.CheckConstraint("ck_organisation_kinds_sector", "(function = 'Provider') = (sector is not null)");
                    table.ForeignKey(
                        name: "fk_organisation_kinds_organisation_kinds_successor_code",
                        column: x => x.successor_code,
                        principalSchema: "care",
                        principalTable: "organisation_kinds",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_emails",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    to = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, comment: "class: personal"),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, comment: "class: operational"),
                    body = table.Column<string>(type: "text", nullable: false, comment: "class: secret"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    attempts = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    last_error = table.Column<string>(type: "text", nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_emails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partnerships",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnerships", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, comment: "class: operational"),
                    xml = table.Column<string>(type: "text", nullable: false, comment: "class: secret")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                schema: "care",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    form_key = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    page = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, comment: "class: operational"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    result_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submissions", x => new { x.account_id, x.form_key });
                });

            migrationBuilder.CreateTable(
                name: "localities",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    area_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_localities", x => x.id);
                    table.UniqueConstraint("ak_localities_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "fk_localities_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    kind_code = table.Column<string>(type: "character varying(40)", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, comment: "class: operational"),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, comment: "class: operational"),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    successor_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    member_of_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                    table.CheckConstraint("ck_organisations_member_of", "member_of_id <> id");
                    table.CheckConstraint("ck_organisations_period", "closed_on > opened_on");
                    table.CheckConstraint("ck_organisations_successor", "successor_id <> id");
                    table.ForeignKey(
                        name: "fk_organisations_organisation_kinds_kind_code",
                        column: x => x.kind_code,
                        principalSchema: "care",
                        principalTable: "organisation_kinds",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_member_of_id",
                        column: x => x.member_of_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_successor_id",
                        column: x => x.successor_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisations_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    display_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    is_approver = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    accepted_use_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, comment: "class: operational"),
                    accepted_use_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    last_signed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.CheckConstraint("ck_accounts_period", "ends_on > starts_on");
                    table.ForeignKey(
                        name: "fk_accounts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_names",
                schema: "care",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, comment: "class: operational"),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_names", x => new { x.organisation_id, x.valid_from });
                    table.ForeignKey(
                        name: "fk_organisation_names_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partnership_members",
                schema: "care",
                columns: table => new
                {
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partnership_members", x => new { x.partnership_id, x.organisation_id });
                    table.CheckConstraint("ck_partnership_members_period", "valid_to > valid_from");
                    table.ForeignKey(
                        name: "fk_partnership_members_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_partnership_members_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credentials",
                schema: "care",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, comment: "class: personal"),
                    normalized_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, comment: "class: personal"),
                    password_hash = table.Column<string>(type: "text", nullable: true, comment: "class: secret"),
                    security_stamp = table.Column<string>(type: "text", nullable: false, comment: "class: secret"),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false, comment: "class: operational"),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    two_step_enabled = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    authenticator_key = table.Column<string>(type: "text", nullable: true, comment: "class: secret"),
                    last_authenticator_step = table.Column<long>(type: "bigint", nullable: false, comment: "class: operational"),
                    two_step_reset_asked_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credentials", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_credentials_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, comment: "class: personal"),
                    display_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: personal"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "class: operational"),
                    is_approver = table.Column<bool>(type: "boolean", nullable: false, comment: "class: operational"),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false, comment: "class: operational"),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    link_hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: secret"),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.CheckConstraint("ck_invitations_period", "ends_on > starts_on");
                    table.ForeignKey(
                        name: "fk_invitations_accounts_invited_by",
                        column: x => x.invited_by,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    locality_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, comment: "class: operational"),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true, comment: "class: operational"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                    table.UniqueConstraint("ak_teams_partnership_id_id", x => new { x.partnership_id, x.id });
                    table.ForeignKey(
                        name: "fk_teams_accounts_manager_id",
                        column: x => x.manager_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_teams_localities_partnership_id_locality_id",
                        columns: x => new { x.partnership_id, x.locality_id },
                        principalSchema: "care",
                        principalTable: "localities",
                        principalColumns: new[] { "partnership_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_teams_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "care",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_teams_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                schema: "care",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: secret")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => new { x.account_id, x.hash });
                    table.ForeignKey(
                        name: "fk_recovery_codes_credentials_account_id",
                        column: x => x.account_id,
                        principalSchema: "care",
                        principalTable: "credentials",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "care",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false, comment: "class: secret"),
                    partnership_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true, comment: "class: operational"),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, comment: "class: personal"),
                    browser = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, comment: "class: personal"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, comment: "class: operational"),
                    two_step_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational"),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sessions_partnerships_partnership_id",
                        column: x => x.partnership_id,
                        principalSchema: "care",
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_teams_team_id",
                        column: x => x.team_id,
                        principalSchema: "care",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                schema: "care",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational"),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false, comment: "class: operational")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.team_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_team_members_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "care",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_team_members_teams_team_id",
                        column: x => x.team_id,
                        principalSchema: "care",
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_organisation_id_display_name_id",
                schema: "care",
                table: "accounts",
                columns: new[] { "organisation_id", "display_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_chain_id_actor_id_sequence",
                schema: "care",
                table: "audit_entries",
                columns: new[] { "chain_id", "actor_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_chain_id_at",
                schema: "care",
                table: "audit_entries",
                columns: new[] { "chain_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_root_table_root_id_sequence",
                schema: "care",
                table: "audit_entries",
                columns: new[] { "root_table", "root_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_credentials_normalized_email",
                schema: "care",
                table: "credentials",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_invited_by",
                schema: "care",
                table: "invitations",
                column: "invited_by");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_link_hash",
                schema: "care",
                table: "invitations",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_organisation_id_created_at_id",
                schema: "care",
                table: "invitations",
                columns: new[] { "organisation_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_localities_partnership_id_name",
                schema: "care",
                table: "localities",
                columns: new[] { "partnership_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_kinds_successor_code",
                schema: "care",
                table: "organisation_kinds",
                column: "successor_code");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_kind_code",
                schema: "care",
                table: "organisations",
                column: "kind_code");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_member_of_id",
                schema: "care",
                table: "organisations",
                column: "member_of_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_name_id",
                schema: "care",
                table: "organisations",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_partnership_id_code",
                schema: "care",
                table: "organisations",
                columns: new[] { "partnership_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_successor_id",
                schema: "care",
                table: "organisations",
                column: "successor_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_emails_next_attempt_at",
                schema: "care",
                table: "outbox_emails",
                column: "next_attempt_at",
                filter: "next_attempt_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_members_organisation_id",
                schema: "care",
                table: "partnership_members",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_slug",
                schema: "care",
                table: "partnerships",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_protection_keys_name",
                schema: "care",
                table: "protection_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_account_id_started_at",
                schema: "care",
                table: "sessions",
                columns: new[] { "account_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_key_hash",
                schema: "care",
                table: "sessions",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_partnership_id",
                schema: "care",
                table: "sessions",
                column: "partnership_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_team_id",
                schema: "care",
                table: "sessions",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_at",
                schema: "care",
                table: "submissions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_team_members_account_id",
                schema: "care",
                table: "team_members",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_manager_id",
                schema: "care",
                table: "teams",
                column: "manager_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_organisation_id",
                schema: "care",
                table: "teams",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_partnership_id_locality_id",
                schema: "care",
                table: "teams",
                columns: new[] { "partnership_id", "locality_id" });

            migrationBuilder.CreateIndex(
                name: "ix_teams_partnership_id_name",
                schema: "care",
                table: "teams",
                columns: new[] { "partnership_id", "name" },
                unique: true);

            // Names of one organisation never overlap. Deferred, because a renaming ends one and begins another in the same transaction.
            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS btree_gist;");
            migrationBuilder.Sql(
                "ALTER TABLE care.organisation_names ADD CONSTRAINT ex_organisation_names_period "
                + "EXCLUDE USING gist (organisation_id WITH =, daterange(valid_from, valid_to) WITH &&) DEFERRABLE INITIALLY DEFERRED;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "care");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "care");

            migrationBuilder.DropTable(
                name: "organisation_names",
                schema: "care");

            migrationBuilder.DropTable(
                name: "outbox_emails",
                schema: "care");

            migrationBuilder.DropTable(
                name: "partnership_members",
                schema: "care");

            migrationBuilder.DropTable(
                name: "protection_keys",
                schema: "care");

            migrationBuilder.DropTable(
                name: "recovery_codes",
                schema: "care");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "care");

            migrationBuilder.DropTable(
                name: "submissions",
                schema: "care");

            migrationBuilder.DropTable(
                name: "team_members",
                schema: "care");

            migrationBuilder.DropTable(
                name: "credentials",
                schema: "care");

            migrationBuilder.DropTable(
                name: "teams",
                schema: "care");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "care");

            migrationBuilder.DropTable(
                name: "localities",
                schema: "care");

            migrationBuilder.DropTable(
                name: "organisations",
                schema: "care");

            migrationBuilder.DropTable(
                name: "organisation_kinds",
                schema: "care");

            migrationBuilder.DropTable(
                name: "partnerships",
                schema: "care");
        }
    }
}
