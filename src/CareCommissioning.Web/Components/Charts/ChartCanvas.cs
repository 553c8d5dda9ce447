using System.Globalization;
using System.Xml.Linq;

namespace CareCommissioning.Web.Components.Charts;

/// <summary>The marks of which charts are made, as SVG that our content security policy allows. Each chart has a title, and stands beside the table that says the same.</summary>
internal sealed class ChartCanvas
{
    public const string Ink = "#0b0c0c";
    public const string Grey = "#505a5f";
    public const string Main = "#14505a";
    public const string Target = "#00703c";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root;

    /// <param name="title">What the chart shows, in a sentence.</param>
    /// <param name="id">Of the title; one of a kind on the page.</param>
    public ChartCanvas(int width, int height, string title, string id)
    {
        _root = new XElement(
            Svg + "svg",
            new XAttribute("class", "care-chart"),
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("font-family", "Arial, Helvetica, sans-serif"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", id),
            new XElement(Svg + "title", new XAttribute("id", id), Clean(title)));
    }

    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string? dashes = null) =>
        Add("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", colour), ("stroke-width", width), ("stroke-dasharray", dashes));

    public void Path(IEnumerable<(double X, double Y)> points, string colour) =>
        Add("polyline", ("points", string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")))), ("fill", "none"), ("stroke", colour), ("stroke-width", 2));

    public void Dot(double x, double y, double radius, string colour, bool isFilled = true) =>
        Add("circle", ("cx", x), ("cy", y), ("r", radius), ("fill", isFilled ? colour : "#ffffff"), ("stroke", colour), ("stroke-width", 2));

    public void Band(double x, double y, double width, double height, string colour) => Add("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", colour));

    /// <param name="anchor">start, middle or end.</param>
    public void Text(string text, double x, double y, string anchor = "start", int size = 13, string colour = Ink)
    {
        var drawn = Add("text", ("x", x), ("y", y), ("text-anchor", anchor), ("font-size", size), ("fill", colour));
        drawn.Value = Clean(text);
    }

    /// <summary>What was drawn.</summary>
    public override string ToString() => _root.ToString(SaveOptions.DisableFormatting);

    private XElement Add(string name, params (string Name, object? Value)[] attributes)
    {
        var drawn = new XElement(Svg + name, attributes.Where(attribute => attribute.Value is not null).Select(attribute => new XAttribute(attribute.Name, Convert.ToString(attribute.Value, CultureInfo.InvariantCulture)!)));
        _root.Add(drawn);
        return drawn;
    }

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')));
}
