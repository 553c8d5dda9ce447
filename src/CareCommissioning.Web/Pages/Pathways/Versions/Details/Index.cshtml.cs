using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Details;

/// <summary>One version of a map: the picture, and everything in it as text that can be changed without a script (S0-012, C30).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(MapDesk desk) : PageModel
{
    public MapDesk Desk { get; } = desk;

    /// <summary>The map drawn; each box leads to its lines in the outline.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Names of the organisations that the map speaks of.</summary>
    public IReadOnlyDictionary<Guid, string> Organisations { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        Organisations = await Desk.NamesAsync(Desk.Open.Map, cancel);
        Picture = MapPicture.Of(Desk.Open.Map, new MapPictureOptions($"Map of {Desk.Open.Pathway}, {Desk.Open.Title.ToLowerInvariant()}", node => $"#{PathwayLinks.Anchor(node.Id)}"));
        return Page();
    }
}
