using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace CareCommissioning.Persistence.Auditing;

/// <summary>What was found in one chain of the audit log.</summary>
/// <param name="Chain">Partnership, or <see cref="AuditEntry.Platform"/>.</param>
/// <param name="Lines">Lines read, until the first fault.</param>
/// <param name="Head">Hash of the last line in hexadecimal: kept elsewhere, it shows a tail that was cut off.</param>
/// <param name="Fault">Null when every line is as it was written.</param>
public sealed record AuditChain(Guid Chain, long Lines, string Head, AuditFault? Fault);

/// <summary>The first line of a chain that is not as it was written.</summary>
/// <param name="Sequence">Number of the line that is missing, altered or torn from the one before.</param>
public sealed record AuditFault(long Sequence, string What);

/// <summary>Reads the audit log from its beginning and computes every hash anew, without the database's own function for it.</summary>
/// <remarks>
/// A line that was changed has another hash; one that was removed, put in or moved breaks the numbers or the link to the line before. A tail cut off
/// is seen only against a <see cref="AuditChain.Head"/> that was kept elsewhere, which is why the heads are written to the log of the application.
/// </remarks>
public static class AuditVerifier
{
    // The same array as app.audit_line in RowSecurity/Foundation.sql.
    private const string Lines = """
        select chain_id, sequence, previous_hash, hash,
               (jsonb_build_array(chain_id, sequence, extract(epoch from at), actor_id, actor_name, actor_role, organisation_id, action,
                 table_name, record_id, root_table, root_id, changes, reason, page, request_id)
                 || case when address is null then '[]'::jsonb else jsonb_build_array(address) end)::text
          from care.audit_entries order by chain_id, sequence
        """;

    /// <param name="connection">Open, as a role that reads every chain (<c>care_system</c>).</param>
    /// <returns>One result a chain; empty for an empty log.</returns>
    public static async Task<IReadOnlyList<AuditChain>> VerifyAsync(NpgsqlConnection connection, CancellationToken cancel = default)
    {
        var chains = new List<AuditChain>();
        await using var command = new NpgsqlCommand(Lines, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var chain = reader.GetGuid(0);
            if (chains.Count == 0 || chains[^1].Chain != chain)
            {
                chains.Add(new AuditChain(chain, 0, "", null));
            }

            if (chains[^1].Fault is null)
            {
                chains[^1] = Check(chains[^1], reader);
            }
        }

        return chains;
    }

    private static AuditChain Check(AuditChain so, NpgsqlDataReader reader)
    {
        var sequence = reader.GetInt64(1);
        var previous = reader.GetFieldValue<byte[]>(2);
        var hash = reader.GetFieldValue<byte[]>(3);
        var expected = so.Lines + 1;
        if (sequence != expected)
        {
            return so with { Fault = new AuditFault(expected, "a line is missing") };
        }

        if (Convert.ToHexStringLower(previous) != so.Head)
        {
            return so with { Fault = new AuditFault(sequence, "the line does not follow from the one before") };
        }

        return CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(reader.GetString(4))]))
            ? so with { Lines = sequence, Head = Convert.ToHexStringLower(hash) }
            : so with { Fault = new AuditFault(sequence, "the line was altered") };
    }
}
