using System.Text;
using System.Text.RegularExpressions;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence.RowSecurity;

namespace CareCommissioning.Persistence.Access;

/// <summary>Writes <c>docs/access.md</c> from the code that decides: the table of roles and the row-security files.</summary>
public static partial class AccessDocument
{
    private const string Head = """
        # Access

        Made from the code by `dotnet run --project src/CareCommissioning.Cli -- access-document`; a test fails when it is not up to date. Change
        `Domain/Access/AccessTable.cs` (who may do what) or `Persistence/RowSecurity/*.sql` (who sees which rows), then make it anew.

        A page names the permission it needs (`[Requires(Permission.…)]`); a page that names none is refused to everybody. Which rows exist for a
        person is decided by PostgreSQL, by the database role of their kind. What is not visible is not found (404); what is visible but not permitted
        is refused (403).

        """;

    public static string Write()
    {
        var text = new StringBuilder(Head);
        WriteRoles(text);
        WritePermissions(text);
        WriteRows(text);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void WriteRoles(StringBuilder text)
    {
        text.AppendLine("## Roles").AppendLine();
        text.AppendLine("| Role | Works for | Sees rows as | Two-step verification | For a limited time |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var role in AccessTable.Roles.OrderBy(entry => entry.Key).Select(entry => entry.Value))
        {
            var works = string.Join(", ", role.WorksFor.Select(f => Words(f.ToString())));
            text.AppendLine($"| {role.Name} | {works} | `{DatabaseRoles.Of(role.Kind)}` | {(role.SeesIdentifiablePeople ? "always" : "by choice")} | {(role.IsTimeLimited ? "yes" : "")} |");
        }
    }

    private static void WritePermissions(StringBuilder text)
    {
        text.AppendLine().AppendLine("## What each role may do").AppendLine();
        text.AppendLine("An approver, whatever their role, may also: " + string.Join(", ", AccessTable.ApproverPermissions.Select(p => Words(p.ToString()))) + ".").AppendLine();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var roles = AccessTable.Roles.Where(entry => entry.Value.Permissions.Contains(permission)).OrderBy(entry => entry.Key).Select(entry => entry.Value.Name).ToList();
            var who = roles.Count switch
            {
                0 => "approvers only",
                _ when roles.Count == AccessTable.Roles.Count => "everybody who is signed in",
                _ => string.Join(", ", roles),
            };
            text.AppendLine($"- **{Words(permission.ToString())}**: {who}");
        }
    }

    private static void WriteRows(StringBuilder text)
    {
        text.AppendLine().AppendLine("## Who sees which rows").AppendLine();
        text.AppendLine("Background work (`care_system`) works on every table but the audit log, which it only reads.").AppendLine();
        foreach (var (file, script) in RowSecurityScripts.Contexts)
        {
            text.AppendLine($"### {Path.GetFileNameWithoutExtension(file)}").AppendLine();
            foreach (var line in script.Split('\n').Where(line => line.StartsWith("-- ", StringComparison.Ordinal)))
            {
                text.AppendLine("- " + line[3..].Trim());
            }

            text.AppendLine().AppendLine("| Table | Database role | May | Rule |").AppendLine("|---|---|---|---|");
            foreach (var it in Policy().Matches(script).Select(policy => policy.Groups))
            {
                text.AppendLine($"| `{it["table"].Value}` | `{it["roles"].Value.Trim()}` | {it["verb"].Value.ToLowerInvariant()} | {Words(it["name"].Value)} |");
            }

            text.AppendLine();
        }
    }

    private static string Words(string name) => WordStart().Replace(name.Replace('_', ' '), " ").ToLowerInvariant();

    [GeneratedRegex(@"CREATE POLICY (?<name>\w+)\s+ON care\.(?<table>\w+)\s+FOR (?<verb>\w+)\s+TO (?<roles>[\w, ]+?)\s+(USING|WITH)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Policy();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
