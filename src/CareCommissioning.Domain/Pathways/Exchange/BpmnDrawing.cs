using System.Globalization;
using System.Xml.Linq;
using static CareCommissioning.Domain.Pathways.Exchange.BpmnNames;

namespace CareCommissioning.Domain.Pathways.Exchange;

/// <summary>Where everything stands when another tool draws it: a column for each stage, boxes below one another.</summary>
internal static class BpmnDrawing
{
    private const int Column = 240;
    private const int Row = 110;
    private const int Margin = 40;
    private const int Heading = 30;

    private sealed record Box(int X, int Y, int Width, int Height)
    {
        public int MiddleX => X + (Width / 2);

        public int MiddleY => Y + (Height / 2);
    }

    public static XElement Write(PathwayMap map)
    {
        var rows = Math.Max(1, map.Stages.Select(stage => map.In(stage.Id).Count()).DefaultIfEmpty(0).Max());
        var height = (Heading * 2) + (rows * Row);
        var boxes = Boxes(map);
        return new(
            Drawing + "BPMNDiagram",
            new XAttribute("id", "diagram"),
            new XElement(
                Drawing + "BPMNPlane",
                new XAttribute("id", "plane"),
                new XAttribute("bpmnElement", BpmnExport.CollaborationId),
                Shape(BpmnExport.ParticipantId, new(Margin, Margin, Math.Max(1, map.Stages.Count) * Column, height + Heading), upright: true),
                map.Stages.Select((stage, place) => Shape(Id(stage.Id), new(Margin + (place * Column), Margin + Heading, Column, height), upright: true)),
                map.Nodes.Select(node => Shape(Id(node.Id), boxes[node.Id], upright: false)),
                map.Moves.Select(move => Edge(move, boxes[move.From], boxes[move.To]))));
    }

    private static Dictionary<Guid, Box> Boxes(PathwayMap map)
    {
        var boxes = new Dictionary<Guid, Box>();
        foreach (var (place, stage) in map.Stages.Index())
        {
            foreach (var (row, node) in map.In(stage.Id).Index())
            {
                var (width, height) = node switch
                {
                    Step => (160, 80),
                    ChoicePoint => (50, 50),
                    _ => (36, 36),
                };
                boxes[node.Id] = new(Margin + (place * Column) + ((Column - width) / 2), Margin + (Heading * 2) + (row * Row) + ((Row - height) / 2), width, height);
            }
        }

        return boxes;
    }

    private static XElement Shape(string id, Box box, bool upright) =>
        new(
            Drawing + "BPMNShape",
            new XAttribute("id", $"{id}-shape"),
            new XAttribute("bpmnElement", id),
            upright ? new XAttribute("isHorizontal", "false") : null,
            new XElement(Bounds + "Bounds", Number("x", box.X), Number("y", box.Y), Number("width", box.Width), Number("height", box.Height)));

    private static XElement Edge(Move move, Box from, Box to)
    {
        var within = from.MiddleX == to.MiddleX;
        var downwards = from.Y < to.Y;
        return new(
            Drawing + "BPMNEdge",
            new XAttribute("id", $"{Id(move.Id)}-edge"),
            new XAttribute("bpmnElement", Id(move.Id)),
            within ? Point(from.MiddleX, downwards ? from.Y + from.Height : from.Y) : Point(from.X < to.X ? from.X + from.Width : from.X, from.MiddleY),
            within ? Point(to.MiddleX, downwards ? to.Y : to.Y + to.Height) : Point(from.X < to.X ? to.X : to.X + to.Width, to.MiddleY));
    }

    private static XElement Point(int x, int y) => new(Points + "waypoint", Number("x", x), Number("y", y));

    private static XAttribute Number(string name, int number) => new(name, number.ToString(CultureInfo.InvariantCulture));
}
