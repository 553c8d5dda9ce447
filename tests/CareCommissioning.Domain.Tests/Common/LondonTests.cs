using System.Globalization;
using CareCommissioning.Domain.Common;

namespace CareCommissioning.Domain.Tests.Common;

public sealed class LondonTests
{
    [Theory]
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")]
    [InlineData("2026-11-30T23:59:59Z", "2026-11-30")]
    [InlineData("2026-12-01T00:00:00Z", "2026-12-01")]
    public void A_day_begins_when_it_begins_in_London(string moment, string day) =>
        London.DayOf(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)).ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
