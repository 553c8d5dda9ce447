namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>What the shapes and lines mean, at the foot of the picture, in as many columns as fit.</summary>
internal sealed class MapLegend
{
    private const int ItemWidth = 230;
    private const int ItemHeight = 30;
    private const int TextX = 44;

    private readonly int _inRow;
    private readonly List<(string Text, Action<SvgCanvas, MapRect, string> Draw)> _items;

    public MapLegend(int width, string? marksMean)
    {
        _inRow = Math.Max(1, (width - (2 * MapLayout.Margin)) / ItemWidth);
        _items =
        [
            ("Entry", (canvas, place, _) => MapShapes.Draw(canvas, new Entry { Id = Guid.Empty, StageId = Guid.Empty, Name = "" }, place)),
            ("Step, with its setting", (canvas, place, _) => MapShapes.Draw(canvas, new Step { Id = Guid.Empty, StageId = Guid.Empty, Name = "" }, place)),
            ("Choice point", (canvas, place, _) => MapShapes.Draw(canvas, new ChoicePoint { Id = Guid.Empty, StageId = Guid.Empty, Name = "" }, place)),
            ("Exit", (canvas, place, _) => MapShapes.Draw(canvas, new Exit { Id = Guid.Empty, StageId = Guid.Empty, Name = "" }, place)),
            ("Move, with its share", (canvas, place, arrow) => DrawLine(canvas, place, arrow, null)),
            ("Move to an earlier stage", (canvas, place, arrow) => DrawLine(canvas, place, arrow, "6 3")),
        ];
        if (marksMean is not null)
        {
            _items.Add((marksMean, (canvas, place, _) => MapShapes.Badge(canvas, place with { Y = place.Y + 3, Height = 16 }, "1")));
        }
    }

    public int Height => 34 + ((_items.Count + _inRow - 1) / _inRow * ItemHeight) + 8;

    /// <param name="y">Where the legend begins.</param>
    /// <param name="arrow">Reference to the arrowhead's marker.</param>
    public void Draw(SvgCanvas canvas, int y, string arrow)
    {
        canvas.Open("g", ("class", "map-legend"));
        canvas.Text("map-legend-heading", "Legend", MapLayout.Margin, y + 14, TextFit.HeaderSize, bold: true);
        for (var item = 0; item < _items.Count; item++)
        {
            var (x, top) = (MapLayout.Margin + (item % _inRow * ItemWidth), y + 30 + (item / _inRow * ItemHeight));
            _items[item].Draw(canvas, new(x, top, 34, 20), arrow);
            canvas.Text("map-legend-text", _items[item].Text, x + TextX, top + 15, TextFit.NameSize);
        }

        canvas.Close();
    }

    private static void DrawLine(SvgCanvas canvas, MapRect place, string arrow, string? dashes) =>
        canvas.Path("map-line", $"M{place.X} {place.CentreY}H{place.Right}", SvgCanvas.Grey, strokeWidth: 1.5, dashes: dashes, markerEnd: arrow);
}
