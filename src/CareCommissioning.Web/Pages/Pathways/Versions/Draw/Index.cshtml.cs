using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Draw;

/// <summary>
/// The map, to be drawn on (S0-012): each thing done is one form, saved at once like those of the other pages, and answered with the whole scene anew;
/// what is refused, with 422, the reason and the field that it is about.
/// </summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(MapDesk desk, Scenes scenes, TimeProvider clock) : PageModel
{
    [BindProperty] public AddForm Add { get; set; } = new();

    [BindProperty] public RenameForm Rename { get; set; } = new();

    [BindProperty] public ShareForm Share { get; set; } = new();

    /// <summary>Number of the last change that the person knows of.</summary>
    [BindProperty(SupportsGet = true)] public int Since { get; set; }

    public MapDesk Desk { get; } = desk;

    public string Picture { get; private set; } = "";

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

        return await Desk.ReadAsync(id, n, cancel) && Desk.Open.MayDraw ? new JsonResult(await scenes.OfAsync(Desk.Open, Since, HttpContext, cancel)) : NotFound();
    }

    public Task<IActionResult> OnPostAddAsync(Guid id, int n, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Add));
        return SaveAsync(id, n, map => MapEdit.Add(map, Add.ToElement(NewId()), Add.From, NewId()), AddForm.FieldOf, cancel);
    }

    public Task<IActionResult> OnPostRenameAsync(Guid id, int n, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Rename));
        return SaveAsync(id, n, map => MapEdit.Rename(map, Rename.Element, Rename.Name!.Trim(), Rename.Was), _ => "Rename.Name", cancel);
    }

    public Task<IActionResult> OnPostShareAsync(Guid id, int n, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Share));
        return SaveAsync(id, n, map => MapEdit.SetShare(map, Share.Element, Share.Share, Share.Was), _ => "Share.Share", cancel);
    }

    public Task<IActionResult> OnPostPlaceAsync(Guid id, int n, Guid element, Guid stage, Guid? below, CancellationToken cancel) =>
        DoAsync(id, n, map => MapEdit.PlaceNode(map, element, stage, below), "stage", cancel);

    public Task<IActionResult> OnPostConnectAsync(Guid id, int n, Guid from, Guid to, CancellationToken cancel) =>
        DoAsync(id, n, map => MapEdit.Put(map, new Move { Id = NewId(), From = from, To = to }), "to", cancel);

    public Task<IActionResult> OnPostOrderAsync(Guid id, int n, Guid element, int place, CancellationToken cancel) =>
        DoAsync(id, n, map => MapEdit.PlaceStage(map, element, place), null, cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, int n, Guid element, CancellationToken cancel) => DoAsync(id, n, map => MapEdit.Remove(map, element), null, cancel);
    public Task<IActionResult> OnPostTidyAsync(Guid id, int n, CancellationToken cancel) => DoAsync(id, n, MapEdit.Tidy, null, cancel);

    /// <param name="change">The number of what is taken back: a change, or what took one back.</param>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, int n, int change, CancellationToken cancel)
    {
        ModelState.Clear();
        return await Desk.LockAsync(id, n, cancel) ? Answer((await Desk.UndoAsync(change, cancel)).Refusal, null) : NotFound();
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Saves what needs no form: what the map does not know is refused by the map.</summary>
    private Task<IActionResult> DoAsync(Guid id, int n, Func<PathwayMap, MapEdit> change, string? field, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(id, n, change, _ => field, cancel);
    }

    /// <param name="field">Name of the field that a refusal is about; null where it is about all.</param>
    private async Task<IActionResult> SaveAsync(Guid id, int n, Func<PathwayMap, MapEdit> change, Func<Refusal, string?> field, CancellationToken cancel)
    {
        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        if (ModelState.FirstOrDefault(entry => entry.Value is { Errors.Count: > 0 }) is { Value: { } wrong } entry)
        {
            return Answer(new("invalid", wrong.Errors[0].ErrorMessage), entry.Key);
        }

        var refusal = (await Desk.SaveAsync(change(Desk.Open.Map), cancel)).Refusal;
        return Answer(refusal, refusal is null ? null : field(refusal));
    }

    private IActionResult Answer(Refusal? refusal, string? field) => refusal is null
        ? LocalRedirect($"{PathwayLinks.Draw(Desk.Open.PathwayId, Desk.Open.Number)}?handler=Scene&always=true&since={Since}")
        : new JsonResult(new { refusal.Code, refusal.Message, Field = field }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
