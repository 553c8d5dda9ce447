using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways;

/// <summary>The partnership's pathways, by name.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>More pathways than a partnership has conditions to care for.</summary>
    public const int Most = 200;

    public IReadOnlyList<PathwayRow> Pathways { get; private set; } = [];

    public bool MayDraw { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MayDraw = current.Actor.May(Permission.EditPathways);
        Pathways = await db.Pathways.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Take(Most)
            .Select(p => new PathwayRow(p.Id, p.Name, p.Condition, p.RegisteredPeople, db.PathwayVersions.Count(v => v.PathwayId == p.Id), p.ReviewOn))
            .ToListAsync(cancel);
    }
}

/// <summary>One line of the list.</summary>
/// <param name="Versions">Those that this person sees.</param>
public sealed record PathwayRow(Guid Id, string Name, string Condition, int? People, int Versions, DateOnly? ReviewOn);
