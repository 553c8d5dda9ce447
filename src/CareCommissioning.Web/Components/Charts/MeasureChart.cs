using CareCommissioning.Domain.Measures;
using CareCommissioning.Web.Components.Words;

namespace CareCommissioning.Web.Components.Charts;

/// <summary>A measure over time, between its baseline and its target.</summary>
public static class MeasureChart
{
    private const int Width = 640;
    private const int Height = 220;
    private const int Left = 70;
    private const int Right = 130;
    private const int Top = 20;
    private const int Bottom = 40;

    /// <returns>Null while there is nothing to draw: no two days with values.</returns>
    public static string? Svg(Measure measure, string headline)
    {
        var values = measure.Values.Select(value => (value.On, value.Value)).ToList();
        if (measure is { BaselineValue: { } from, BaselineOn: { } since })
        {
            values.Insert(0, (since, from));
        }

        var days = values.Select(value => value.On).Concat(measure.TargetOn is { } on ? [on] : []).ToList();
        var heights = values.Select(value => value.Value).Concat(measure.TargetValue is { } to ? [to] : []).ToList();
        if (days.Count < 2 || days.Min() == days.Max())
        {
            return null;
        }

        var (first, last, low, high) = (days.Min().DayNumber, days.Max().DayNumber, heights.Min(), heights.Max());
        var canvas = new ChartCanvas(Width, Height, headline, $"chart-{measure.Id:N}");
        double X(DateOnly day) => Left + ((double)(day.DayNumber - first) / (last - first) * (Width - Left - Right));
        double Y(decimal value) => high == low ? Height / 2.0 : Height - Bottom - ((double)((value - low) / (high - low)) * (Height - Top - Bottom));
        canvas.Line(Left, Height - Bottom, Width - Right, Height - Bottom, ChartCanvas.Grey);
        canvas.Line(Left, Top, Left, Height - Bottom, ChartCanvas.Grey);
        canvas.Text(high.ToString("#,##0.##"), Left - 8, Y(high) + 4, "end");
        if (high != low)
        {
            canvas.Text(low.ToString("#,##0.##"), Left - 8, Y(low) + 4, "end");
        }

        canvas.Text(days.Min().InWords(), Left, Height - 12);
        canvas.Text(days.Max().InWords(), Width - Right, Height - 12, "end");
        if (measure.TargetValue is { } target)
        {
            canvas.Line(Left, Y(target), Width - Right, Y(target), ChartCanvas.Target, 2, "6 4");
            canvas.Text($"Target {target:#,##0.##}", Width - Right + 8, Y(target) + 4, colour: ChartCanvas.Target);
        }

        canvas.Path(values.Select(value => (X(value.On), Y(value.Value))), ChartCanvas.Main);
        foreach (var (value, i) in values.Select((value, i) => (value, i)))
        {
            canvas.Dot(X(value.On), Y(value.Value), 4, ChartCanvas.Main, isFilled: i > 0 || measure.BaselineOn is null);
        }

        return canvas.ToString();
    }
}
