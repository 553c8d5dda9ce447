namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>A bar in its place; the label stands to its right, within its slot.</summary>
public sealed record PlacedBar(BandBar Bar, int X, int Y, int Height, MapRect Label);

/// <summary>A part of a band in its place: from the right side of a bar, or of the gap it passes, to the left side of the next.</summary>
public sealed record PlacedBand(Band Band, int FromX, double FromY, int ToX, double ToY, double Thickness);

/// <summary>Places bars in columns and bands between them. A band that passes a column has a gap of its own there: no band crosses a bar, no label leaves its slot, and no two slots overlap.</summary>
public sealed class BandLayout
{
    public const int BarWidth = 14;

    private const int ColumnGap = 70;
    private const int Margin = 16;
    private const int SlotGap = 8;

    /// <summary>Two lines of a label.</summary>
    private const int LeastSlot = 34;

    /// <summary>Height of the fullest column's bars together.</summary>
    private const int Fullest = 520;

    private const int FewColumns = 4;

    private BandLayout(IReadOnlyList<PlacedBar> bars, IReadOnlyList<PlacedBand> bands, int labelWidth, int width, int height) =>
        (Bars, Bands, LabelWidth, Width, Height) = (bars, bands, labelWidth, width, height);

    public IReadOnlyList<PlacedBar> Bars { get; }

    public IReadOnlyList<PlacedBand> Bands { get; }

    /// <summary>Room for a label, in pixels: more where there are few columns.</summary>
    public int LabelWidth { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Places everything: the same for the same plan.</summary>
    public static BandLayout Of(BandPlan plan)
    {
        var (slots, parts) = Routed(plan);
        var columns = Ordered(slots, parts);
        var labelWidth = columns.Count <= FewColumns ? 260 : 150;
        var fullest = columns.Select(column => column.Sum(slot => slot.Value)).DefaultIfEmpty().Max();
        var scale = fullest > 0 ? Fullest / fullest : 0;
        var places = columns.SelectMany((column, i) => Place(column, Margin + (i * (BarWidth + labelWidth + ColumnGap)), scale)).ToDictionary(place => place.Slot.Id);
        var bars = places.Values.Where(place => place.Slot.Bar is not null)
            .Select(place => new PlacedBar(place.Slot.Bar!, place.X, place.Y, Math.Max(2, (int)Math.Round(place.Slot.Value * scale)), new MapRect(place.X + BarWidth + 6, place.Y, labelWidth, Room(place.Slot, scale))));
        var height = columns.Select(column => column.Sum(slot => Room(slot, scale) + SlotGap)).DefaultIfEmpty().Max() + (2 * Margin);
        return new BandLayout([.. bars], Place(parts, places, scale), labelWidth, (2 * Margin) + (columns.Count * (BarWidth + labelWidth + ColumnGap)) - ColumnGap, height);
    }

    private static int Room(Slot slot, double scale) => Math.Max(slot.Bar is null ? 1 : LeastSlot, (int)Math.Ceiling(slot.Value * scale));

    private static IEnumerable<PlacedSlot> Place(List<Slot> column, int x, double scale)
    {
        var y = Margin;
        foreach (var slot in column)
        {
            yield return new PlacedSlot(slot, x, y);
            y += Room(slot, scale) + SlotGap;
        }
    }

    private static List<PlacedBand> Place(List<Part> parts, Dictionary<Guid, PlacedSlot> places, double scale)
    {
        var (leaves, arrives) = (new Dictionary<Part, double>(), new Dictionary<Part, double>());
        foreach (var group in parts.GroupBy(part => part.From))
        {
            Stack(group.OrderBy(part => places[part.To].Y), places[group.Key].Y, leaves);
        }

        foreach (var group in parts.GroupBy(part => part.To))
        {
            Stack(group.OrderBy(part => places[part.From].Y), places[group.Key].Y, arrives);
        }

        // A gap is passed straight: the band goes on from where a bar would begin.
        return [.. parts.Select(part => new PlacedBand(part.Band, places[part.From].X + (places[part.From].Slot.Bar is null ? 0 : BarWidth), leaves[part], places[part.To].X, arrives[part], part.Band.Value * scale))];

        void Stack(IEnumerable<Part> stacked, double y, Dictionary<Part, double> into)
        {
            foreach (var part in stacked)
            {
                into[part] = y;
                y += part.Band.Value * scale;
            }
        }
    }

    /// <summary>Every band in parts from column to column, with a slot for each column that it passes.</summary>
    private static (List<Slot> Slots, List<Part> Parts) Routed(BandPlan plan)
    {
        var columns = plan.Bars.ToDictionary(bar => bar.Id, bar => bar.Column);
        var slots = plan.Bars.Select(bar => new Slot(bar.Id, bar.Column, bar.Value, bar)).ToList();
        var parts = new List<Part>();
        foreach (var (band, n) in plan.Bands.Select((band, n) => (band, n)))
        {
            var from = band.From;
            for (var column = columns[band.From] + 1; column < columns[band.To]; column++)
            {
                var gap = new Guid(n, (short)column, 1, new byte[8]);
                slots.Add(new Slot(gap, column, band.Value, null));
                parts.Add(new Part(from, gap, band));
                from = gap;
            }

            parts.Add(new Part(from, band.To, band));
        }

        return (slots, parts);
    }

    /// <summary>Columns whose slots stand near what they are joined with: some sweeps of the mean of the neighbours' places.</summary>
    private static List<List<Slot>> Ordered(List<Slot> slots, List<Part> parts)
    {
        var columns = Enumerable.Range(0, slots.Select(slot => slot.Column + 1).DefaultIfEmpty().Max()).Select(i => slots.Where(slot => slot.Column == i).OrderByDescending(slot => slot.Value).ToList()).ToList();
        var joined = parts.SelectMany(part => new[] { (Id: part.From, Other: part.To, part.Band.Value), (Id: part.To, Other: part.From, part.Band.Value) }).ToLookup(pair => pair.Id, pair => (pair.Other, pair.Value));
        for (var sweep = 0; sweep < 8; sweep++)
        {
            var places = columns.SelectMany(column => column.Select((slot, i) => (slot.Id, Place: (i + 0.5) / column.Count))).ToDictionary(pair => pair.Id, pair => pair.Place);
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i] = [.. columns[i].OrderBy(slot => joined[slot.Id].Any() ? joined[slot.Id].Sum(other => places[other.Other] * other.Value) / joined[slot.Id].Sum(other => other.Value) : places[slot.Id])];
                for (var place = 0; place < columns[i].Count; place++)
                {
                    places[columns[i][place].Id] = (place + 0.5) / columns[i].Count;
                }
            }
        }

        return columns;
    }

    /// <summary>A place in a column: a bar's, or the gap that a band passes.</summary>
    private sealed record Slot(Guid Id, int Column, double Value, BandBar? Bar);

    private sealed record PlacedSlot(Slot Slot, int X, int Y);

    /// <summary>A band from one column to the next.</summary>
    private sealed record Part(Guid From, Guid To, Band Band);
}
