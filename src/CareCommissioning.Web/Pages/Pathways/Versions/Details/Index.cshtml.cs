using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Domain.Pathways.Picture;
using CareCommissioning.Domain.Pathways.Readiness;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Details;

/// <summary>One version of a map: the picture, and everything in it as text that can be changed without a script (S0-012, C30).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, TimeProvider clock) : PageModel
{
    public MapDesk Desk { get; } = desk;

    /// <summary>The map drawn; each box leads to its lines in the outline.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>Names of the organisations that the map speaks of.</summary>
    public IReadOnlyDictionary<Guid, string> Organisations { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Under which it was put to signature last; null while it was not.</summary>
    public Guid? Agreement { get; private set; }

    /// <summary>Comments that wait for an answer.</summary>
    public int OpenComments { get; private set; }

    public bool MayComment => current.Actor.May(Permission.CommentOnPathways);

    public async Task<IActionResult> OnGetAsync(Guid id, int n, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return NotFound();
        }

        var version = Desk.Open.Version.Id;
        Agreement = await db.Agreements.Where(a => a.SubjectId == version).OrderByDescending(a => a.OpenedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        OpenComments = await db.Discussions.CountAsync(d => d.SubjectId == version && d.State == DiscussionState.Open, cancel);
        Organisations = await Desk.NamesAsync(Desk.Open.Map, cancel);
        Picture = MapPicture.Svg(Desk.Open.Map, new MapPictureOptions
        {
            Title = $"Map of {Desk.Open.Pathway}, {Desk.Open.Title.ToLowerInvariant()}",
            LinkTo = element => element is MapNode ? $"#{PathwayLinks.Anchor(element.Id)}" : null,
            Marks = Desk.Open.MayDraw ? ReadinessCheck.Of(Desk.Open.Map, null, clock.Today()).ErrorMarks() : new Dictionary<Guid, string>(),
        });
        return Page();
    }
}
