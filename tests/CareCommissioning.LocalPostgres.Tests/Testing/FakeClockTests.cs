using CareCommissioning.Testing;

namespace CareCommissioning.LocalPostgres.Tests.Testing;

public sealed class FakeClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Stands_still_until_moved()
    {
        var clock = new FakeClock(Start.ToOffset(TimeSpan.FromHours(5)));
        var began = clock.GetTimestamp();

        clock.GetUtcNow().ShouldBe(Start);
        clock.GetUtcNow().Offset.ShouldBe(TimeSpan.Zero);
        clock.Advance(TimeSpan.FromMinutes(15));
        clock.GetUtcNow().ShouldBe(Start.AddMinutes(15));
        clock.GetElapsedTime(began).ShouldBe(TimeSpan.FromMinutes(15));
        Should.Throw<ArgumentOutOfRangeException>(() => clock.MoveTo(Start));
    }

    [Fact]
    public async Task Fires_timers_in_order_at_their_moments()
    {
        var clock = new FakeClock(Start);
        var fired = new List<(string Which, double Minute)>();
        void Note(object? which) => fired.Add(((string)which!, (clock.GetUtcNow() - Start).TotalMinutes));

        await using var every = clock.CreateTimer(Note, "every", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        await using var once = clock.CreateTimer(Note, "once", TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);
        var delay = Task.Delay(TimeSpan.FromMinutes(4), clock);

        clock.Advance(TimeSpan.FromMinutes(5));
        fired.ShouldBe([("every", 2), ("once", 3), ("every", 4)]);
        await delay;

        await every.DisposeAsync();
        clock.Advance(TimeSpan.FromMinutes(5));
        fired.Count.ShouldBe(3);
    }
}
