using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Pathways;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Validation;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Draw;

/// <summary>
/// The map, to be drawn on (S0-012): each thing done is one form, saved at once like those of the other pages, and answered with the whole scene anew.
/// What is refused is answered with 422 and the reason.
/// </summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, ChangeMap changes, IAntiforgery antiforgery, TimeProvider clock) : PageModel
{
    /// <summary>Changes of others that are told one by one.</summary>
    public const int MostNews = 20;

    [BindProperty] public AddForm Add { get; set; } = new();

    [BindProperty] public RenameForm Rename { get; set; } = new();

    [BindProperty] public ShareForm Share { get; set; } = new();

    /// <summary>Number of the last change that the person knows of.</summary>
    [BindProperty(SupportsGet = true)] public int Since { get; set; }

    public MapDesk Desk { get; } = desk;

    public string Picture { get; private set; } = "";

    public IEnumerable<SelectListItem> Kinds { get; } =
    [
        new("Step", nameof(ElementKind.Step)), new("Choice point", nameof(ElementKind.ChoicePoint)), new("Entry", nameof(ElementKind.Entry)), new("Exit", nameof(ElementKind.Exit)), new("Stage", nameof(ElementKind.Stage)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel) || !Desk.Open.MayDraw)
        {
            return NotFound();
        }

        Picture = MapPicture.Svg(Desk.Open.Map, new MapPictureOptions { Title = $"Map of {Desk.Open.Pathway}, {Desk.Open.Title.ToLowerInvariant()}" });
        return Page();
    }

    /// <summary>The scene; nothing (204) while nobody has changed anything.</summary>
    public async Task<IActionResult> OnGetSceneAsync(Guid id, int n, bool always, CancellationToken cancel)
    {
        if (!always && await Desk.StandsAtAsync(id, n, Since, cancel))
        {
            return StatusCode(StatusCodes.Status204NoContent);
        }

        return await Desk.ReadAsync(id, n, cancel) && Desk.Open.MayDraw ? new JsonResult(await SceneAsync(cancel)) : NotFound();
    }

    public Task<IActionResult> OnPostAddAsync(Guid id, int n, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Add));
        return SaveAsync(id, n, Added, cancel);
    }

    public Task<IActionResult> OnPostRenameAsync(Guid id, int n, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Rename));
        return SaveAsync(id, n, map => MapEdit.Rename(map, Rename.Element, Rename.Name!.Trim(), Rename.Was), cancel);
    }

    public Task<IActionResult> OnPostShareAsync(Guid id, int n, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Share));
        return SaveAsync(id, n, map => MapEdit.SetShare(map, Share.Element, Share.Share, Share.Was), cancel);
    }

    public Task<IActionResult> OnPostPlaceAsync(Guid id, int n, Guid element, Guid stage, Guid? below, CancellationToken cancel) =>
        DoAsync(id, n, map => MapEdit.PlaceNode(map, element, stage, below), cancel);

    public Task<IActionResult> OnPostConnectAsync(Guid id, int n, Guid from, Guid to, CancellationToken cancel) =>
        DoAsync(id, n, map => MapEdit.Put(map, Connection(from, to)), cancel);

    public Task<IActionResult> OnPostOrderAsync(Guid id, int n, Guid element, int place, CancellationToken cancel) =>
        DoAsync(id, n, map => MapEdit.PlaceStage(map, element, place), cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, int n, Guid element, CancellationToken cancel) => DoAsync(id, n, map => MapEdit.Remove(map, element), cancel);

    public Task<IActionResult> OnPostTidyAsync(Guid id, int n, CancellationToken cancel) => DoAsync(id, n, MapEdit.Tidy, cancel);

    /// <param name="change">The number of what is taken back: a change, or what took one back.</param>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, int n, int change, CancellationToken cancel)
    {
        ModelState.Clear();
        return await Desk.LockAsync(id, n, cancel) ? Answer(await Desk.UndoAsync(change, cancel)) : NotFound();
    }

    private MapEdit Added(PathwayMap map)
    {
        var element = Add.ToElement(Guid.CreateVersion7(clock.GetUtcNow()));
        var edit = MapEdit.Put(map, element);
        return edit.Map.Value is { } added && Add.From is { } from && element is MapNode and not Entry
            ? new(added.Put(Connection(from, element.Id)), $"{edit.Summary}, after {added.Node(from)?.Name}")
            : edit;
    }

    private Move Connection(Guid from, Guid to) => new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), From = from, To = to };

    /// <summary>Saves what needs no form: what the map does not know is refused by the map.</summary>
    private Task<IActionResult> DoAsync(Guid id, int n, Func<PathwayMap, MapEdit> change, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(id, n, change, cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, int n, Func<PathwayMap, MapEdit> change, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        if (ModelState.Values.SelectMany(value => value.Errors).FirstOrDefault() is { } error)
        {
            return Refused(error.ErrorMessage);
        }

        return Answer(await Desk.SaveAsync(change(Desk.Open.Map), cancel));
    }

    private IActionResult Answer(Outcome outcome) => outcome.Refusal is { } refusal
        ? Refused(refusal.Message)
        : LocalRedirect($"{PathwayLinks.Draw(Desk.Open.PathwayId, Desk.Open.Number)}?handler=Scene&always=true&since={Since}");

    private static JsonResult Refused(string message) => new(new { message }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private async Task<Scene> SceneAsync(CancellationToken cancel)
    {
        var (version, me) = (Desk.Open.Version, current.Actor.AccountId);
        var map = Desk.Open.Map;
        var layout = MapLayout.Of(map);
        var errors = ReadinessCheck.Of(map, null, clock.Today()).Where(finding => finding.Severity == Severity.Error).ToList();
        var marks = errors.ErrorMarks();
        var scenery = new Scenery(map, layout, marks);
        var news = await db.PathwayChanges.Where(c => c.VersionId == version.Id && c.Number > Since).OrderByDescending(c => c.Number).Take(MostNews).Select(c => new SceneNews(c.ByName, c.Summary, c.By == me)).ToListAsync(cancel);
        news.Reverse();
        return new(
            version.Changes,
            antiforgery.GetAndStoreTokens(HttpContext).RequestToken!,
            MapPicture.Svg(layout, new MapPictureOptions { Title = "Map", Marks = marks, IdPrefix = "canvas" }),
            layout.Width,
            layout.Height,
            scenery.Stages,
            scenery.Boxes,
            scenery.Moves,
            map.Stages.Any(stage => stage.ByHand is not null),
            errors.Count,
            SceneChange.Of(await changes.NextToUndoAsync(version.Id, cancel)),
            SceneChange.Of(await changes.NextToRedoAsync(version.Id, cancel)),
            news);
    }
}
