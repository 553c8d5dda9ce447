namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>The four kinds of box, each told by its shape, and the text in them.</summary>
internal static class MapShapes
{
    private const int BarWidth = 7;

    /// <param name="place">Where it stands; a legend's is small.</param>
    public static void Draw(SvgCanvas canvas, MapNode node, MapRect place)
    {
        switch (node)
        {
            case Entry:
                DrawEntry(canvas, place);
                break;
            case Step step:
                canvas.Rect("map-shape", place, SvgCanvas.White, SvgCanvas.Ink, strokeWidth: 1.5);
                canvas.Rect("map-bar", place with { Width = BarWidth }, MapWords.Colour(step.Setting));
                break;
            case ChoicePoint:
                DrawChoicePoint(canvas, place);
                break;
            default:
                canvas.Rect("map-shape", place, SvgCanvas.White, SvgCanvas.Ink, strokeWidth: 1.5);
                canvas.Rect("map-shape-inner", new(place.X + 4, place.Y + 4, place.Width - 8, place.Height - 8), SvgCanvas.White, SvgCanvas.Ink, strokeWidth: 1.5);
                break;
        }
    }

    /// <summary>The name and the note of a box. Text whose width can only be guessed is clipped to its place.</summary>
    public static void Write(SvgCanvas canvas, NodeBox box)
    {
        var place = box.Text;
        var isClipped = TextFit.IsGuessed(box.Node.Name);
        if (isClipped)
        {
            canvas.OpenClip(place);
        }

        var (x, anchor) = box.Node is Step or Entry ? (place.X, null) : (place.CentreX, "middle");
        for (var line = 0; line < box.Lines.Count; line++)
        {
            canvas.Text("map-name", box.Lines[line], x, place.Y + (line * TextFit.NameLine) + 13, TextFit.NameSize, anchor: anchor);
        }

        if (box.Note is { } note)
        {
            canvas.Text("map-note", note, x, place.Y + (box.Lines.Count * TextFit.NameLine) + 11, TextFit.SmallSize, "#383f43", anchor);
        }

        if (isClipped)
        {
            canvas.Close();
        }
    }

    /// <summary>A stage's name at the head of its column.</summary>
    public static void Write(SvgCanvas canvas, StageColumn column)
    {
        var place = column.Header;
        var isClipped = TextFit.IsGuessed(column.Stage.Name);
        if (isClipped)
        {
            canvas.OpenClip(place);
        }

        for (var line = 0; line < column.Lines.Count; line++)
        {
            canvas.Text("map-stage-name", column.Lines[line], place.CentreX, place.Y + (line * TextFit.HeaderLine) + 14, TextFit.HeaderSize, anchor: "middle", bold: true);
        }

        if (isClipped)
        {
            canvas.Close();
        }
    }

    public static void Badge(SvgCanvas canvas, MapRect place, string text)
    {
        canvas.Rect("map-mark", place, "#942514", radius: 8);
        canvas.Text("map-mark-text", text, place.CentreX, place.Bottom - 4, TextFit.SmallSize, SvgCanvas.White, "middle");
    }

    private static void DrawEntry(SvgCanvas canvas, MapRect place)
    {
        canvas.Rect("map-shape", place, "#eef7ff", SvgCanvas.Ink, radius: Math.Min(place.Height / 2, 16), strokeWidth: 1.5);
        canvas.Path("map-glyph", $"M{place.X + 8} {place.CentreY}h13m-5 -5l5 5l-5 5", SvgCanvas.Ink);
    }

    private static void DrawChoicePoint(SvgCanvas canvas, MapRect place)
    {
        var side = Math.Min(MapLayout.PointedSide, place.Width / 4);
        var d = $"M{place.X} {place.CentreY}L{place.X + side} {place.Y}H{place.Right - side}L{place.Right} {place.CentreY}L{place.Right - side} {place.Bottom}H{place.X + side}z";
        canvas.Path("map-shape", d, SvgCanvas.Ink, "#fff7bf", strokeWidth: 1.5);
    }
}
