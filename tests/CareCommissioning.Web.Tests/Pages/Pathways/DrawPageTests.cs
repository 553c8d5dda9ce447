using System.Net;
using System.Net.Http.Json;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Testing.Traits;
using CareCommissioning.Testing.Web;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Pages.Pathways;
using CareCommissioning.Web.Pages.Pathways.Versions.Draw;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Tests.Pages.Pathways;

/// <summary>What the canvas asks of the server: each thing done is one form, with the refusals and the history of the other forms (S0-012).</summary>
public sealed class DrawPageTests(DemonstrationHost demonstration) : IClassFixture<DemonstrationHost>
{
    [Fact, Requirement("S0-012")]
    public async Task A_map_is_drawn_from_nothing_and_every_step_of_it_undone_and_done_again()
    {
        var drawing = await NewAsync("Drawn");
        var stage = (await drawing.SceneAsync()).Stages[0].Id.ToString();
        await drawing.DoAsync("Add", ("Add.Kind", "Entry"), ("Add.Name", "Practices"), ("Add.Stage", stage));
        var entry = (await drawing.SceneAsync()).Boxes.Single().Id.ToString();
        var scene = await drawing.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Clinic"), ("Add.Stage", stage), ("Add.From", entry));
        scene.News.ShouldHaveSingleItem().ShouldBe(new SceneNews("Priya Chandra", "Added the step Clinic, after Practices", Mine: true));
        var clinic = scene.Boxes.Single(box => box.Name == "Clinic").Id.ToString();
        scene = await drawing.DoAsync("Share", ("Share.Element", scene.Moves.Single().Id.ToString()), ("Share.Share", "60"), ("Share.Was", ""));
        scene.Moves.Single().Share.ShouldBe(60);
        scene = await drawing.DoAsync("Rename", ("Rename.Element", clinic), ("Rename.Name", "Day clinic"), ("Rename.Was", "Clinic"));
        scene.Boxes.Select(box => box.Name).ShouldContain("Day clinic");

        while (scene.Undo is { } next)
        {
            scene = await drawing.DoAsync("Undo", ("change", next.Number.ToString()));
        }

        scene.Boxes.ShouldBeEmpty();
        while (scene.Redo is { } next)
        {
            scene = await drawing.DoAsync("Undo", ("change", next.Number.ToString()));
        }

        scene.Boxes.Select(box => box.Name).ShouldBe(["Practices", "Day clinic"], ignoreOrder: true);
        scene.Moves.Single().Share.ShouldBe(60);
    }

    [Fact, Requirement("S0-012")]
    public async Task A_box_is_put_elsewhere_by_hand_and_finds_its_place_again_when_the_map_is_tidied()
    {
        var drawing = await NewAsync("Put by hand");
        var (first, second) = ((await drawing.SceneAsync()).Stages[0].Id, (await drawing.SceneAsync()).Stages[1].Id);
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            await drawing.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", name), ("Add.Stage", first.ToString()));
        }

        var boxes = (await drawing.SceneAsync()).Boxes.ToDictionary(box => box.Name, box => box.Id.ToString());
        var scene = await drawing.DoAsync("Place", ("element", boxes["One"]), ("stage", first.ToString()), ("below", boxes["Three"]));
        scene.Boxes.OrderBy(box => box.Bounds.Y).Select(box => box.Name).ShouldBe(["Two", "Three", "One"]);
        scene.IsPutByHand.ShouldBeTrue();

        scene = await drawing.DoAsync("Place", ("element", boxes["Two"]), ("stage", second.ToString()), ("below", ""));
        scene.Boxes.Single(box => box.Name == "Two").Stage.ShouldBe(second);
        scene.News.ShouldHaveSingleItem().What.ShouldBe($"Moved the step Two to {scene.Stages[1].Name}");

        (await drawing.DoAsync("Tidy")).IsPutByHand.ShouldBeFalse();
        (await drawing.DoAsync("Tidy")).News.ShouldBeEmpty();
        (await drawing.DoAsync("Order", ("element", second.ToString()), ("place", "0"))).Stages[0].Id.ShouldBe(second);
    }

    [Fact, Requirement("S0-012")]
    public async Task What_the_map_refuses_is_refused_with_the_reason_and_nothing_is_saved()
    {
        var drawing = await NewAsync("Refused");
        var stage = (await drawing.SceneAsync()).Stages[0].Id.ToString();
        await drawing.DoAsync("Add", ("Add.Kind", "Exit"), ("Add.Name", "Well"), ("Add.Stage", stage));
        await drawing.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Clinic"), ("Add.Stage", stage));
        var scene = await drawing.SceneAsync();
        var (exit, clinic) = (scene.Boxes.Single(box => box.Name == "Well").Id.ToString(), scene.Boxes.Single(box => box.Name == "Clinic").Id.ToString());

        (await drawing.RefusalAsync("Connect", ("from", exit), ("to", clinic))).ShouldBe(PathwayRefusals.LeadsFromAnExit.Message);
        (await drawing.RefusalAsync("Connect", ("from", clinic), ("to", Guid.CreateVersion7().ToString()))).ShouldBe(PathwayRefusals.NotOnTheMap.Message);
        (await drawing.RefusalAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "clinic"), ("Add.Stage", stage))).ShouldBe(PathwayRefusals.NameTaken.Message);
        (await drawing.RefusalAsync("Add", ("Add.Kind", "Move"), ("Add.Name", "x"), ("Add.Stage", stage))).ShouldBe("Choose what to add");
        (await drawing.RefusalAsync("Add", ("Add.Kind", "Step"), ("Add.Name", " "), ("Add.Stage", stage))).ShouldBe("Enter a name");
        (await drawing.RefusalAsync("Rename", ("Rename.Element", clinic), ("Rename.Name", new string('x', 121)), ("Rename.Was", "Clinic"))).ShouldBe("The name must be 120 characters or fewer");
        (await drawing.RefusalAsync("Place", ("element", clinic), ("stage", Guid.CreateVersion7().ToString()))).ShouldBe(PathwayRefusals.NoSuchStage.Message);
        (await drawing.RefusalAsync("Remove", ("element", stage))).ShouldBe(PathwayRefusals.StageNotEmpty.Message);
        (await drawing.RefusalAsync("Undo", ("change", "99"))).ShouldBe(PathwayRefusals.NothingToUndo.Message);
        (await drawing.SceneAsync()).Changes.ShouldBe(scene.Changes);
    }

    [Fact, Requirement("S0-012")]
    public async Task Of_two_who_draw_at_once_each_is_told_what_the_other_did_and_undoes_only_their_own()
    {
        var mine = await NewAsync("Two who draw");
        var theirs = new Drawing(await demonstration.AsAsync("council@liverpool"), mine.Url);
        var stage = (await mine.SceneAsync()).Stages[0].Id.ToString();
        await theirs.SceneAsync();
        var seen = await mine.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Clinic"), ("Add.Stage", stage));
        var told = await theirs.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Ward"), ("Add.Stage", stage));
        told.News.Select(news => (news.What, news.Mine)).ShouldBe([("Added the step Clinic", false), ("Added the step Ward", true)]);
        told.Boxes.Count.ShouldBe(2);

        (await mine.SceneAsync()).Undo!.What.ShouldBe("Added the step Clinic");
        told.Undo!.What.ShouldBe("Added the step Ward");
        var clinic = seen.Boxes.Single().Id.ToString();
        await theirs.DoAsync("Rename", ("Rename.Element", clinic), ("Rename.Name", "Day clinic"), ("Rename.Was", "Clinic"));
        (await mine.RefusalAsync("Rename", ("Rename.Element", clinic), ("Rename.Name", "Night clinic"), ("Rename.Was", "Clinic"))).ShouldBe(PathwayRefusals.SaidOtherwiseSince.Message);
        (await mine.RefusalAsync("Undo", ("change", seen.Changes.ToString()))).ShouldBe(PathwayRefusals.ChangedSince.Message);
        (await mine.SceneAsync()).Undo.ShouldBeNull();
        (await mine.SceneAsync()).Boxes.Select(box => box.Name).ShouldBe(["Day clinic", "Ward"], ignoreOrder: true);
    }

    [Fact, Requirement("S0-012")]
    public async Task Offered_to_undo_is_the_latest_own_change_that_nobody_has_built_on()
    {
        var mine = await NewAsync("Built upon");
        var theirs = new Drawing(await demonstration.AsAsync("council@liverpool"), mine.Url);
        var stage = (await mine.SceneAsync()).Stages[0].Id.ToString();
        foreach (var name in new[] { "One", "Two", "Three" })
        {
            await mine.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", name), ("Add.Stage", stage));
        }

        var boxes = (await mine.SceneAsync()).Boxes.ToDictionary(box => box.Name, box => box.Id.ToString());
        var placed = await mine.DoAsync("Place", ("element", boxes["One"]), ("stage", stage), ("below", boxes["Three"]));
        placed.Undo!.Number.ShouldBe(placed.Changes);

        // The order of the stage is another now, so that the placing can no longer be taken back by itself.
        await theirs.SceneAsync();
        await theirs.DoAsync("Place", ("element", boxes["Two"]), ("stage", stage), ("below", boxes["One"]));
        (await mine.SceneAsync()).Undo!.What.ShouldBe("Added the step Three");

        await theirs.DoAsync("Connect", ("from", boxes["Three"]), ("to", boxes["Two"]));
        var scene = await mine.SceneAsync();
        scene.Undo!.What.ShouldBe("Added the step One");
        (await mine.DoAsync("Undo", ("change", scene.Undo.Number.ToString()))).Boxes.Select(box => box.Name).ShouldBe(["Two", "Three"], ignoreOrder: true);
    }

    [Fact, Requirement("S0-012")]
    public async Task A_refusal_names_the_field_that_it_is_about()
    {
        var drawing = await NewAsync("Refused beside the field");
        var stage = (await drawing.SceneAsync()).Stages[0].Id.ToString();
        await drawing.DoAsync("Add", ("Add.Kind", "Exit"), ("Add.Name", "Well"), ("Add.Stage", stage));
        var exit = (await drawing.DoAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Clinic"), ("Add.Stage", stage))).Boxes.ToDictionary(box => box.Name, box => box.Id.ToString());

        (await drawing.RefusedAsync("Add", ("Add.Kind", "Step"), ("Add.Name", ""), ("Add.Stage", stage)))["field"].ShouldBe("Add.Name");
        (await drawing.RefusedAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Ward")))["field"].ShouldBe("Add.Stage");
        (await drawing.RefusedAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Clinic"), ("Add.Stage", stage)))["field"].ShouldBe("Add.Name");
        (await drawing.RefusedAsync("Add", ("Add.Kind", "Step"), ("Add.Name", "Ward"), ("Add.Stage", stage), ("Add.From", exit["Well"])))["field"].ShouldBe("Add.From");
        (await drawing.RefusedAsync("Connect", ("from", exit["Well"]), ("to", exit["Clinic"])))["field"].ShouldBe("to");
        var conflict = await drawing.RefusedAsync("Rename", ("Rename.Element", exit["Clinic"]), ("Rename.Name", "Ward"), ("Rename.Was", "Surgery"));
        (conflict["field"], conflict["code"]).ShouldBe(("Rename.Name", PathwayRefusals.SaidOtherwiseSince.Code));
        (await drawing.RefusedAsync("Undo", ("change", "99")))["field"].ShouldBeNull();
    }

    [Fact, Requirement("S0-012"), Asvs("V7.4.1")]
    public async Task The_scene_tells_one_person_from_another_and_names_neither()
    {
        var mine = await NewAsync("Marked");
        var mark = (await mine.SceneAsync()).Mark;
        var host = await demonstration.HostAsync();
        (await new Drawing(await host.SignInAsync("pct@liverpool"), mine.Url).SceneAsync()).Mark.ShouldBe(mark);
        (await new Drawing(await demonstration.AsAsync("council@liverpool"), mine.Url).SceneAsync()).Mark.ShouldNotBe(mark);
    }

    [Fact, Requirement("S0-012"), Asvs("V7.3.1")]
    public async Task Who_only_watches_is_told_nothing_new_and_is_not_kept_signed_in_by_it()
    {
        var drawing = await NewAsync("Watched");
        var scene = await drawing.SceneAsync();
        await (await demonstration.HostAsync()).Database.BehindTheScenesAsync<object>("update care.sessions set last_seen_at = last_seen_at - interval '5 minutes'");
        var before = await LastSeenAsync();
        (await drawing.SendAsync(HttpMethod.Get, $"?handler=Scene&since={scene.Changes}", [], watching: true)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await LastSeenAsync()).ShouldBe(before);
        (await drawing.SendAsync(HttpMethod.Get, $"?handler=Scene&since={scene.Changes}", [])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await LastSeenAsync()).ShouldBeGreaterThan(before);
    }

    [Fact, Requirement("S0-012")]
    public async Task The_same_form_sent_twice_is_done_once_and_one_without_a_session_is_told_so()
    {
        var drawing = new Drawing(await (await demonstration.HostAsync()).SignInAsync("pct@liverpool"), (await NewAsync("Sent twice")).Url);
        var stage = (await drawing.SceneAsync()).Stages[0].Id.ToString();
        (string, string)[] form = [("Add.Kind", "Step"), ("Add.Name", "Clinic"), ("Add.Stage", stage), ("FormKey", Guid.CreateVersion7().ToString())];
        await drawing.DoAsync("Add", form);
        (await drawing.DoAsync("Add", form)).Boxes.ShouldHaveSingleItem();

        drawing.Client.ForgetCookies();
        (await drawing.SendAsync(HttpMethod.Post, "?handler=Tidy", [])).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact, Requirement("S0-012")]
    public async Task A_version_that_is_agreed_is_not_drawn_on()
    {
        var client = await demonstration.AsAsync("pct@liverpool");
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        var agreed = await db.PathwayVersions.FirstAsync(v => v.State == VersionState.Agreed);
        var url = PathwayLinks.Draw(agreed.PathwayId, agreed.Number);
        (await client.GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await new Drawing(client, url).SendAsync(HttpMethod.Get, "?handler=Scene", [])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<DateTimeOffset> LastSeenAsync()
    {
        await using var db = (await demonstration.HostAsync()).Database.As(Actor.System);
        return await db.Sessions.MaxAsync(session => session.LastSeenAt);
    }

    private async Task<Drawing> NewAsync(string name)
    {
        var client = await demonstration.AsAsync("pct@liverpool");
        var (pathway, _) = await MapPagesTests.AddAsync(client, name);
        return new(client, PathwayLinks.Draw(pathway, 1));
    }

    /// <summary>Speaks with the server as the canvas does.</summary>
    private sealed class Drawing(SignedInClient client, string url)
    {
        private int _known;
        private string _token = "";

        public string Url => url;

        public SignedInClient Client => client;

        public Task<Scene> SceneAsync() => ReadAsync(SendAsync(HttpMethod.Get, $"?handler=Scene&always=true&since={_known}", []));

        public Task<Scene> DoAsync(string handler, params (string Name, string Value)[] fields) => ReadAsync(SendAsync(HttpMethod.Post, $"?handler={handler}", fields));

        public async Task<string> RefusalAsync(string handler, params (string Name, string Value)[] fields) => (await RefusedAsync(handler, fields))["message"]!;

        public async Task<Dictionary<string, string?>> RefusedAsync(string handler, params (string Name, string Value)[] fields)
        {
            var answer = await SendAsync(HttpMethod.Post, $"?handler={handler}", fields);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return (await answer.Content.ReadFromJsonAsync<Dictionary<string, string?>>())!;
        }

        public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string query, (string Name, string Value)[] fields, bool watching = false)
        {
            var request = new HttpRequestMessage(method, url + query);
            request.Headers.Add("Accept", "application/json");
            if (watching)
            {
                request.Headers.Add(Sessions.WatchingHeader, "1");
            }

            if (method == HttpMethod.Post)
            {
                request.Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("Since", _known.ToString()), new("__RequestVerificationToken", _token)]);
            }

            var answer = await client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.Redirect ? await SendAsync(HttpMethod.Get, answer.Headers.Location!.OriginalString[url.Length..], []) : answer;
        }

        private async Task<Scene> ReadAsync(Task<HttpResponseMessage> sent)
        {
            var answer = await sent;
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var scene = (await answer.Content.ReadFromJsonAsync<Scene>())!;
            (_known, _token) = (scene.Changes, scene.Token);
            return scene;
        }
    }
}
