using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Web;

namespace CareCommissioning.Benchmarks;

/// <summary>A pathway with many steps, and how long its pages take when one person asks.</summary>
internal static class LargePathway
{
    public const int Steps = 60;

    private const int Stages = 6;
    private const int Times = 40;

    /// <summary>Puts a pathway into Liverpool's partnership, past the pages.</summary>
    /// <returns>Address of its version's page.</returns>
    public static async Task<string> AddAsync(Site site, CancellationToken cancel)
    {
        var (pathway, version) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var command = site.Superuser.CreateCommand("""
            insert into care.pathways (id, partnership_id, name, condition, clusters)
              select $1, id, 'Measured ' || $1, 'Measured', '{}' from care.partnerships where slug = 'liverpool';
            """);
        command.Parameters.AddWithValue(pathway);
        await command.ExecuteNonQueryAsync(cancel);
        await using var drawn = site.Superuser.CreateCommand("""
            insert into care.pathway_versions (id, partnership_id, pathway_id, number, outlook, state, started_at, changes, map)
              select $1, id, $2, 1, 'Current', 'InConsultation', now(), 0, $3::jsonb from care.partnerships where slug = 'liverpool';
            """);
        drawn.Parameters.AddWithValue(version);
        drawn.Parameters.AddWithValue(pathway);
        drawn.Parameters.AddWithValue(MapDocument.Write(Map()));
        await drawn.ExecuteNonQueryAsync(cancel);
        return $"/pathways/{pathway}/versions/1";
    }

    /// <summary>What one person waits for, and how much comes.</summary>
    public static async Task WriteAsync(Site site, string url, TextWriter to, CancellationToken cancel)
    {
        using var client = await SignedInClient.Of(site.Node).SignInAsync("pct@liverpool.demo.example");
        await to.WriteLineAsync($"A pathway of {Steps} steps, one person asking:\n\n| page | p50 ms | p95 ms | KB | KB compressed |\n|---|---|---|---|---|");
        foreach (var page in new[] { "", "/readiness", "/figures", "/flow", "/money", "/compare", "/pack", "/explained" })
        {
            var times = new List<double>();
            byte[] content = [];
            for (var i = 0; i < Times; i++)
            {
                var began = Stopwatch.GetTimestamp();
                content = await client.Http.GetByteArrayAsync(new Uri(url + page, UriKind.Relative), cancel);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| map{page} | {times[Times / 2]:0} | {times[Times * 95 / 100]:0} | {content.Length / 1024.0:0} | {Compressed(content) / 1024.0:0} |"));
        }

        await to.WriteLineAsync();
    }

    private static long Compressed(byte[] content)
    {
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return small.Length;
    }

    /// <summary>Each step leads to the next, every third one also ahead and every fifth one back.</summary>
    private static PathwayMap Map()
    {
        var stages = Enumerable.Range(0, Stages).Select(i => new Stage { Id = Guid.CreateVersion7(), Name = $"Stage {i + 1}" }).ToList();
        var steps = Enumerable.Range(0, Steps).Select(i => new Step
        {
            Id = Guid.CreateVersion7(),
            StageId = stages[i * Stages / Steps].Id,
            Name = $"Community mental health service number {i + 1}",
            Description = "What happens here, as one would tell somebody who comes for the first time.",
            Setting = (Setting)(i % 8),
            Components = [(CareComponent)(i % 5)],
            Hours = OpeningHours.OfficeHours,
            CapacityUnit = CapacityUnit.Caseload,
            Capacity = 40,
            StayDays = 60,
            UnitCost = 95,
            CostBasis = CostBasis.Day,
            Payers = new PayerShares(60, 40, 0, 0),
        }).ToList();
        var entry = new Entry { Id = Guid.CreateVersion7(), StageId = stages[0].Id, Name = "Practices", PerWeek = 10 };
        var exit = new Exit { Id = Guid.CreateVersion7(), StageId = stages[^1].Id, Name = "Recovered" };
        var moves = new List<Move> { Lead(entry.Id, steps[0].Id, 100) };
        for (var i = 0; i < Steps; i++)
        {
            var (ahead, back) = (i % 3 == 0 && i + 7 < Steps, i % 5 == 4);
            moves.Add(Lead(steps[i].Id, i + 1 < Steps ? steps[i + 1].Id : exit.Id, 100 - (ahead ? 20 : 0) - (back ? 10 : 0)));
            if (ahead)
            {
                moves.Add(Lead(steps[i].Id, steps[i + 7].Id, 20));
            }

            if (back)
            {
                moves.Add(Lead(steps[i].Id, steps[i - 3].Id, 10));
            }
        }

        return PathwayMap.Empty with { Stages = stages, Steps = steps, Entries = [entry], Exits = [exit], Moves = moves };
    }

    private static Move Lead(Guid from, Guid to, decimal share) => new() { Id = Guid.CreateVersion7(), From = from, To = to, Share = share };
}
