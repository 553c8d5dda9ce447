using System.Globalization;
using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Compare;

/// <summary>What differs between a version and another of the same pathway: elements, capacity, cost (S0-051).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk, TimeProvider clock) : PageModel
{
    public MapDesk Desk { get; } = desk;

    /// <summary>Versions to compare with.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    /// <summary>The one compared with; null where there is no other.</summary>
    public PathwayVersion? Other { get; private set; }

    public VersionDifference? It { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int n, int? with, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var versions = await db.PathwayVersions.AsNoTracking().Where(v => v.PathwayId == id && v.Number != n).OrderByDescending(v => v.Number)
            .Take(Pathways.Details.IndexModel.MostVersions).Select(v => new { v.Number, v.Outlook }).ToListAsync(cancel);
        Others = [.. versions.Select(v => new SelectListItem(PathwayWords.VersionName(v.Number, v.Outlook), v.Number.ToString(CultureInfo.InvariantCulture)))];
        var chosen = versions.Exists(v => v.Number == with) ? with : versions.Find(v => v.Number < n)?.Number ?? versions.FirstOrDefault()?.Number;
        Other = chosen is null ? null : await db.PathwayVersions.AsNoTracking().SingleAsync(v => v.PathwayId == id && v.Number == chosen, cancel);
        It = Other is null ? null : VersionDifference.Of(Other.Map, Desk.Open.Map, clock.Today());
        return Page();
    }

    /// <summary>Name of an element in the map that still or already has it.</summary>
    public string NameOf(Difference difference) => (difference.IsNow is null ? Other!.Map : Desk.Open.Map).NameOf(difference.Element);

    /// <summary>"capacity, unit cost": what differs, in plain words.</summary>
    public static string InWords(Difference difference) => string.Join(", ", difference.Fields.Select(field => string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()))));
}
