using System.Globalization;
using System.Text;
using System.Xml;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Writes SVG elements. All text and every attribute goes through XML's own escaping, without what XML does not allow.</summary>
internal sealed class SvgCanvas : IDisposable
{
    public const string Ink = "#0b0c0c";
    public const string Grey = "#505a5f";
    public const string White = "#ffffff";

    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly StringBuilder _svg = new();
    private readonly XmlWriter _xml;

    public SvgCanvas() => _xml = XmlWriter.Create(_svg, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Document });

    /// <summary>What was drawn; call it once, at the end.</summary>
    public string Finish()
    {
        _xml.Flush();
        return _svg.ToString();
    }

    public void Dispose() => _xml.Dispose();

    /// <param name="attributes">Those without a value are left out.</param>
    public void Open(string name, params (string Name, object? Value)[] attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
        {
            if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
            {
                _xml.WriteAttributeString(attribute, TextFit.Clean(text));
            }
        }
    }

    public void Close() => _xml.WriteEndElement();

    public void Draw(string name, params (string Name, object? Value)[] attributes)
    {
        Open(name, attributes);
        Close();
    }

    /// <summary>An element with nothing but text in it.</summary>
    public void Say(string name, string text, params (string Name, object? Value)[] attributes)
    {
        Open(name, attributes);
        _xml.WriteString(TextFit.Clean(text));
        Close();
    }

    /// <summary>What follows until it is closed is drawn only within this place.</summary>
    public void OpenClip(MapRect place) =>
        Open("svg", ("class", "map-clip"), ("x", place.X), ("y", place.Y), ("width", place.Width), ("height", place.Height), ("viewBox", $"{place.X} {place.Y} {place.Width} {place.Height}"), ("overflow", "hidden"));

    public void Rect(string css, MapRect place, string fill, string? stroke = null, int radius = 0, object? strokeWidth = null) =>
        Draw("rect", ("class", css), ("x", place.X), ("y", place.Y), ("width", place.Width), ("height", place.Height), ("rx", radius == 0 ? null : radius), ("fill", fill), ("stroke", stroke), ("stroke-width", stroke is null ? null : strokeWidth ?? 2));

    public void Path(string css, string d, string stroke, string fill = "none", object? strokeWidth = null, string? dashes = null, string? markerEnd = null) =>
        Draw("path", ("class", css), ("d", d), ("fill", fill), ("stroke", stroke), ("stroke-width", strokeWidth ?? 2), ("stroke-dasharray", dashes), ("marker-end", markerEnd));

    /// <summary>One line, with a space after it that nobody sees: lines that are read out together stay apart.</summary>
    public void Text(string css, string text, int x, int y, int size, string fill = Ink, string? anchor = null, bool bold = false)
    {
        Say("text", text, ("class", css), ("x", x), ("y", y), ("font-size", size), ("fill", fill), ("text-anchor", anchor), ("font-weight", bold ? "bold" : null));
        _xml.WriteString(" ");
    }
}
