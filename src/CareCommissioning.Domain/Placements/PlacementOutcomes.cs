namespace CareCommissioning.Domain.Placements;

/// <summary>How people placed live and how far they have come, in sums; what concerns fewer than five is null.</summary>
/// <param name="Key">Whose sums they are: "all", a kind of service, or the id of a provider or service.</param>
/// <param name="People">Whose circumstances are known.</param>
/// <param name="WorkKnown">Of 18 to 69 years, and it is known what they do by day.</param>
/// <param name="Company">Mean answer on social contact, 0 to 4.</param>
/// <param name="Recovery">Mean score, 0 to 100.</param>
/// <param name="Followed">Placements with at least two answers, under way or ended within a year.</param>
/// <param name="Gained">Mean change of the score from first to last answer, in points.</param>
/// <param name="GainedInAll">The changes of all of them together.</param>
/// <param name="Cost">Pounds from the first to the last answer, of all of them together.</param>
public sealed record PlacementOutcomes(
    string Key, int? People, int? HousingKnown, int? Settled, int? WorkKnown, int? InPaidWork, decimal? Company, decimal? Recovery, int? Followed, decimal? Gained, decimal? GainedInAll, decimal? Cost)
{
    /// <summary>Below this nothing is told, so that nobody is known by it.</summary>
    public const int Fewest = 5;

    /// <summary>Part of those whose housing is known that is settled, 0 to 1 (S2-007).</summary>
    public decimal? SettledShare => Share(Settled, HousingKnown);

    /// <summary>Part of those of working age, whose work is known, that is paid, 0 to 1 (S2-008).</summary>
    public decimal? PaidWorkShare => Share(InPaidWork, WorkKnown);

    /// <summary>Efficiency beside effectiveness: pounds for each point gained; null where nothing was gained (S2-005).</summary>
    public decimal? CostOfAPoint => GainedInAll > 0 && Cost is { } cost ? decimal.Round(cost / GainedInAll.Value, 2) : null;

    private static decimal? Share(int? some, int? all) => some is { } part && all > 0 ? (decimal)part / all.Value : null;
}
