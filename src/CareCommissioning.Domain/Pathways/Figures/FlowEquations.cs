namespace CareCommissioning.Domain.Pathways.Figures;

/// <summary>How many people pass each box, once everything has settled: x = e + Pᵀx (rules E12).</summary>
public static class FlowEquations
{
    /// <summary>Solves the equations by Gaussian elimination with partial pivoting.</summary>
    /// <param name="entering">e, people who come from outside to each box; ≥ 0.</param>
    /// <param name="shares">P, shares[i][j] of those who leave i and go to j; 0–1, each row at most 1.</param>
    /// <returns>x in the unit of <paramref name="entering"/>; null when people who enter a ring can never leave it, so that no flow settles.</returns>
    public static double[]? Solve(IReadOnlyList<double> entering, IReadOnlyList<IReadOnlyList<double>> shares)
    {
        var n = entering.Count;
        var rows = Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n + 1).Select(i => i == n ? entering[j] : (i == j ? 1 : 0) - shares[i][j]).ToArray()).ToArray();
        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) < 1e-9)
            {
                return null;
            }

            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            Eliminate(rows, column);
        }

        var flow = rows.Select((row, i) => row[n] / row[i]).ToArray();
        return Array.Exists(flow, x => x < -1e-6) ? null : flow;
    }

    private static void Eliminate(double[][] rows, int column)
    {
        var from = rows[column];
        for (var row = 0; row < rows.Length; row++)
        {
            var factor = row == column ? 0 : rows[row][column] / from[column];
            for (var i = column; factor != 0 && i < from.Length; i++)
            {
                rows[row][i] -= factor * from[i];
            }
        }
    }
}
