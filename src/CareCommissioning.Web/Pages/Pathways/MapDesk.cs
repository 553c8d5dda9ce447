using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Pathways;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>A version of a pathway, opened.</summary>
public sealed record OpenMap(Guid PathwayId, string Pathway, PathwayVersion Version, bool MayDraw)
{
    public PathwayMap Map => Version.Map;

    public int Number => Version.Number;

    public string Title => PathwayWords.VersionName(Number, Version.Outlook);

    public string Link => PathwayLinks.Map(PathwayId, Number);
}

/// <summary>Opens versions of pathways for pages, and saves what the forms about their elements say.</summary>
public sealed class MapDesk(CareDbContext db, CurrentActor current, ChangeMap changes, TimeProvider clock)
{
    /// <summary>Organisations to choose from: more than a partnership has to do with on one pathway.</summary>
    public const int MostOrganisations = 500;

    /// <summary>Services of one provider to choose from.</summary>
    public const int MostServices = 100;

    /// <summary>What lies on the desk; there once a page was found.</summary>
    public OpenMap Open { get; private set; } = null!;

    /// <summary>The element that a form is about; null for a new one.</summary>
    public MapElement? It { get; private set; }

    /// <summary>Opens a version to be read.</summary>
    /// <returns>False when there is none that this person sees.</returns>
    public async Task<bool> ReadAsync(Guid pathway, int number, CancellationToken cancel) =>
        Lay(await db.PathwayVersions.AsNoTracking().SingleOrDefaultAsync(v => v.PathwayId == pathway && v.Number == number, cancel), await NameAsync(pathway, cancel));

    /// <summary>Whether a version may be drawn on and has had so many changes and no more. It is asked often, and the map is not read for it.</summary>
    public Task<bool> StandsAtAsync(Guid pathway, int number, int changes, CancellationToken cancel) =>
        db.PathwayVersions.AnyAsync(v => v.PathwayId == pathway && v.Number == number && v.Changes == changes && (v.State == VersionState.Draft || v.State == VersionState.InConsultation), cancel);

    /// <summary>Opens a version to be changed: nobody else changes it until this is saved.</summary>
    public async Task<bool> LockAsync(Guid pathway, int number, CancellationToken cancel)
    {
        var id = await db.PathwayVersions.Where(v => v.PathwayId == pathway && v.Number == number).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancel);
        return Lay(id is null ? null : await changes.LockAsync(id.Value, cancel), await NameAsync(pathway, cancel));
    }

    /// <summary>Shows the form of an element, or an empty one for a new element.</summary>
    /// <param name="show">Given the filled form; null for a new element.</param>
    public async Task<IActionResult> ShowAsync<TForm, TElement>(PageModel page, Guid pathway, int number, Guid? element, Action<TForm?> show, CancellationToken cancel)
        where TForm : class, IElementForm<TForm, TElement>
        where TElement : MapElement
    {
        if (!await ReadAsync(pathway, number, cancel) || !Open.Version.MayChange || !Take<TElement>(element))
        {
            return page.NotFound();
        }

        show(It is TElement it ? ElementForms.Filled<TForm, TElement>(it) : null);
        return page.Page();
    }

    /// <summary>Saves what was done to the open map.</summary>
    public Task<Outcome> SaveAsync(MapEdit edit, CancellationToken cancel) => changes.SaveAsync(Open.Version, edit.Map, edit.Summary, cancel);

    /// <summary>Saves what a form says of an element; where somebody else changed the same fields since, shows both.</summary>
    /// <param name="field">Where a refusal is shown.</param>
    public async Task<IActionResult> SaveAsync<TForm, TElement>(PageModel page, Guid pathway, int number, Guid? element, TForm form, string field, CancellationToken cancel)
        where TForm : class, IElementForm<TForm, TElement>
        where TElement : MapElement
    {
        if (!await LockAsync(pathway, number, cancel) || !Take<TElement>(element))
        {
            return page.NotFound();
        }

        if (It is TElement it && ElementForms.Filled<TForm, TElement>(it) is var saved && saved.Version != form.Version)
        {
            return page.Conflict(form, saved);
        }

        return page.ModelState.IsValid ? await PutAsync(page, form.ToElement((TElement?)It, element ?? Guid.CreateVersion7(clock.GetUtcNow())), field, cancel) : page.Page();
    }

    /// <summary>Puts an element on the open map and leads back to it.</summary>
    public Task<IActionResult> PutAsync(PageModel page, MapElement element, string field, CancellationToken cancel) =>
        FinishAsync(page, MapEdit.Put(Open.Map, element), PathwayLinks.InMap(Open.PathwayId, Open.Number, element.Id), field, cancel);

    /// <summary>Saves what was done to the open map, or shows the page again with why not.</summary>
    public async Task<IActionResult> FinishAsync(PageModel page, MapEdit edit, string url, string field, CancellationToken cancel)
    {
        var outcome = await SaveAsync(edit, cancel);
        if (outcome.Refusal is not { } refusal)
        {
            return page.Done(edit.Summary, url);
        }

        page.ModelState.AddModelError(field, refusal.Message);
        return page.Page();
    }

    /// <summary>Takes a change of the open version back.</summary>
    /// <param name="change">Its number.</param>
    public Task<Outcome<PathwayChange>> UndoAsync(int change, CancellationToken cancel) => changes.UndoAsync(Open.Version, change, cancel);

    /// <summary>Holds what was chosen against what was offered.</summary>
    /// <param name="chosen">Each with the name of its field; null where nothing was chosen.</param>
    public static void Hold(ModelStateDictionary state, IReadOnlyList<SelectListItem> offered, params (string Field, Guid? Choice)[] chosen)
    {
        foreach (var (field, choice) in chosen)
        {
            if (choice is { } id && offered.All(item => item.Value != id.ToString()))
            {
                state.TryAddModelError(field, "Choose from the list");
            }
        }
    }

    /// <summary>Organisations that this person sees, by name.</summary>
    public Task<List<SelectListItem>> OrganisationsAsync(CancellationToken cancel) =>
        db.Organisations.OrderBy(o => o.Name).ThenBy(o => o.Id).Take(MostOrganisations).Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(cancel);

    /// <summary>Open services of the organisations that answer for a step or do its work, with those that it names already chosen.</summary>
    public Task<List<SelectListItem>> ServicesAsync(Step step, CancellationToken cancel)
    {
        var (providers, chosen) = (step.Responsible.Append(step.Accountable ?? Guid.Empty).ToList(), step.Services.ToList());
        return db.Services.Where(s => providers.Contains(s.ProviderId) && (s.ClosedOn == null || chosen.Contains(s.Id))).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostServices)
            .Select(s => new SelectListItem(s.Name, s.Id.ToString(), chosen.Contains(s.Id))).ToListAsync(cancel);
    }

    /// <summary>Names of the organisations that a map speaks of.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(PathwayMap map, CancellationToken cancel)
    {
        var named = map.Organisations.ToList();
        return db.Organisations.Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }

    /// <summary>Takes the element that is asked for into the hand.</summary>
    /// <returns>False when it is not on the map, or is of another kind.</returns>
    public bool Take<TElement>(Guid? element)
        where TElement : MapElement
    {
        It = element is { } id ? Open.Map.Find(id) : null;
        return element is null || It is TElement;
    }

    private Task<string?> NameAsync(Guid pathway, CancellationToken cancel) =>
        db.Pathways.Where(p => p.Id == pathway).Select(p => (string?)p.Name).SingleOrDefaultAsync(cancel);

    private bool Lay(PathwayVersion? version, string? name)
    {
        if (version is null || name is null)
        {
            return false;
        }

        Open = new OpenMap(version.PathwayId, name, version, version.MayChange && current.Actor.May(Permission.EditPathways));
        return true;
    }
}
