using System.Globalization;
using System.Xml.Linq;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>How a picture is drawn.</summary>
/// <param name="Title">What it shows, for people who hear it and for the file.</param>
/// <param name="LinkTo">Where a box leads; null for none.</param>
/// <param name="Marks">A few words at a box, such as "2 to mend".</param>
public sealed record MapPictureOptions(string Title, Func<MapNode, string?>? LinkTo = null, IReadOnlyDictionary<Guid, string>? Marks = null);

/// <summary>A map as a picture in SVG: the same on screen, in print and in a file. Nothing is told by colour alone: each kind of box has a shape and its word.</summary>
public static class MapPicture
{
    private const string Ink = "#212b32";
    private const string Pale = "#4c6272";
    private const string Line = "#5b6b76";
    private const int FontSize = 13;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws a map.</summary>
    /// <returns>An svg element with width, height and viewBox in CSS pixels; presentation attributes only, so that no style sheet is needed and a strict Content-Security-Policy lets it pass.</returns>
    public static string Of(PathwayMap map, MapPictureOptions options) => Draw(MapLayout.Of(map), map, options).ToString(SaveOptions.DisableFormatting);

    private static XElement Draw(MapLayout layout, PathwayMap map, MapPictureOptions options)
    {
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("width", N(layout.Width)),
            new XAttribute("height", N(layout.Height)),
            new XAttribute("viewBox", $"0 0 {N(layout.Width)} {N(layout.Height)}"),
            new XAttribute("role", "group"),
            new XAttribute("aria-label", Clean(options.Title)),
            new XAttribute("font-family", "Arial, sans-serif"),
            new XAttribute("font-size", FontSize),
            new XElement(Svg + "title", Clean(options.Title)),
            Arrowhead(),
            new XElement(Svg + "rect", At(0, 0), Size(layout.Width, layout.Height), new XAttribute("fill", "#ffffff")));
        foreach (var stage in layout.Stages)
        {
            svg.Add(Head(stage, layout));
        }

        svg.Add(layout.Moves.Select(move => DrawMove(move, map)));
        svg.Add(layout.Boxes.Select(box => DrawBox(box, options)));
        svg.Add(layout.Moves.Where(move => move.Label is not null).Select(DrawLabel));
        return svg;
    }

    private static XElement Arrowhead() => new(
        Svg + "defs",
        new XElement(
            Svg + "marker",
            new XAttribute("id", "care-arrow"),
            new XAttribute("viewBox", "0 0 8 8"),
            new XAttribute("refX", "8"),
            new XAttribute("refY", "4"),
            new XAttribute("markerWidth", "7"),
            new XAttribute("markerHeight", "7"),
            new XAttribute("orient", "auto"),
            new XElement(Svg + "path", new XAttribute("d", "M0,0 L8,4 L0,8 z"), new XAttribute("fill", Line))));

    private static XElement Head(PlacedStage stage, MapLayout layout) => new(
        Svg + "g",
        new XElement(Svg + "rect", At(stage.X - 6, 8), Size(stage.Width + 12, layout.Height - 16), new XAttribute("fill", "#eef3f5"), new XAttribute("rx", 6)),
        Text(stage.Lines, stage.X + (stage.Width / 2), 26, MapLayout.LineHeight + 2, Ink, bold: true));

    private static XElement DrawMove(PlacedMove move, PathwayMap map) => new(
        Svg + "polyline",
        new XAttribute("class", "map-move"),
        new XAttribute("data-id", move.Move.Id),
        new XAttribute("points", string.Join(' ', move.Corners.Select(corner => $"{N(corner.X)},{N(corner.Y)}"))),
        new XAttribute("fill", "none"),
        new XAttribute("stroke", Line),
        new XAttribute("stroke-width", "1.5"),
        new XAttribute("marker-end", "url(#care-arrow)"),
        new XElement(Svg + "title", Clean($"{map.Node(move.Move.From)?.Name} to {map.Node(move.Move.To)?.Name}{(move.Label is null ? "" : $", {move.Label}")}")));

    private static IEnumerable<XElement> DrawLabel(PlacedMove move)
    {
        var width = (move.Label!.Length * 5.6) + 2;
        yield return new XElement(Svg + "rect", At(move.LabelAt.X - (width / 2), move.LabelAt.Y - 6), Size(width, 12), new XAttribute("fill", "#ffffff"));
        yield return new XElement(
            Svg + "text",
            At(move.LabelAt.X, move.LabelAt.Y + 4),
            new XAttribute("text-anchor", "middle"),
            new XAttribute("font-size", 11),
            new XAttribute("fill", Ink),
            move.Label);
    }

    private static XElement DrawBox(PlacedBox box, MapPictureOptions options)
    {
        var group = new XElement(Svg + "g", new XAttribute("class", "map-node"), new XAttribute("data-id", box.Node.Id), Shape(box));
        var middle = box.X + (box.Width / 2);
        var top = box.MiddleY - ((box.Lines.Count + 1) * MapLayout.LineHeight / 2);
        group.Add(Text([Word(box.Node)], middle, top + 10, MapLayout.LineHeight, Pale, size: 11));
        group.Add(Text(box.Lines, middle, top + MapLayout.LineHeight + 11, MapLayout.LineHeight, Ink));
        if (options.Marks?.GetValueOrDefault(box.Node.Id) is { } mark)
        {
            group.Add(Mark(box, Clean(mark)));
        }

        return options.LinkTo?.Invoke(box.Node) is { } link
            ? new XElement(Svg + "a", new XAttribute("href", link), new XAttribute("aria-label", Clean($"{box.Node.Kind}: {box.Node.Name}")), group)
            : group;
    }

    /// <summary>In the margin above the box's upper edge, where no name stands.</summary>
    private static IEnumerable<XElement> Mark(PlacedBox box, string mark)
    {
        var width = (WrappedText.Width(mark) * 6.2) + 8;
        yield return new XElement(Svg + "rect", At(box.Right - width, box.Y - 7), Size(width, 14), new XAttribute("fill", "#8a1c1c"), new XAttribute("rx", 3));
        yield return new XElement(Svg + "text", At(box.Right - (width / 2), box.Y + 4), new XAttribute("text-anchor", "middle"), new XAttribute("font-size", 10), new XAttribute("fill", "#ffffff"), mark);
    }

    /// <summary>The small word above the name.</summary>
    private static string Word(MapNode node) => node switch
    {
        Step { Setting: { } setting } => setting == Setting.Primary ? "Primary care" : setting == Setting.Home ? "At home" : setting.ToString(),
        Entry { PerWeek: { } perWeek } => $"Entry, {perWeek.ToString("0.#", CultureInfo.InvariantCulture)} a week",
        _ => node.Kind,
    };

    private static IEnumerable<XElement> Shape(PlacedBox box) => box.Node switch
    {
        Entry => [Rect(box, "#e3f1ea", "#1d6b42", box.Height / 2)],
        ChoicePoint => [Hexagon(box)],
        Exit => [Rect(box, "#ffffff", "#212b32", 4), Rect(box, "none", "#212b32", 2, 4)],
        _ => [Rect(box, "#ffffff", "#14505a", 3), new XElement(Svg + "rect", At(box.X, box.Y), Size(5, box.Height), new XAttribute("fill", "#14505a"))],
    };

    private static XElement Rect(PlacedBox box, string fill, string stroke, double radius, double inset = 0) => new(
        Svg + "rect",
        At(box.X + inset, box.Y + inset),
        Size(box.Width - (2 * inset), box.Height - (2 * inset)),
        new XAttribute("rx", N(radius)),
        new XAttribute("fill", fill),
        new XAttribute("stroke", stroke),
        new XAttribute("stroke-width", "1.5"));

    private static XElement Hexagon(PlacedBox box)
    {
        (double X, double Y)[] corners =
            [(box.X, box.MiddleY), (box.X + 8, box.Y), (box.Right - 8, box.Y), (box.Right, box.MiddleY), (box.Right - 8, box.Bottom), (box.X + 8, box.Bottom)];
        return new XElement(
            Svg + "polygon",
            new XAttribute("points", string.Join(' ', corners.Select(corner => $"{N(corner.X)},{N(corner.Y)}"))),
            new XAttribute("fill", "#fff6d9"),
            new XAttribute("stroke", "#7a5b00"),
            new XAttribute("stroke-width", "1.5"));
    }

    private static IEnumerable<XElement> Text(IReadOnlyList<string> lines, double x, double y, double lineHeight, string fill, int? size = null, bool bold = false)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            yield return new XElement(
                Svg + "text",
                At(x, y + (i * lineHeight)),
                new XAttribute("text-anchor", "middle"),
                new XAttribute("fill", fill),
                size is null ? null : new XAttribute("font-size", size),
                bold ? new XAttribute("font-weight", "700") : null,
                Clean(lines[i]));
        }
    }

    private static XAttribute[] At(double x, double y) => [new("x", N(x)), new("y", N(y))];

    private static XAttribute[] Size(double width, double height) => [new("width", N(width)), new("height", N(height))];

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Without letters that XML has no room for.</summary>
    private static string Clean(string text) => string.Concat(text.Where((letter, i) =>
        System.Xml.XmlConvert.IsXmlChar(letter)
        || (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || (char.IsLowSurrogate(letter) && i > 0 && char.IsHighSurrogate(text[i - 1]))));
}
