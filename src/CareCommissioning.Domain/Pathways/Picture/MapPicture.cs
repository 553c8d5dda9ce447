namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Draws a map as SVG: the same string for the same map and options.</summary>
/// <remarks>
/// Colours and fonts are presentation attributes, which our content security policy allows and any style sheet overrides by
/// the class names beginning with "map-". There is no style element, style attribute or script. Colour never says anything alone.
/// </remarks>
public sealed class MapPicture
{
    private const string Font = "Arial, Helvetica, sans-serif";

    private readonly MapPictureOptions _options;
    private readonly MapLayout _layout;
    private readonly SvgCanvas _canvas;
    private readonly Dictionary<Guid, string> _names;

    private MapPicture(MapLayout layout, MapPictureOptions options, SvgCanvas canvas)
    {
        (_layout, _options, _canvas) = (layout, options, canvas);
        _names = layout.Boxes.ToDictionary(box => box.Node.Id, box => box.Node.Name);
    }

    public static string Svg(PathwayMap map, MapPictureOptions options) => Svg(MapLayout.Of(map), options);

    public static string Svg(MapLayout layout, MapPictureOptions options)
    {
        using var canvas = new SvgCanvas();
        new MapPicture(layout, options, canvas).Draw();
        return canvas.Finish();
    }

    /// <remarks>What is in an image is not read out one by one; so with links it is a group, whose links are reached by keyboard and screen reader.</remarks>
    private void Draw()
    {
        var legend = new MapLegend(_layout.Width, _options.Marks.Count > 0 ? _options.MarksMean : null);
        var height = _layout.Height + legend.Height;
        var id = _options.IdPrefix;
        _canvas.Open("svg", ("class", "map-picture"), ("viewBox", $"0 0 {_layout.Width} {height}"), ("width", _layout.Width), ("height", height), ("font-family", Font), ("role", _options.LinkTo is null ? "img" : "group"), ("aria-labelledby", $"{id}-title {id}-desc"));
        _canvas.Say("title", _options.Title, ("id", $"{id}-title"));
        _canvas.Say("desc", Description(), ("id", $"{id}-desc"));
        DefineArrowhead();
        if (_options.Standalone)
        {
            _canvas.Rect("map-ground", new(0, 0, _layout.Width, height), SvgCanvas.White);
        }

        Each("map-stages", _layout.Columns, DrawStage);
        Each("map-moves", _layout.Lines, DrawMove);
        Each("map-nodes", _layout.Boxes, DrawNode);
        if (_layout.Columns.Count == 0)
        {
            _canvas.Text("map-empty", "This map has no stages yet.", MapLayout.Margin, MapLayout.Margin + 30, TextFit.HeaderSize);
        }

        legend.Draw(_canvas, _layout.Height, $"url(#{id}-arrow)");
        _canvas.Close();
    }

    private void Each<T>(string css, IReadOnlyList<T> things, Action<T> draw)
    {
        _canvas.Open("g", ("class", css));
        foreach (var thing in things)
        {
            draw(thing);
        }

        _canvas.Close();
    }

    private string Description()
    {
        var stages = string.Join(", ", _layout.Columns.Select(column => column.Stage.Name).Where(name => name.Length > 0));
        return $"{MapWords.Count(_layout.Columns.Count, "stage", "stages")}{(stages.Length > 0 ? $" from left to right: {stages}" : "")}. {MapWords.Count(_layout.Boxes.Count, "box", "boxes")} and {MapWords.Count(_layout.Lines.Count, "move", "moves")} between them.";
    }

    private void DefineArrowhead()
    {
        _canvas.Open("defs");
        _canvas.Open("marker", ("id", $"{_options.IdPrefix}-arrow"), ("viewBox", "0 0 10 10"), ("refX", 10), ("refY", 5), ("markerWidth", 9), ("markerHeight", 9), ("markerUnits", "userSpaceOnUse"), ("orient", "auto"));
        _canvas.Draw("path", ("class", "map-arrowhead"), ("d", "M0 0L10 5L0 10z"), ("fill", SvgCanvas.Grey));
        _canvas.Close();
        _canvas.Close();
    }

    private void DrawStage(StageColumn column)
    {
        _canvas.Open("g", ("class", "map-stage"), ("data-id", column.Stage.Id));
        _canvas.Rect("map-band", column.Band, "#f3f2f1", radius: 4);
        var isLinked = column.Stage.Id != Guid.Empty && OpenLink(column.Stage);
        MapShapes.Write(_canvas, column);
        CloseLink(isLinked);
        MarkCorner(column.Stage, column.Band);
        _canvas.Close();
    }

    private void DrawMove(MoveLine line)
    {
        var mark = _options.Marks.GetValueOrDefault(line.Move.Id);
        var css = $"map-move{(line.GoesBack ? " map-move-back" : "")}{(mark is null ? "" : " map-move-marked")}";
        _canvas.Open("g", ("class", css), ("data-id", line.Move.Id));
        var title = $"Move: {_names[line.Move.From]} to {_names[line.Move.To]}{(line.Label is { } share ? $", {share.Text}" : "")}";
        _canvas.Say("title", $"{title}{(line.Move.Criteria is { Length: > 0 } who ? $". {who}" : "")}{(mark is null ? "" : $". {mark}")}");
        var isLinked = OpenLink(line.Move, title);
        var d = $"M{string.Join('L', line.Points.Select(point => $"{point.X} {point.Y}"))}";
        _canvas.Path("map-line", d, SvgCanvas.Grey, strokeWidth: mark is null ? 1.5 : 3, dashes: line.GoesBack ? "6 3" : null, markerEnd: $"url(#{_options.IdPrefix}-arrow)");
        if (line.Label is { } label)
        {
            _canvas.Rect("map-share-ground", label.Bounds, SvgCanvas.White, radius: 2);
            _canvas.Text("map-share", label.Text, label.Bounds.CentreX, label.Bounds.Bottom - 2, TextFit.SmallSize, anchor: "middle");
        }

        CloseLink(isLinked);
        _canvas.Close();
    }

    private void DrawNode(NodeBox box)
    {
        var css = box.Node switch { Entry => "map-entry", Step => "map-step", ChoicePoint => "map-choice", _ => "map-exit" };
        _canvas.Open("g", ("class", $"map-node {css}"), ("data-id", box.Node.Id));
        var name = $"{box.Node.Kind}: {box.Node.Name}{(box.Note is null ? "" : $", {box.Note}")}";
        var mark = _options.Marks.GetValueOrDefault(box.Node.Id);
        _canvas.Say("title", $"{name}{(mark is null ? "" : $". {mark}")}");
        var isLinked = OpenLink(box.Node);
        MapShapes.Draw(_canvas, box.Node, box.Bounds);
        MapShapes.Write(_canvas, box);
        MarkCorner(box.Node, box.Bounds);
        CloseLink(isLinked);
        _canvas.Close();
    }

    /// <param name="name">For a link in which nothing stands; others are named by what people see in them, so that they can say it.</param>
    private bool OpenLink(MapElement element, string? name = null)
    {
        if (_options.LinkTo?.Invoke(element) is not { } address)
        {
            return false;
        }

        _canvas.Open("a", ("class", "map-link"), ("href", address), ("aria-label", name));
        return true;
    }

    private void CloseLink(bool isOpen)
    {
        if (isOpen)
        {
            _canvas.Close();
        }
    }

    /// <summary>Half above the upper edge, half in the padding below it: clear of the label and of every line.</summary>
    private void MarkCorner(MapElement element, MapRect place)
    {
        if (!_options.Marks.TryGetValue(element.Id, out var mark))
        {
            return;
        }

        var text = TextFit.Cut(mark, place.Width - 48, TextFit.SmallSize);
        var width = TextFit.Width(text, TextFit.SmallSize) + 12;
        MapShapes.Badge(_canvas, new(place.Right - 16 - width, place.Y - 8, width, 16), text);
    }
}
