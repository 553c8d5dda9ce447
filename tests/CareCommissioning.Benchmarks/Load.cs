using System.Diagnostics;

namespace CareCommissioning.Benchmarks;

/// <summary>What repeating one thing on several connections at once came to.</summary>
/// <param name="PerSecond">All connections together.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds that 99 of 100 took at most.</param>
internal sealed record Figures(double PerSecond, double Median, double P99);

/// <summary>Repeats one thing on several connections at once, each asking again as soon as it has its answer.</summary>
internal static class Load
{
    public const int Connections = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <param name="once">One request of one of the connections, whose number it is given.</param>
    public static async Task<Figures> RepeatAsync(Func<int, Task> once, TimeSpan length)
    {
        await RunAsync(once, WarmUp);
        var watch = Stopwatch.StartNew();
        var times = await RunAsync(once, length);
        var elapsed = watch.Elapsed.TotalSeconds;
        times.Sort();
        return new Figures(times.Count / elapsed, times[times.Count / 2], times[(int)(times.Count * 0.99)]);
    }

    private static async Task<List<double>> RunAsync(Func<int, Task> once, TimeSpan length)
    {
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, Connections).Select(worker => Task.Run(async () =>
        {
            var times = new List<double>();
            while (watch.Elapsed < length)
            {
                var began = Stopwatch.GetTimestamp();
                await once(worker);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            return times;
        }));
        return [.. (await Task.WhenAll(workers)).SelectMany(times => times)];
    }
}
