using System.Security.Cryptography;
using System.Text;
using CareCommissioning.Domain.Access;
using Npgsql;

namespace CareCommissioning.Persistence.RowSecurity;

/// <summary>
/// Who sees which rows, who may write them, and what is audited: the SQL files of this folder. They are the whole truth, written anew in one
/// transaction whenever they or the tables changed, so that reading the files is reading the database.
/// </summary>
internal static class RowSecurityScripts
{
    private const string Opening = "Opening.sql";
    private const string Foundation = "Foundation.sql";
    private const string Closing = "Closing.sql";
    private const string RolesScript = "Roles.sql";

    /// <summary>Makes the database's roles; running it again changes nothing.</summary>
    public static string Roles => Read(RolesScript);

    /// <summary>Applies every file when it, or the last migration, is not what was applied before.</summary>
    /// <param name="connection">Open, as the owner.</param>
    /// <param name="lastMigration">New tables need row security though no file changed.</param>
    /// <returns>False when there was nothing to do.</returns>
    public static async Task<bool> ApplyAsync(NpgsqlConnection connection, string lastMigration, CancellationToken cancel)
    {
        var scripts = Scripts();
        var fingerprint = Fingerprint(scripts.Append(lastMigration));
        if (await AppliedAsync(connection, cancel) == fingerprint)
        {
            return false;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var script in scripts.Append($"COMMENT ON SCHEMA app IS '{fingerprint}'"))
        {
            await using var command = new NpgsqlCommand(script, connection, transaction);
            await command.ExecuteNonQueryAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Whether the database's tables and row security are those of this build. Needs no privilege.</summary>
    /// <param name="lastMigration">Of this build.</param>
    public static async Task<bool> AreAppliedAsync(NpgsqlConnection connection, string lastMigration, CancellationToken cancel) =>
        await AppliedAsync(connection, cancel) == Fingerprint(Scripts().Append(lastMigration));

    /// <summary>One file a context: its policies, grants and auditing.</summary>
    public static IEnumerable<(string Name, string Script)> Contexts => ContextNames().Select(name => (name, Read(name)));

    private static List<string> Scripts() => [Read(Opening), RoleFunctions(), Read(Foundation), .. ContextNames().Select(Read), Read(Closing)];

    /// <summary>The one thing the database knows of the table of roles: at which organisations a role is given.</summary>
    private static string RoleFunctions()
    {
        var cases = AccessTable.Roles.OrderBy(role => role.Key)
            .Select(role => $"WHEN '{role.Key}' THEN array[{string.Join(", ", role.Value.WorksFor.Select(function => $"'{function}'"))}]");
        return $"CREATE OR REPLACE FUNCTION app.role_functions(role text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$ SELECT CASE role {string.Join(" ", cases)} END $$;";
    }

    private static IEnumerable<string> ContextNames()
    {
        string[] frame = [Opening, Foundation, Closing, RolesScript];
        return Names().Where(name => !frame.Contains(name)).Order(StringComparer.Ordinal);
    }

    private static async Task<string?> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select obj_description(to_regnamespace('app'), 'pg_namespace')", connection);
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    private static string Fingerprint(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    private const string Prefix = "RowSecurity/";

    private static IEnumerable<string> Names() =>
        typeof(RowSecurityScripts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(RowSecurityScripts).Assembly.GetManifestResourceStream(Prefix + name)!);
        return reader.ReadToEnd();
    }
}
