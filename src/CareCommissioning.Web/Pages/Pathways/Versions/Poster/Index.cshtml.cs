using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Poster;

/// <summary>A version for the wall: one page of A3 with the picture as large as it goes (S0-023).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, MapDesk desk, TimeProvider clock) : PageModel
{
    public MapDesk Desk { get; } = desk;

    public string Condition { get; private set; } = "";

    public string Picture { get; private set; } = "";

    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Condition = await db.Pathways.Where(p => p.Id == id).Select(p => p.Condition).SingleAsync(cancel);
        Picture = MapPicture.Svg(Desk.Open.Map, new MapPictureOptions { Title = $"Map of {Desk.Open.Pathway}, {Desk.Open.Title.ToLowerInvariant()}" });
        return Page();
    }
}
