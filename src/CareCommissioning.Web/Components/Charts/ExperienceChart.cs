using CareCommissioning.Domain.Pathways;

namespace CareCommissioning.Web.Components.Charts;

/// <summary>How hard people found each step, in the order of the way: the curve of their experience, from the top down (S0-047).</summary>
public static class ExperienceChart
{
    private const int Left = 290;
    private const int Column = 90;
    private const int Row = 34;
    private const int Top = 46;
    private const int LongestName = 38;

    private static readonly string[] Words = ["1 easy", "2", "3 hard", "4", "5 nightmare"];

    /// <returns>Null while there is nothing to show.</returns>
    public static string? Svg(PathwayExperience experience, string headline)
    {
        var steps = experience.Steps.Where(step => !step.IsFew).ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var (width, height) = (Left + (4 * Column) + 70, Top + (steps.Count * Row) + 10);
        var canvas = new ChartCanvas(width, height, headline, "experience-chart");
        static double X(decimal difficulty) => Left + ((double)(difficulty - 1) * Column);
        static double Y(int row) => Top + (row * Row) + (Row / 2.0);
        for (var i = 0; i < Words.Length; i++)
        {
            canvas.Text(Words[i], X(i + 1), 20, "middle");
            canvas.Line(X(i + 1), 30, X(i + 1), height - 6, "#aeb7bd");
        }

        canvas.Path(steps.Select((step, row) => (X(step.Difficulty), Y(row))), ChartCanvas.Main);
        foreach (var (step, row) in steps.Select((step, row) => (step, row)))
        {
            canvas.Text(step.Name.Length <= LongestName ? step.Name : $"{step.Name[..(LongestName - 1)]}…", Left - 24, Y(row) + 4, "end");
            canvas.Dot(X(step.Difficulty), Y(row), 6, ChartCanvas.Main);
            canvas.Text(step.Difficulty.ToString("0.0"), X(step.Difficulty) + 12, Y(row) + 5);
        }

        return canvas.ToString();
    }
}
