using CareCommissioning.Domain.Measures;

namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>What one line of a package costs.</summary>
/// <param name="Step">Null where the map has it no more.</param>
/// <param name="WeeklyCost">Pounds; null while the step has no cost, or is gone.</param>
public sealed record PackageLineFigures(PackageLine Line, Step? Step, decimal? WeeklyCost);

/// <summary>Quality and productivity of a care package, side by side (S2-020).</summary>
/// <param name="WeeklyCost">Pounds, of the lines whose cost is known.</param>
/// <param name="Unknown">Lines without a known cost.</param>
/// <param name="Backed">Steps with evidence that is not overdue.</param>
/// <param name="Difficulty">How hard people find its steps, 1 to 5, the mean of those that enough people walked; null where none was.</param>
/// <param name="Realised">How far its benefits have come from baseline to target, the mean; null where none was measured.</param>
public sealed record PackageFigures(IReadOnlyList<PackageLineFigures> Lines, decimal WeeklyCost, int Unknown, int Backed, decimal? Difficulty, decimal? Realised)
{
    private const decimal DaysOfAWeek = 7;

    /// <summary>Holds a package against a map, what people told, and the measures of its benefits.</summary>
    public static PackageFigures Of(CarePackage package, PathwayMap map, PathwayExperience experience, IEnumerable<Measure> measures, DateOnly today)
    {
        var steps = map.Steps.ToDictionary(step => step.Id);
        var lines = package.Lines.Select(line => new PackageLineFigures(line, steps.GetValueOrDefault(line.StepId), steps.TryGetValue(line.StepId, out var step) ? WeeklyCostOf(step, line.PerWeek) : null)).ToList();
        var told = experience.Steps.Where(walked => !walked.IsFew && package.Lines.Any(line => line.StepId == walked.Step)).ToList();
        var come = measures.Select(measure => measure.Latest is { } latest ? measure.Realised(latest.Value) : null).OfType<decimal>().ToList();
        return new(
            lines,
            lines.Sum(line => line.WeeklyCost ?? 0),
            lines.Count(line => line.WeeklyCost is null),
            lines.Count(line => line.Step?.Evidence.Any(evidence => evidence.ReviewOn >= today) == true),
            told.Count == 0 ? null : told.Average(walked => walked.Difficulty),
            come.Count == 0 ? null : come.Average());
    }

    /// <summary>Pounds a week of so much of a step: units a week × price of one; what is paid by the stay is spread over its days.</summary>
    /// <returns>Null while price, basis, or the days of a stay are not said.</returns>
    public static decimal? WeeklyCostOf(Step step, decimal perWeek) => step.CostBasis switch
    {
        null => null,
        CostBasis.Episode => step.StayDays > 0 ? Round(step.UnitCost * perWeek * DaysOfAWeek / step.StayDays) : null,
        _ => Round(step.UnitCost * perWeek),
    };

    private static decimal? Round(decimal? pounds) => pounds is { } known ? decimal.Round(known, 2) : null;
}
