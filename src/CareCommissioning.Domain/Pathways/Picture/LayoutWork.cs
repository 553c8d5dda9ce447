namespace CareCommissioning.Domain.Pathways.Picture;

/// <summary>The work of laying one map out: boxes first, then which lanes each line takes, then how wide lanes must be, then places.</summary>
/// <remarks>
/// Lanes: a vertical one left of each column and one right of the last; a horizontal one above each row of boxes. A line leaves its box at the right
/// into the lane beside it, and enters the other at the left from the lane beside that. Where they are the same lane, it is one bend; otherwise the
/// line crosses between in the horizontal lane above the row it goes to. Vertical and horizontal lanes hold no boxes, so no line crosses one.
/// </remarks>
internal sealed class LayoutWork
{
    private const double Margin = 16;
    private const double Padding = 12;
    private const double LabelWidth = 40;
    private const double LabelHeight = 14;
    private const int HeadLineLength = 19;

    private readonly PathwayMap _map;
    private readonly List<List<MapNode>> _columns;
    private readonly Dictionary<Guid, (int Column, int Row)> _places = [];
    private readonly Dictionary<Guid, IReadOnlyList<string>> _lines;
    private readonly List<Route> _routes = [];
    private readonly Dictionary<Guid, int> _leaving;
    private readonly Dictionary<Guid, int> _entering;
    private readonly int _rows;

    public LayoutWork(PathwayMap map)
    {
        _map = map;
        _lines = map.Nodes.ToDictionary(node => node.Id, node => WrappedText.Break(node.Name, MapLayout.LineLength));
        _leaving = map.Nodes.ToDictionary(node => node.Id, node => map.From(node.Id).Count());
        _entering = map.Nodes.ToDictionary(node => node.Id, node => map.To(node.Id).Count());
        _columns = BoxOrder.Of(map);
        for (var column = 0; column < _columns.Count; column++)
        {
            for (var row = 0; row < _columns[column].Count; row++)
            {
                _places[_columns[column][row].Id] = (column, row);
            }
        }

        _rows = _columns.Select(column => column.Count).DefaultIfEmpty(0).Max();
    }

    public MapLayout Finish()
    {
        foreach (var move in _map.Moves)
        {
            _routes.Add(new Route(move, _places[move.From], _places[move.To]));
        }

        var vertical = Tracks.Vertical(_routes, _columns.Count + 1);
        var horizontal = Tracks.Horizontal(_routes, _rows + 1);
        var heads = _map.Stages.Select(stage => WrappedText.Break(stage.Name, HeadLineLength)).ToList();
        var head = Margin + (heads.Select(lines => lines.Count).DefaultIfEmpty(1).Max() * (MapLayout.LineHeight + 2)) + Padding;
        var columnX = ColumnPlaces(vertical, out var width);
        var rowY = RowPlaces(horizontal, head, out var height);
        var boxes = _columns.SelectMany((column, c) => column.Select((node, r) => Place(node, c, r, columnX[c], rowY[r]))).ToList();
        var stages = _map.Stages.Select((stage, c) => new PlacedStage(stage, columnX[c], MapLayout.BoxWidth, heads[c])).ToList();
        var draw = new LineDrawing(boxes.ToDictionary(box => box.Node.Id), columnX, rowY, width, height);
        return new MapLayout(width, height, head, stages, boxes, [.. _routes.Select(draw.Line)]);
    }

    /// <summary>Height of a box: its lines, one more for what kind it is, and room for the lines at its sides with their shares.</summary>
    private double HeightOf(MapNode node)
    {
        var text = ((_lines[node.Id].Count + 1) * MapLayout.LineHeight) + (2 * Padding);
        return Math.Max(text, Math.Max((_leaving[node.Id] + 1) * LabelHeight, (_entering[node.Id] + 1) * MapLayout.Track));
    }

    private PlacedBox Place(MapNode node, int column, int row, double x, double y) => new(node, column, row, x, y, MapLayout.BoxWidth, HeightOf(node), _lines[node.Id]);

    private double[] ColumnPlaces(IReadOnlyList<int> tracks, out double width)
    {
        var places = new double[Math.Max(1, _columns.Count)];
        var x = Margin;
        for (var column = 0; column < _columns.Count; column++)
        {
            x += LaneWidth(tracks[column], column > 0);
            places[column] = x;
            x += MapLayout.BoxWidth;
        }

        width = Math.Max(x + LaneWidth(tracks[^1], false) + Margin, 240);
        return places;
    }

    /// <summary>Lines side by side with a margin, and room for the shares that stand where lines leave a box.</summary>
    private static double LaneWidth(int tracks, bool between) => tracks == 0 ? (between ? 24 : 0) : LabelWidth + ((tracks + 2) * MapLayout.Track);

    private double[] RowPlaces(IReadOnlyList<int> tracks, double head, out double height)
    {
        var places = new double[_rows + 1];
        var y = head;
        for (var row = 0; row < _rows; row++)
        {
            y += 16 + (tracks[row] * MapLayout.Track);
            places[row] = y;
            var current = row;
            y += _columns.Where(column => column.Count > current).Max(column => HeightOf(column[current]));
        }

        places[_rows] = y;
        height = y + 16 + (tracks[^1] * MapLayout.Track) + Margin;
        return places;
    }
}

/// <summary>The lanes a line takes, and its track in each.</summary>
internal sealed class Route(Move move, (int Column, int Row) from, (int Column, int Row) to)
{
    public Move Move { get; } = move;

    public (int Column, int Row) From { get; } = from;

    public (int Column, int Row) To { get; } = to;

    /// <summary>Vertical lane right of the box it leaves.</summary>
    public int FirstLane => From.Column + 1;

    /// <summary>Vertical lane left of the box it enters.</summary>
    public int LastLane => To.Column;

    /// <summary>True when one vertical lane is enough.</summary>
    public bool IsNext => FirstLane == LastLane;

    /// <summary>Horizontal lane it crosses columns in: above the row it goes to.</summary>
    public int CrossLane => To.Row;

    public int FirstTrack { get; set; }

    public int LastTrack { get; set; }

    public int CrossTrack { get; set; }

    /// <summary>Which of the lines that leave its box, from above, and how many there are.</summary>
    public (int Index, int Count) Leaves { get; set; }

    /// <summary>Which of the lines that enter its box, from above, and how many there are.</summary>
    public (int Index, int Count) Enters { get; set; }
}
