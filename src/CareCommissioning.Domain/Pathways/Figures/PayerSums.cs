namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>Spending by who pays.</summary>
internal static class PayerSums
{
    /// <summary>Who can pay, in the order of the sums; the last is for what no payer is named for.</summary>
    public static readonly string[] Names = ["NHS", "Council", "Pooled budget", "Others", "No payer named"];

    /// <summary>Pounds a year that sum to the whole: each part is rounded to the penny and the last takes what rounding leaves.</summary>
    public static IReadOnlyList<(string Payer, decimal Cost)> Of(IReadOnlyList<StepFigures> steps)
    {
        decimal nhs = 0, council = 0, pooled = 0, other = 0, nobody = 0;
        foreach (var (step, cost) in steps.Where(step => step.CostPerYear is not null).Select(step => (step.Step, step.CostPerYear!.Value)))
        {
            if (step.Payers is not { } payers)
            {
                nobody += cost;
                continue;
            }

            decimal[] parts = [Part(cost, payers.Nhs), Part(cost, payers.Council), Part(cost, payers.Pooled), Part(cost, payers.Other)];
            var largest = Array.IndexOf(parts, parts.Max());
            parts[largest] += cost - parts.Sum();
            (nhs, council, pooled, other) = (nhs + parts[0], council + parts[1], pooled + parts[2], other + parts[3]);
        }

        return [.. Names.Zip([nhs, council, pooled, other, nobody]).Where(sum => sum.Second != 0)];
    }

    private static decimal Part(decimal cost, decimal share) => decimal.Round(cost * share / 100, 2);
}
