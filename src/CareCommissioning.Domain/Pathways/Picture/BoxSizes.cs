using System.Globalization;

namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>How high a box must be for its text and its lines, and where in it the text stands.</summary>
internal static class BoxSizes
{
    /// <summary>Between a box's upper or lower edge and its text or the nearest line.</summary>
    public const int Padding = 12;

    /// <summary>Between two lines that meet a box on the same side.</summary>
    public const int LineSpacing = 14;

    /// <summary>A line meets the left side at least so far from the next, so that shares stay apart.</summary>
    public const int LeastLineSpacing = 12;

    public static LayoutItem Item(int column, MapNode node)
    {
        var (left, right) = Insets(node);
        var width = MapLayout.BoxWidth - left - right;
        var lines = TextFit.Wrap(node.Name, width, TextFit.NameSize);
        var note = Note(node) is { } text ? TextFit.Cut(text, width, TextFit.SmallSize) : null;
        return new(column, node) { Lines = lines, Note = note, Height = Even(TextHeight(lines, note) + (2 * Padding)) };
    }

    public static int TextHeight(IReadOnlyList<string> lines, string? note) => (lines.Count * TextFit.NameLine) + (note is null ? 0 : TextFit.SmallLine);

    public static void MakeRoomForLines(IEnumerable<LayoutItem> boxes)
    {
        foreach (var box in boxes)
        {
            var ends = Math.Max(box.LeftEnds.Count, box.RightEnds.Count);
            box.Height = Math.Max(box.Height, Even((2 * Padding) + (ends * LineSpacing)));
        }
    }

    /// <summary>What each shape needs left and right of its text: a step its bar, an entry its arrow, a choice point its pointed sides, an exit its second border.</summary>
    public static (int Left, int Right) Insets(MapNode node) => node switch
    {
        Step => (16, 8),
        Entry => (30, 12),
        ChoicePoint => (MapLayout.PointedSide + 6, MapLayout.PointedSide + 6),
        _ => (12, 12),
    };

    private static string? Note(MapNode node) => node switch
    {
        Step { Setting: { } setting } => MapWords.Of(setting),
        Entry { PerWeek: { } people } => string.Create(CultureInfo.InvariantCulture, $"{people:0.##} a week"),
        _ => null,
    };

    private static int Even(int height) => height + (height % 2);
}
