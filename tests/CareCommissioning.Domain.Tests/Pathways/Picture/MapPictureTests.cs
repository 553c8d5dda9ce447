using System.Globalization;
using System.Xml.Linq;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Testing.Traits;
using FsCheck;
using FsCheck.Fluent;

namespace CareCommissioning.Domain.Tests.Pathways.Picture;

/// <summary>The picture is sound SVG, keeps to our content security policy and says nothing by colour alone.</summary>
public sealed class MapPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact, Requirement("S0-012")]
    public void It_is_well_formed_whatever_the_names_are_and_the_same_each_time() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var options = new MapPictureOptions { LinkTo = element => $"/maps?a=1&b=\"{element.Id}\"", Marks = SketchedMap.Of(seed).Elements.ToDictionary(element => element.Id, _ => "2 <errors> & \u0000 more than fit in any corner") };
        var svg = MapPicture.Svg(SketchedMap.Of(seed), options);
        MapPicture.Svg(SketchedMap.Of(seed), options).ShouldBe(svg);
        XDocument.Parse(svg).Descendants(Svg + "script").ShouldBeEmpty();
    }).QuickCheckThrowOnFailure();

    [Fact, Requirement("S0-012")]
    public void Everything_drawn_is_within_the_view_box() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var root = Draw(SketchedMap.Of(seed));
        var (width, height) = (Number(root, "width"), Number(root, "height"));
        root.Attribute("viewBox")!.Value.ShouldBe($"0 0 {width} {height}");
        root.Descendants(Svg + "rect").ShouldAllBe(rect => Number(rect, "x") >= 0 && Number(rect, "y") >= 0 && Number(rect, "x") + Number(rect, "width") <= width && Number(rect, "y") + Number(rect, "height") <= height);
        root.Descendants(Svg + "text").ShouldAllBe(text => Number(text, "x") > 0 && Number(text, "x") < width && Number(text, "y") > 0 && Number(text, "y") < height);
    }).QuickCheckThrowOnFailure();

    [Theory, InlineData(true), InlineData(false)]
    public void There_is_no_style_in_it(bool standalone)
    {
        var root = Draw(SketchedMap.OfSize(30, 60), new() { Standalone = standalone });
        root.DescendantsAndSelf().ShouldAllBe(element => element.Name.LocalName != "style" && element.Attribute("style") == null);
        root.Elements(Svg + "rect").Count().ShouldBe(standalone ? 1 : 0);
    }

    [Fact, Requirement("S0-012")]
    public void It_says_what_it_is_to_those_who_do_not_see_it()
    {
        var root = Draw(Small(), new() { Title = "Early psychosis, version 2", IdPrefix = "now" });
        root.Attribute("role")!.Value.ShouldBe("img");
        root.Attribute("aria-labelledby")!.Value.ShouldBe("now-title now-desc");
        root.Element(Svg + "title")!.Value.ShouldBe("Early psychosis, version 2");
        root.Element(Svg + "desc")!.Value.ShouldBe("1 stage from left to right: First contact. 4 boxes and 2 moves between them.");
    }

    [Fact, Requirement("S0-012")]
    public void Each_kind_of_box_has_a_shape_of_its_own_and_a_step_says_its_setting()
    {
        var root = Draw(Small());
        Node(root, "map-entry").Elements(Svg + "path").ShouldHaveSingleItem();
        Node(root, "map-choice").Elements(Svg + "rect").ShouldBeEmpty();
        Node(root, "map-exit").Elements(Svg + "rect").Count().ShouldBe(2);
        Node(root, "map-step").Elements(Svg + "text").Select(text => text.Value).ShouldBe(["Team", "Community"]);
        Node(root, "map-step").Attribute("data-id")!.Value.ShouldBe(SketchedMap.Id(2, 1).ToString());
    }

    [Fact, Requirement("S0-012")]
    public void Shares_and_findings_stand_in_words()
    {
        var root = Draw(Small(), new() { Marks = new Dictionary<Guid, string> { [SketchedMap.Id(2, 1)] = "2 errors", [SketchedMap.Id(3, 0)] = "1 warning" } });
        Node(root, "map-step").Elements(Svg + "text").Last().Value.ShouldBe("2 errors");
        root.Descendants(Svg + "text").Single(text => (string?)text.Attribute("class") == "map-share").Value.ShouldBe("33.33%");
        root.Descendants(Svg + "title").Select(title => title.Value).ShouldContain("Move: GP to Team, 33.33%. Adults. 1 warning");
        root.Descendants(Svg + "text").Select(text => text.Value).ShouldContain("Found by the readiness check");
    }

    [Fact]
    public void An_element_is_a_link_where_it_leads_somewhere()
    {
        var root = Draw(Small(), new() { LinkTo = element => element is Step ? $"/steps/{element.Id}" : null });
        var link = root.Descendants(Svg + "a").ShouldHaveSingleItem();
        link.Attribute("href")!.Value.ShouldBe($"/steps/{SketchedMap.Id(2, 1)}");
        link.Descendants(Svg + "text").Select(text => text.Value).ShouldBe(["Team", "Community"]);
        root.Attribute("role")!.Value.ShouldBe("group");
    }

    [Fact]
    public void An_empty_map_says_so() => Draw(PathwayMap.Empty).Descendants(Svg + "text").First().Value.ShouldBe("This map has no stages yet.");

    [Fact]
    public void Text_whose_width_can_only_be_guessed_is_clipped_to_its_box()
    {
        var map = Small() with { Exits = [], ChoicePoints = [], Steps = [], Moves = [] };
        Draw(map).Descendants(Svg + "svg").ShouldBeEmpty();
        var arabic = map with { Entries = [map.Entries[0] with { Name = "مركز الصحة النفسية" }] };
        Draw(arabic).Descendants(Svg + "svg").ShouldHaveSingleItem().Attribute("overflow")!.Value.ShouldBe("hidden");
    }

    private static PathwayMap Small()
    {
        var stage = SketchedMap.Id(1, 0);
        return new()
        {
            Stages = [new() { Id = stage, Name = "First contact" }],
            Entries = [new() { Id = SketchedMap.Id(2, 0), StageId = stage, Name = "GP" }],
            Steps = [new() { Id = SketchedMap.Id(2, 1), StageId = stage, Name = "Team", Setting = Setting.Community }],
            ChoicePoints = [new() { Id = SketchedMap.Id(2, 2), StageId = stage, Name = "Which?" }],
            Exits = [new() { Id = SketchedMap.Id(2, 3), StageId = stage, Name = "Well" }],
            Moves =
            [
                new() { Id = SketchedMap.Id(3, 0), From = SketchedMap.Id(2, 0), To = SketchedMap.Id(2, 1), Share = 33.333m, Criteria = "Adults" },
                new() { Id = SketchedMap.Id(3, 1), From = SketchedMap.Id(2, 1), To = SketchedMap.Id(2, 3) },
            ],
        };
    }

    private static XElement Draw(PathwayMap map, MapPictureOptions? options = null) => XDocument.Parse(MapPicture.Svg(map, options ?? new())).Root!;

    private static XElement Node(XElement root, string css) => root.Descendants(Svg + "g").Single(group => (string?)group.Attribute("class") == $"map-node {css}");

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
