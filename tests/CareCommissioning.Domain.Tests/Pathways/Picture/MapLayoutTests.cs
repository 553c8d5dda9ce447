using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Pathways.Picture;

/// <summary>Whatever a map looks like, its picture can be read.</summary>
public sealed class MapLayoutTests
{
    [Fact, Requirement("S0-012")]
    public void No_two_boxes_overlap_and_each_stands_in_its_stage() => OnEveryMap((map, layout) =>
    {
        layout.Boxes.Count.ShouldBe(map.Nodes.Count());
        NoneOverlap([.. layout.Boxes.Select(box => box.Bounds)]);
        foreach (var box in layout.Boxes)
        {
            var column = layout.Columns.Single(column => column.Stage.Id == box.Node.StageId);
            column.Band.Contains(box.Bounds).ShouldBeTrue();
            column.Header.Bottom.ShouldBeLessThan(box.Bounds.Y - 8);
        }
    });

    [Fact, Requirement("S0-012")]
    public void Stages_stand_from_left_to_right_in_their_order() => OnEveryMap((map, layout) =>
    {
        layout.Columns.Select(column => column.Stage).ShouldBe(map.Stages);
        layout.Columns.Zip(layout.Columns.Skip(1)).ShouldAllBe(pair => pair.First.Band.Right <= pair.Second.Band.X);
    });

    [Fact, Requirement("S0-012")]
    public void Every_move_is_drawn_level_and_upright_and_through_no_box() => OnEveryMap((map, layout) =>
    {
        layout.Lines.Select(line => line.Move).ShouldBe(map.Moves);
        foreach (var line in layout.Lines)
        {
            foreach (var (from, to) in Parts(line))
            {
                (from.X == to.X || from.Y == to.Y).ShouldBeTrue();
                layout.Boxes.ShouldAllBe(box => !Shape(box, line.Move).IsCrossedBy(from, to));
            }
        }
    });

    [Fact, Requirement("S0-012")]
    public void Every_move_leads_from_the_side_of_one_box_to_the_side_of_the_other() => OnEveryMap((_, layout) =>
    {
        var boxes = layout.Boxes.ToDictionary(box => box.Node.Id);
        foreach (var line in layout.Lines)
        {
            IsOnSide(boxes[line.Move.From], line.Points[0]).ShouldBeTrue();
            IsOnSide(boxes[line.Move.To], line.Points[^1]).ShouldBeTrue();
        }
    });

    [Fact, Requirement("S0-012")]
    public void Upright_parts_of_different_moves_never_lie_on_each_other() => OnEveryMap((_, layout) =>
    {
        var upright = layout.Lines.SelectMany(line => Parts(line).Where(part => part.From.X == part.To.X && part.From.Y != part.To.Y).Select(part => (line.Move, part.From.X, Top: Math.Min(part.From.Y, part.To.Y), Bottom: Math.Max(part.From.Y, part.To.Y))));
        foreach (var track in upright.GroupBy(part => part.X))
        {
            var sorted = track.OrderBy(part => part.Top).ToList();
            sorted.Zip(sorted.Skip(1)).ShouldAllBe(pair => pair.First.Move == pair.Second.Move || pair.First.Bottom < pair.Second.Top);
        }
    });

    [Fact, Requirement("S0-012")]
    public void Names_and_notes_stay_within_their_boxes() => OnEveryMap((_, layout) =>
    {
        foreach (var box in layout.Boxes)
        {
            box.Bounds.Contains(box.Text).ShouldBeTrue();
            box.Text.Height.ShouldBe((box.Lines.Count * 17) + (box.Note is null ? 0 : 15));
            // The narrowest letters of a sans serif are a fifth of its size: more could not stand in the line whatever they were.
            box.Lines.ShouldAllBe(line => line.Length == 0 || line.Count(char.IsAsciiLetterOrDigit) * 13 * 0.2 <= box.Text.Width);
        }
    });

    [Fact, Requirement("S0-012")]
    public void Shares_cover_no_box_and_no_other_share() => OnEveryMap((map, layout) =>
    {
        var labels = layout.Lines.Where(line => line.Label is not null).Select(line => line.Label!.Bounds).ToList();
        labels.Count.ShouldBe(map.Moves.Count(move => move.Share is not null));
        NoneOverlap(labels);
        labels.ShouldAllBe(label => layout.Boxes.All(box => !box.Bounds.Overlaps(label)));
    });

    [Fact, Requirement("S0-012")]
    public void Boxes_that_somebody_put_by_hand_stand_in_that_order() => OnEveryMap((map, layout) =>
    {
        foreach (var stage in map.Stages.Where(stage => stage.ByHand is not null))
        {
            var asDrawn = layout.Boxes.Where(box => box.Node.StageId == stage.Id && stage.ByHand!.Contains(box.Node.Id)).OrderBy(box => box.Bounds.Y).Select(box => box.Node.Id).ToList();
            asDrawn.ShouldBe(stage.ByHand!.Distinct().Where(asDrawn.Contains));
        }
    });

    [Fact, Requirement("S0-012")]
    public void Everything_is_within_the_picture() => OnEveryMap((_, layout) =>
    {
        var all = new MapRect(0, 0, layout.Width, layout.Height);
        layout.Columns.ShouldAllBe(column => all.Contains(column.Band) && column.Band.Contains(column.Header));
        layout.Lines.ShouldAllBe(line => line.Label == null || all.Contains(line.Label.Bounds));
        layout.Lines.SelectMany(line => line.Points).ShouldAllBe(point => point.X > 0 && point.Y > 0 && point.X < layout.Width && point.Y < layout.Height);
    });

    [Fact]
    public void Boxes_whose_stage_is_gone_get_a_last_column()
    {
        var map = PathwayMap.Empty with { Steps = [new() { Id = SketchedMap.Id(2, 0), StageId = SketchedMap.Id(1, 0), Name = "Left over" }] };
        MapLayout.Of(map).Columns.ShouldHaveSingleItem().Band.Contains(MapLayout.Of(map).Boxes.ShouldHaveSingleItem().Bounds).ShouldBeTrue();
    }

    [Fact]
    public void Two_hundred_boxes_and_six_hundred_moves_are_laid_out()
    {
        var map = SketchedMap.OfSize(200, 600);
        MapLayout.Of(map).Lines.Count.ShouldBe(600);
    }

    private static void OnEveryMap(Action<PathwayMap, MapLayout> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var map = SketchedMap.Of(seed);
            check(map, MapLayout.Of(map));
        }).QuickCheckThrowOnFailure();

    private static void NoneOverlap(List<MapRect> places)
    {
        for (var one = 0; one < places.Count; one++)
        {
            places.Skip(one + 1).ShouldAllBe(other => !other.Overlaps(places[one]));
        }
    }

    private static IEnumerable<(MapPoint From, MapPoint To)> Parts(MoveLine line) => line.Points.Zip(line.Points.Skip(1));

    /// <summary>A box as the move may not cross it: at its own ends a choice point's sides are slanted.</summary>
    private static MapRect Shape(NodeBox box, Move move) => box.Node is ChoicePoint && (box.Node.Id == move.From || box.Node.Id == move.To)
        ? new(box.Bounds.X + MapLayout.PointedSide, box.Bounds.Y, box.Bounds.Width - (2 * MapLayout.PointedSide), box.Bounds.Height)
        : box.Bounds;

    private static bool IsOnSide(NodeBox box, MapPoint point)
    {
        var slack = box.Node is ChoicePoint ? MapLayout.PointedSide : 0;
        var (left, right) = (point.X - box.Bounds.X, box.Bounds.Right - point.X);
        return Math.Min(left, right) >= 0 && Math.Min(left, right) <= slack && point.Y > box.Bounds.Y && point.Y < box.Bounds.Bottom;
    }
}
