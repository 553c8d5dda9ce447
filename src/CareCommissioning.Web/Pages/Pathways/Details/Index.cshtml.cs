using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Details;

/// <summary>One pathway: whom it is for, and the versions of its map.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>Versions shown, latest first: more than anybody compares.</summary>
    public const int MostVersions = 100;

    public Pathway It { get; private set; } = null!;

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public bool MayDraw { get; private set; }

    /// <summary>Name of who is told of urgent comments.</summary>
    public string? Owner { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pathways.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        It = found;
        Owner = found.OwnerId is { } owner ? await db.Accounts.Where(a => a.Id == owner).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel) : null;
        MayDraw = current.Actor.May(Permission.EditPathways);
        Versions = await db.PathwayVersions.Where(v => v.PathwayId == id).OrderByDescending(v => v.Number).Take(MostVersions)
            .Select(v => new VersionRow(v.Number, v.Outlook, v.State, v.StartedAt, v.Changes)).ToListAsync(cancel);
        return Page();
    }
}

/// <summary>One version in the list.</summary>
public sealed record VersionRow(int Number, Outlook Outlook, VersionState State, DateTimeOffset StartedAt, int Changes);
