using System.Globalization;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Draws bands between bars (a Sankey diagram) as SVG: the same string for the same plan. Its table says the same; colour says nothing.</summary>
public static class BandPicture
{
    private static readonly string[] Colours = ["#1d70b8", "#00703c", "#85994b", "#942514", "#b5600d", "#4c2c92", "#0f7a78", "#c2185b"];

    /// <param name="title">What it shows, in a sentence: read out first.</param>
    /// <param name="format">A value in words: "120 a year", "£1,200".</param>
    /// <param name="idPrefix">Begins every id in the picture.</param>
    public static string Svg(BandPlan plan, string title, Func<double, string> format, string idPrefix)
    {
        using var canvas = new SvgCanvas();
        var layout = BandLayout.Of(plan);
        canvas.Open("svg", ("class", "band-picture"), ("viewBox", $"0 0 {layout.Width} {layout.Height}"), ("width", layout.Width), ("height", layout.Height), ("font-family", "Arial, Helvetica, sans-serif"), ("role", "img"), ("aria-labelledby", $"{idPrefix}-title {idPrefix}-desc"));
        canvas.Say("title", title, ("id", $"{idPrefix}-title"));
        canvas.Say("desc", "The table below says the same.", ("id", $"{idPrefix}-desc"));
        var colours = layout.Bars.Select((bar, i) => (bar.Bar.Id, Colour: Colours[i % Colours.Length])).ToDictionary(pair => pair.Id, pair => pair.Colour);
        foreach (var band in layout.Bands)
        {
            canvas.Draw("path", ("class", "band"), ("d", Ribbon(band)), ("fill", colours[band.Band.From]), ("fill-opacity", "0.28"));
        }

        foreach (var bar in layout.Bars)
        {
            canvas.Rect("band-bar", new MapRect(bar.X, bar.Y, BandLayout.BarWidth, bar.Height), colours[bar.Bar.Id]);
            var words = TextFit.Cut(bar.Bar.Name, bar.Label.Width, TextFit.NameSize);
            if (TextFit.IsGuessed(words))
            {
                canvas.OpenClip(bar.Label);
                Label(canvas, bar, words, format);
                canvas.Close();
            }
            else
            {
                Label(canvas, bar, words, format);
            }
        }

        canvas.Close();
        return canvas.Finish();
    }

    private static void Label(SvgCanvas canvas, PlacedBar bar, string words, Func<double, string> format)
    {
        var middle = bar.Label.Y + (Math.Min(bar.Label.Height, Math.Max(bar.Height, 34)) / 2);
        Halo(canvas, words, bar.Label.X, middle - 3, TextFit.NameSize);
        Halo(canvas, format(bar.Bar.Value), bar.Label.X, middle + 12, TextFit.SmallSize);
    }

    /// <summary>Text that stays legible over a band: white around each letter.</summary>
    private static void Halo(SvgCanvas canvas, string text, int x, int y, int size) =>
        canvas.Say("text", text, ("class", "band-label"), ("x", x), ("y", y), ("font-size", size), ("fill", SvgCanvas.Ink), ("stroke", SvgCanvas.White), ("stroke-width", 3), ("stroke-linejoin", "round"), ("paint-order", "stroke"));

    private static string Ribbon(PlacedBand band)
    {
        var thickness = Math.Max(1, band.Thickness);
        var middle = (band.FromX + band.ToX) / 2.0;
        return string.Create(CultureInfo.InvariantCulture, $"M{band.FromX} {band.FromY:0.#}C{middle:0.#} {band.FromY:0.#} {middle:0.#} {band.ToY:0.#} {band.ToX} {band.ToY:0.#}L{band.ToX} {band.ToY + thickness:0.#}C{middle:0.#} {band.ToY + thickness:0.#} {middle:0.#} {band.FromY + thickness:0.#} {band.FromX} {band.FromY + thickness:0.#}Z");
    }
}
