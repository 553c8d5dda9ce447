using System.Xml.Linq;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways;

[Requirement("S0-012", "C30")]
public sealed class MapLayoutTests
{
    private const uint Maps = 150;

    [Fact]
    public void No_box_touches_another_and_every_box_is_in_the_picture() => ForAny(layout =>
    {
        foreach (var box in layout.Boxes)
        {
            (box.X >= 0 && box.Y >= layout.HeadHeight && box.Right <= layout.Width && box.Bottom <= layout.Height).ShouldBeTrue(box.Node.Name);
            layout.Boxes.ShouldNotContain(other => other != box && other.X < box.Right && box.X < other.Right && other.Y < box.Bottom && box.Y < other.Bottom);
        }
    });

    [Fact]
    public void No_line_crosses_a_box() => ForAny(layout =>
    {
        foreach (var move in layout.Moves)
        {
            foreach (var (one, other) in move.Corners.Zip(move.Corners.Skip(1)))
            {
                layout.Boxes.ShouldNotContain(box =>
                    Math.Max(one.X, other.X) > box.X + 0.1 && Math.Min(one.X, other.X) < box.Right - 0.1 && Math.Max(one.Y, other.Y) > box.Y + 0.1 && Math.Min(one.Y, other.Y) < box.Bottom - 0.1);
                (Math.Abs(one.X - other.X) < 0.1 || Math.Abs(one.Y - other.Y) < 0.1).ShouldBeTrue("a line is straight");
            }

            move.Corners.ShouldAllBe(corner => corner.X >= 0 && corner.X <= layout.Width && corner.Y >= 0 && corner.Y <= layout.Height);
        }
    });

    [Fact]
    public void Lines_that_run_beside_each_other_do_not_lie_on_each_other() => ForAny(layout =>
    {
        var vertical = layout.Moves.SelectMany(move => move.Corners.Zip(move.Corners.Skip(1)).Where(part => Math.Abs(part.First.X - part.Second.X) < 0.1).Select(part => (move.Move.Id, Part: part))).ToList();
        foreach (var (id, part) in vertical)
        {
            vertical.ShouldNotContain(other => other.Id != id && Math.Abs(other.Part.First.X - part.First.X) < 0.1
                && Math.Max(other.Part.First.Y, other.Part.Second.Y) > Math.Min(part.First.Y, part.Second.Y) + 0.1
                && Math.Min(other.Part.First.Y, other.Part.Second.Y) < Math.Max(part.First.Y, part.Second.Y) - 0.1);
        }
    });

    [Fact]
    public void No_share_covers_a_box_or_another_share() => ForAny(layout =>
    {
        var labels = layout.Moves.Where(move => move.Label is not null).ToList();
        foreach (var label in labels)
        {
            layout.Boxes.ShouldNotContain(box => Math.Abs(label.LabelAt.X - box.X - (box.Width / 2)) < (box.Width / 2) + 18.9 && Math.Abs(label.LabelAt.Y - box.MiddleY) < (box.Height / 2) + 5.9);
            labels.ShouldNotContain(other => other != label && Math.Abs(other.LabelAt.X - label.LabelAt.X) < 36 && Math.Abs(other.LabelAt.Y - label.LabelAt.Y) < 12);
        }
    });

    [Fact]
    public void No_name_leaves_its_box() => ForAny(layout =>
    {
        foreach (var box in layout.Boxes)
        {
            box.Lines.ShouldAllBe(line => WidthOf(line) <= MapLayout.BoxWidth - 8);
            ((box.Lines.Count + 1) * MapLayout.LineHeight).ShouldBeLessThanOrEqualTo(box.Height);
            string.Concat(box.Lines).Replace(" ", "").ShouldBe(box.Node.Name.Replace(" ", ""));
        }
    });

    [Fact]
    public void A_picture_is_well_formed_whatever_the_names_and_always_the_same()
    {
        for (var seed = 0u; seed < Maps; seed++)
        {
            var map = Any(seed);
            var svg = MapPicture.Of(map, new MapPictureOptions("Map\u0001 of <all>", node => $"#{node.Id}", map.Nodes.ToDictionary(node => node.Id, _ => "2 to mend")));
            XDocument.Parse(svg).Root!.Elements().ShouldNotBeEmpty();
            svg.ShouldNotContain("<script");
            svg.ShouldNotContain("style=");
            MapPicture.Of(map, new MapPictureOptions("Map")).ShouldBe(MapPicture.Of(Any(seed), new MapPictureOptions("Map")));
        }
    }

    // Arial's widest letter, W, is 0.94 of the size of the font; others are two thirds of it at most; pictures and letters of Asia are as wide as high.
    private static double WidthOf(string line) => line.EnumerateRunes().Sum(rune => rune.Value is 'W' or 'M' ? 12.3 : rune.Value >= 0x1100 ? 13.5 : 7.3);

    private static void ForAny(Action<MapLayout> holds)
    {
        for (var seed = 0u; seed < Maps; seed++)
        {
            holds(MapLayout.Of(Any(seed)));
        }

        holds(MapLayout.Of(PathwayMap.Empty));
    }
}
