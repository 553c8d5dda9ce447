using System.CommandLine;
using System.Text.Json;
using CareCommissioning.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CareCommissioning.Cli.Commands;

/// <summary><c>verify-audit</c>: reads the whole audit log and names the first line of each chain that is missing or altered.</summary>
internal static class VerifyAudit
{
    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Write the result as JSON" };
        var command = new Command("verify-audit", "Check that no line of the audit log was removed or altered") { json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await OperatorsDatabase.OpenAsync(parsed, cancel);
            var chains = await database.AsSystemAsync("verify-audit", async db =>
            {
                await db.Database.OpenConnectionAsync(cancel);
                return await AuditVerifier.VerifyAsync((NpgsqlConnection)db.Database.GetDbConnection(), cancel);
            });
            Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(chains, JsonSerializerOptions.Web) : string.Join('\n', chains.Select(Sentence)));
            return chains.Any(chain => chain.Fault is not null) ? ExitCodes.Refused : ExitCodes.Done;
        });
        return command;
    }

    private static string Sentence(AuditChain chain)
    {
        var name = chain.Chain == AuditEntry.Platform ? "platform" : $"partnership {chain.Chain}";
        return chain.Fault is { } fault
            ? $"{name}: line {fault.Sequence}: {fault.What}"
            : $"{name}: {chain.Lines} lines as written, head {chain.Head}";
    }
}
