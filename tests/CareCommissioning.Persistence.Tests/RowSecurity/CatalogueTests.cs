using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Testing.Traits;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Persistence.Tests.RowSecurity;

/// <summary>Reads PostgreSQL's own catalogue: what nobody may forget for a new table.</summary>
[Asvs("V8.4.1", "V13.2.2")]
public sealed class CatalogueTests(Demonstration demonstration) : IClassFixture<Demonstration>
{
    /// <summary>Tables whose changes are not audited row by row, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotAudited = new(StringComparer.Ordinal)
    {
        ["audit_entries"] = "it is the log",
        ["sessions"] = "each sign-in and sign-out is an event of the log",
        ["submissions"] = "says only that a form was sent; what it did is in the log",
        ["outbox_emails"] = "follows from what is in the log; bodies hold one-time links",
        ["protection_keys"] = "made and replaced by the framework",
    };

    [Fact]
    public async Task Every_table_forces_row_security_on_its_owner_too() =>
        (await NamesAsync("select relname from pg_class where relnamespace = 'care'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)")).ShouldBeEmpty();

    [Fact]
    public async Task Every_table_has_a_policy_for_more_than_background_work_or_a_reason()
    {
        var without = await NamesAsync("""
            select c.relname from pg_class c where c.relnamespace = 'care'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_policies p where p.schemaname = 'care' and p.tablename = c.relname and not ('care_system' = any (p.roles)))
            """);

        // Keys are the framework's, read by background work only.
        without.ShouldBe(["protection_keys"]);
    }

    [Fact]
    public async Task Every_table_is_audited_or_says_why_not()
    {
        var without = await NamesAsync("""
            select c.relname from pg_class c where c.relnamespace = 'care'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit' and t.tgenabled = 'O')
            """);
        without.ShouldBe(NotAudited.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_policy_that_lets_write_also_checks_what_is_written() =>
        (await NamesAsync("select tablename || '.' || policyname from pg_policies where schemaname = 'care' and cmd in ('ALL', 'INSERT', 'UPDATE') and with_check is null")).ShouldBeEmpty();

    [Fact]
    public async Task The_applications_login_owns_nothing_and_cannot_pass_by_row_security()
    {
        (await NamesAsync($"select rolname from pg_roles where rolname = '{DatabaseRoles.App}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit)")).ShouldBeEmpty();
        (await NamesAsync($"select relname from pg_class where relowner = '{DatabaseRoles.App}'::regrole")).ShouldBeEmpty();
        (await NamesAsync($"select table_name from information_schema.role_table_grants where grantee in ('{DatabaseRoles.App}', 'PUBLIC') and table_schema in ('care', 'app')")).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_role_may_empty_a_table() =>
        (await NamesAsync("select table_name from information_schema.role_table_grants where table_schema = 'care' and privilege_type = 'TRUNCATE' and grantee <> 'care_owner'")).ShouldBeEmpty();

    [Fact]
    public async Task Every_kind_of_actor_has_a_role_and_signed_in_kinds_share_one()
    {
        var roles = await NamesAsync("select rolname from pg_roles where rolname like 'care\\_%'");
        Enum.GetValues<ActorKind>().Select(DatabaseRoles.Of).ShouldBeSubsetOf(roles);
        var shared = await NamesAsync($"select m.rolname from pg_auth_members a join pg_roles m on m.oid = a.member where a.roleid = '{DatabaseRoles.SignedIn}'::regrole");
        shared.ShouldBe(DatabaseRoles.SignedInKinds.Select(DatabaseRoles.Of), ignoreOrder: true);
    }

    [Fact]
    public async Task A_connection_that_was_told_nothing_is_refused_by_every_table()
    {
        foreach (var table in await NamesAsync("select relname from pg_class where relnamespace = 'care'::regnamespace and relkind in ('r', 'p')"))
        {
            await using var connection = await demonstration.Database.App.OpenConnectionAsync();
            await using var command = new NpgsqlCommand($"select * from care.{table}", connection);
            var refused = await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync());
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, table);
        }
    }

    [Fact]
    public async Task What_a_connection_was_told_is_forgotten_when_it_returns_to_the_pool()
    {
        var admin = await Testing.DemoActors.ActorAsync(demonstration.Database, "admin@liverpool.demo.example");
        for (var i = 0; i < 50; i++)
        {
            await using var db = demonstration.Database.As(admin);
            (await db.Organisations.AnyAsync()).ShouldBeTrue();
            await using var connection = await demonstration.Database.App.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("select current_user || coalesce(current_setting('app.partnership', true), '')", connection);
            (await command.ExecuteScalarAsync()).ShouldBe(DatabaseRoles.App);
        }
    }

    [Fact]
    [Asvs("V14.1.1")]
    public async Task Every_column_has_a_data_class() =>
        (await NamesAsync("""
            select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
             where c.relnamespace = 'care'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
               and coalesce(col_description(a.attrelid, a.attnum), '') not like 'class: %'
            """)).ShouldBeEmpty();

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var database = await Testing.Databases.CareTestDatabase.EmptyAsync();
        await database.BehindTheScenesAsync<object>("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO care_owner', current_database()); END $$");
        (await DatabaseSetup.MigrateAsync(database.SuperuserConnection)).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(demonstration.Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
