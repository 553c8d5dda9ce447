using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Contributors;

/// <summary>Who took part in the work on a version: at least one who provides and one who uses the service, before it is signed (S2-042).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public ContributorForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel) => await Desk.ReadAsync(id, n, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, int n, CancellationToken cancel) => SaveAsync(
        id,
        n,
        contributors => [.. contributors, new Contributor(Guid.CreateVersion7(clock.GetUtcNow()), Form.Side!.Value, Form.Name!.Trim(), Form.Part.Tidy())],
        () => $"{Form.Name!.Trim()} is named",
        cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, int n, Guid contributor, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(id, n, contributors => [.. contributors.Where(c => c.Id != contributor)], () => "The name is taken off", cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, int n, Func<IReadOnlyList<Contributor>, IReadOnlyList<Contributor>> change, Func<string> done, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.EditPathways))
        {
            return Forbid();
        }

        if (!await Desk.LockAsync(id, n, cancel))
        {
            return NotFound();
        }

        var version = Desk.Open.Version;
        if (ModelState.IsValid && version.Grounds.Contributors.Count >= VersionGrounds.MostContributors)
        {
            ModelState.AddModelError("Form.Name", $"At most {VersionGrounds.MostContributors} are named: name groups instead of each person");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (version.RestOn(version.Grounds with { Contributors = change(version.Grounds.Contributors) }).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Name", refusal.Message);
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done(done(), PathwayLinks.Of(id, n, "contributors"));
    }
}
