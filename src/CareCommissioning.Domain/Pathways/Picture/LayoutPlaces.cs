namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>Turns the chosen order, heights and tracks into places on the picture.</summary>
/// <remarks>Between two columns stand, from the left: shares of moves that leave rightwards, the tracks, shares of moves that go back.</remarks>
internal sealed class LayoutPlaces
{
    private const int TrackWidth = 9;
    private const int LabelHeight = 12;

    /// <summary>Between a box and a share or the nearest track: room for an arrowhead.</summary>
    private const int ArrowRoom = 14;

    private const int LeastSpace = 48;
    private const int BandAround = 8;

    private readonly LayoutGraph _graph;
    private readonly Dictionary<LayoutEnd, string> _shares;
    private readonly int[] _columnX;
    private readonly int[] _tracksX;

    private LayoutPlaces(LayoutGraph graph)
    {
        _graph = graph;
        _shares = graph.Routes.Where(route => route.Share is not null).ToDictionary(route => route.Source, route => route.Share!);
        _columnX = new int[graph.Columns.Length];
        _tracksX = new int[graph.Spaces.Length];
    }

    public static MapLayout Of(LayoutGraph graph, int header)
    {
        var places = new LayoutPlaces(graph);
        var width = Math.Max(MapLayout.MinWidth, places.PlaceColumns());
        var ends = graph.Columns.SelectMany(column => column).Select(item => item.Bottom).Append(MapLayout.Margin + header + 70);
        var bottom = ends.Max() + 24;
        return new(
            width,
            bottom + MapLayout.Margin,
            [.. graph.Stages.Select((stage, column) => places.Column(stage.Stage, stage.Lines, column, header, bottom))],
            [.. graph.Columns.SelectMany(column => column).Where(item => !item.Passes).Select(places.Box)],
            [.. graph.Routes.Select(places.Line)]);
    }

    /// <returns>Width of all, with both margins.</returns>
    private int PlaceColumns()
    {
        var x = MapLayout.Margin + BandAround;
        for (var column = 0; column < _columnX.Length; column++)
        {
            _columnX[column] = x;
            var hops = _graph.Spaces[column + 1];
            var tracks = hops.Select(hop => hop.Track + 1).DefaultIfEmpty(0).Max();
            var (left, right) = (WidestShare(hops, ends => !ends.OnLeftSide), WidestShare(hops, ends => ends.OnLeftSide));
            _tracksX[column + 1] = x + MapLayout.BoxWidth + ArrowRoom + left;
            var space = (2 * ArrowRoom) + left + right + (tracks * TrackWidth);
            var isLast = column == _columnX.Length - 1;
            x += MapLayout.BoxWidth + (isLast && hops.Count == 0 ? 0 : isLast ? space : Math.Max(LeastSpace, space));
        }

        return x + BandAround + MapLayout.Margin;
    }

    private int WidestShare(IReadOnlyList<LayoutHop> hops, Func<(LayoutEnd End, bool OnLeftSide), bool> isMeant) =>
        hops.SelectMany(hop => new[] { (hop.Start, false), (hop.End, !hop.IsLoop) }).Where(it => _shares.ContainsKey(it.Item1) && isMeant(it))
            .Select(it => LabelWidth(_shares[it.Item1]) + 4).DefaultIfEmpty(0).Max();

    private StageColumn Column(Stage stage, IReadOnlyList<string> lines, int column, int header, int bottom)
    {
        var (x, top) = (_columnX[column], MapLayout.Margin);
        var band = new MapRect(x - BandAround, top, MapLayout.BoxWidth + (2 * BandAround), bottom - top);
        return new(stage, band, new(x, top + 12, MapLayout.BoxWidth, header), lines);
    }

    private NodeBox Box(LayoutItem item)
    {
        var bounds = Bounds(item);
        var (left, right) = BoxSizes.Insets(item.Node!);
        var height = BoxSizes.TextHeight(item.Lines, item.Note);
        return new(item.Node!, bounds, new(bounds.X + left, item.Y - (height / 2), bounds.Width - left - right, height), item.Lines, item.Note);
    }

    private MapRect Bounds(LayoutItem item) => new(_columnX[item.Column], item.Top, MapLayout.BoxWidth, item.Height);

    private MoveLine Line(LayoutRoute route)
    {
        var (first, last) = (route.Hops[0].Start, route.Hops[^1].End);
        var points = new List<MapPoint> { new(RightSide(first), first.Y) };
        foreach (var hop in route.Hops.Where(hop => hop.Track >= 0))
        {
            var x = _tracksX[hop.Space] + (hop.Track * TrackWidth) + (TrackWidth / 2);
            points.Add(new(x, hop.Start.Y));
            points.Add(new(x, hop.End.Y));
        }

        points.Add(new(route.Hops[^1].IsLoop ? RightSide(last) : LeftSide(last), last.Y));
        if (route.GoesBack)
        {
            points.Reverse();
        }

        return new(route.Move, points, Label(route), route.GoesBack);
    }

    private ShareLabel? Label(LayoutRoute route)
    {
        if (!_shares.TryGetValue(route.Source, out var share))
        {
            return null;
        }

        var (width, box) = (LabelWidth(share), Bounds(route.Source.Item));
        var x = route.GoesBack ? box.X - ArrowRoom - width : box.Right + ArrowRoom;
        return new(share, new(x, route.Source.Y - (LabelHeight / 2), width, LabelHeight));
    }

    private static int LabelWidth(string share) => TextFit.Width(share, TextFit.SmallSize);

    private int RightSide(LayoutEnd end) => Bounds(end.Item).Right - Pointed(end);

    private int LeftSide(LayoutEnd end) => Bounds(end.Item).X + Pointed(end);

    /// <summary>How far in a choice point's side is at the height of a line.</summary>
    private static int Pointed(LayoutEnd end) =>
        end.Item.Node is ChoicePoint ? 2 * MapLayout.PointedSide * Math.Abs(end.Y - end.Item.Y) / end.Item.Height : 0;
}
