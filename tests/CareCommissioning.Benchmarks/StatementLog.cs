using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace CareCommissioning.Benchmarks;

/// <summary>The statements that one request of the product sends, as PostgreSQL wrote them down, to be sent again through Npgsql alone.</summary>
internal static partial class StatementLog
{
    /// <summary>What the application's login sent while <paramref name="request"/> was answered, in order, values in their places.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Site site, Func<Task> request, CancellationToken cancel)
    {
        await SwitchAsync(site, "all", cancel);
        var from = new FileInfo(site.Log).Length;
        await request();
        await SwitchAsync(site, "none", cancel);
        await using var log = new FileStream(site.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(from, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        return Read(await reader.ReadToEndAsync(cancel));
    }

    /// <summary>Sends them again, one after the other, on a connection of the application's login.</summary>
    public static async Task ReplayAsync(NpgsqlConnection connection, IReadOnlyList<string> statements)
    {
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                // Each row is fetched, as the page fetches it.
            }
        }
    }

    /// <summary>Each statement with its mean time in milliseconds.</summary>
    public static async Task<IEnumerable<(string Sql, double Milliseconds)>> TimeAsync(NpgsqlConnection connection, IReadOnlyList<string> statements)
    {
        const int Times = 20;
        var sums = new double[statements.Count];
        for (var turn = 0; turn < Times; turn++)
        {
            for (var i = 0; i < statements.Count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await ReplayAsync(connection, [statements[i]]);
                sums[i] += Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        return statements.Zip(sums.Select(sum => sum / Times));
    }

    /// <summary>How PostgreSQL answers a statement, as the actor who was told to the connection last.</summary>
    public static async Task<string> PlanAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand($"explain (analyze, buffers) {sql}", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new StringBuilder();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }

    private static async Task SwitchAsync(Site site, string what, CancellationToken cancel)
    {
        await using var connection = await site.Superuser.OpenConnectionAsync(cancel);
        foreach (var sql in new[] { $"alter system set log_statement = '{what}'", "select pg_reload_conf()" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }

        // Sessions hear of it before their next statement, once the server has passed it on: a session of ours tells when.
        await using var show = new NpgsqlCommand("show log_statement", connection);
        while ((string)(await show.ExecuteScalarAsync(cancel))! != what)
        {
            await Task.Yield();
        }
    }

    private static List<string> Read(string text)
    {
        var statements = new List<string>();
        foreach (var entry in Entry().Matches(text).Select(m => (Kind: m.Groups["kind"].Value, Text: m.Groups["text"].Value.Replace("\n\t", "\n", StringComparison.Ordinal))))
        {
            if (entry.Kind == "LOG" && Statement().Match(entry.Text) is { Success: true } statement)
            {
                statements.Add(statement.Groups["sql"].Value);
            }
            else if (entry.Kind == "DETAIL" && statements.Count > 0)
            {
                var values = Value().Matches(entry.Text).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value, StringComparer.Ordinal);
                statements[^1] = Place().Replace(statements[^1], m => values.GetValueOrDefault(m.Value, m.Value));
            }
        }

        return statements;
    }

    [GeneratedRegex(@"^\S+ \S+ \S+ \[\d+\] care_app@\S+ (?<kind>[A-Z]+):  (?<text>.*(?:\n\t.*)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(statement|execute [^:]*): (?<sql>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<name>\$\d+) = (?<value>NULL|'(?:[^']|'')*')", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\$\d+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();
}
