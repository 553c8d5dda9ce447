using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Traits;
using static CareCommissioning.Domain.Tests.Pathways.AMap;

namespace CareCommissioning.Domain.Tests.Pathways;

[Requirement("S0-012", "C43")]
public sealed class PathwayMapTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_move_leads_from_one_box_of_the_map_to_another_once_and_never_from_an_exit_or_to_an_entry()
    {
        Small().Put(Move("ward", "ward", 1)).Refusal.ShouldBe(PathwayRefusals.MovesToItself);
        Small().Put(Move("ward", "nowhere", 1)).Refusal.ShouldBe(PathwayRefusals.NotOnTheMap);
        Small().Put(Move("out", "ward", 1)).Refusal.ShouldBe(PathwayRefusals.LeadsFromAnExit);
        Small().Put(Move("ward", "in", 1)).Refusal.ShouldBe(PathwayRefusals.LeadsToAnEntry);
        Small().Put(Move("ward", "team", 1) with { Id = Id("another") }).Refusal.ShouldBe(PathwayRefusals.AlreadyConnected);
    }

    [Fact]
    public void Two_boxes_of_one_stage_have_different_names() =>
        Small().Put(Step("Ward", "first")).Refusal.ShouldBe(PathwayRefusals.NameTaken);

    [Fact]
    public void Who_pays_is_exactly_a_hundred_per_cent_together() =>
        Small().Put(Step("ward", "first") with { Payers = new PayerShares(60, 39.99m, 0, 0) }).Refusal.ShouldBe(PathwayRefusals.PayersNotWhole);

    [Fact]
    public void A_stage_is_taken_away_only_when_nothing_stands_in_it() =>
        Small().Remove(Id("first")).Refusal.ShouldBe(PathwayRefusals.StageNotEmpty);

    [Fact]
    public void A_box_that_is_taken_away_takes_its_moves_along_and_both_come_back_when_that_is_undone()
    {
        var version = Draft(Small());
        var change = version.Change(Small().Without(Id("ward")), "Took the ward away", null, "Ann", Now).Value!;
        version.Map.Moves.Count.ShouldBe(1);

        version.Undo(change, null, "Ann", Now).Succeeded.ShouldBeTrue();
        MapDifference.Between(Small(), version.Map).ShouldBeEmpty();
        change.UndoneBy.ShouldBe(2);
    }

    [Fact]
    public void A_change_whose_box_was_changed_again_is_not_undone_over_it()
    {
        var version = Draft(Small());
        var first = version.Change(version.Map.With(Step("ward", "first") with { Name = "Acute ward" }), "Renamed", null, "Ann", Now).Value!;
        version.Change(version.Map.With(Step("ward", "first") with { Name = "Ward 9" }), "Renamed again", null, "Bob", Now);
        version.Undo(first, null, "Ann", Now).Refusal.ShouldBe(PathwayRefusals.ChangedSince);
        version.Map.StepOf("ward").Name.ShouldBe("Ward 9");
    }

    [Fact]
    public void A_change_is_undone_though_something_else_was_changed_since()
    {
        var version = Draft(Small());
        var first = version.Change(version.Map.With(Step("ward", "first") with { Name = "Acute ward" }), "Renamed", null, "Ann", Now).Value!;
        version.Change(version.Map.With(Step("team", "then") with { Name = "Home team" }), "Renamed", null, "Bob", Now);
        version.Undo(first, null, "Ann", Now).Succeeded.ShouldBeTrue();
        version.Map.StepOf("team").Name.ShouldBe("Home team");
    }

    [Fact]
    public void That_a_box_was_added_is_not_undone_over_what_others_built_on_it_since()
    {
        var version = Draft(Small());
        var added = version.Change(Small().With(Step("clinic", "first")), "Added the clinic", null, "Ann", Now).Value!;
        var connected = version.Change(version.Map.With(Move("clinic", "team", null)), "Connected it", null, "Bob", Now).Value!;
        version.MayUndo(added).ShouldBeFalse();
        version.Undo(added, null, "Ann", Now).Refusal.ShouldBe(PathwayRefusals.ChangedSince);

        version.Undo(connected, null, "Bob", Now).Succeeded.ShouldBeTrue();
        var instead = version.Change(version.Map.With(Step("ward", "first") with { AlternativeTo = Id("clinic") }), "Offered instead", null, "Bob", Now).Value!;
        version.Undo(added, null, "Ann", Now).Refusal.ShouldBe(PathwayRefusals.ChangedSince);

        version.Undo(instead, null, "Bob", Now).Succeeded.ShouldBeTrue();
        version.MayUndo(added).ShouldBeTrue();
        version.Undo(added, null, "Ann", Now).Succeeded.ShouldBeTrue();
        MapDifference.Between(Small(), version.Map).ShouldBeEmpty();
    }

    [Fact]
    public void What_one_change_brought_together_goes_together_when_it_is_undone()
    {
        var version = Draft(Small());
        var brought = version.Map.With(Step("clinic", "first")).With(Step("nurse", "first") with { AlternativeTo = Id("clinic") }).With(Move("nurse", "clinic", null)).With(Step("ward", "first") with { AlternativeTo = Id("nurse") });
        var change = version.Change(brought, "Brought in", null, "Ann", Now).Value!;
        version.Undo(change, null, "Ann", Now).Succeeded.ShouldBeTrue();
        MapDifference.Between(Small(), version.Map).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_undone_is_done_again_and_undone_again()
    {
        var version = Draft(Small());
        var renamed = Small().With(Step("ward", "first") with { Name = "Acute ward" });
        var change = version.Change(renamed, "Renamed the ward", null, "Ann", Now).Value!;
        var undo = version.Undo(change, null, "Ann", Now).Value!;
        var redo = version.Undo(undo, null, "Ann", Now).Value!;
        MapDifference.Between(renamed, version.Map).ShouldBeEmpty();
        (redo.Summary, redo.IsRedo, redo.IsUndo, redo.UndoOf, undo.UndoneBy).ShouldBe(("Redid: Renamed the ward", true, false, 2, 3));

        var again = version.Undo(redo, null, "Ann", Now).Value!;
        MapDifference.Between(Small(), version.Map).ShouldBeEmpty();
        (again.Summary, again.IsUndo, again.What).ShouldBe(("Undid: Renamed the ward", true, "Renamed the ward"));
    }

    [Fact]
    public void A_box_is_put_by_hand_below_another_and_goes_to_the_foot_where_that_one_has_left()
    {
        Guid[] stands = [Id("team"), Id("out")];
        Guid[] Order(Guid? below) => [.. Small().PlaceNode(Id("ward"), Id("then"), stands, below).Value!.Stages[1].ByHand!];

        Order(null).ShouldBe([Id("ward"), Id("team"), Id("out")]);
        Order(Id("team")).ShouldBe([Id("team"), Id("ward"), Id("out")]);
        Order(Id("in")).ShouldBe([Id("team"), Id("out"), Id("ward")]);
        Small().PlaceNode(Id("ward"), Id("then"), stands, null).Value!.StepOf("ward").StageId.ShouldBe(Id("then"));
        Small().PlaceNode(Id("ward"), Id("no such"), stands, null).Refusal.ShouldBe(PathwayRefusals.NoSuchStage);
        Small().PlaceNode(Id("no such"), Id("then"), stands, null).Refusal.ShouldBe(PathwayRefusals.NotOnTheMap);
        MapDifference.Between(Small(), Small().PlaceNode(Id("ward"), Id("first"), stands, null).Value!.Tidied()).ShouldBeEmpty();
    }

    [Fact]
    public void Where_boxes_stand_in_the_picture_is_no_difference_between_versions() =>
        VersionDifference.Of(Small(), Small().PlaceNode(Id("ward"), Id("first"), [Id("in"), Id("ward")], null).Value!, DateOnly.FromDateTime(Now.Date)).Elements.ShouldBeEmpty();

    [Fact]
    public void The_order_of_stages_is_a_change_that_can_be_undone()
    {
        var version = Draft(Small());
        var change = version.Change(version.Map.PlaceStage(Id("then"), 0).Value!, "Put elsewhere", null, "Ann", Now).Value!;
        version.Map.Stages[0].Name.ShouldBe("Then");
        version.Undo(change, null, "Ann", Now).Succeeded.ShouldBeTrue();
        version.Map.Stages[0].Name.ShouldBe("First");
    }

    [Fact]
    public void A_map_survives_being_written_and_read()
    {
        for (var seed = 0u; seed < 50; seed++)
        {
            var map = Any(seed);
            MapDifference.Between(map, MapDocument.Read(MapDocument.Write(map))).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Any_change_between_two_maps_is_undone_to_the_first()
    {
        for (var seed = 0u; seed < 50; seed++)
        {
            var (one, other) = (Any(seed), Any(seed + 1000));
            var changes = MapDifference.Between(one, other);
            var undone = other.Undo(changes);
            if (undone.Value is { } map)
            {
                MapDifference.Between(one, map).Where(change => change.Kind != ElementKind.Order).ShouldBeEmpty($"seed {seed}");
            }
        }
    }

    private static PathwayVersion Draft(PathwayMap map) =>
        new(Guid.CreateVersion7(Now), new Pathway(Guid.CreateVersion7(Now), Guid.CreateVersion7(Now), "Psychosis", new Cohort("Psychosis", null, [], null, null)), 1, Outlook.Current, map, Now);
}
