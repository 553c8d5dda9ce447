using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams.Details;

/// <summary>One team, its manager and its members.</summary>
[Requires(Permission.ViewOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>Members shown: more than a team has.</summary>
    public const int MostMembers = 200;

    public TeamView It { get; private set; } = null!;

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Teams.Where(t => t.Id == id)
            .Select(t => new TeamView(
                t.Id,
                t.Name,
                t.OrganisationId,
                db.Organisations.Where(o => o.Id == t.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                db.Localities.Where(l => l.Id == t.LocalityId).Select(l => l.Name).FirstOrDefault(),
                t.ManagerId,
                db.Accounts.Where(a => a.Id == t.ManagerId).Select(a => a.DisplayName).FirstOrDefault(),
                t.ClosedOn))
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        It = found;
        MayChange = current.Actor.May(Permission.ManageTeams);
        Members = await TeamMembers.OfAsync(db, id, MostMembers, cancel);
        return Page();
    }
}

/// <summary>What the page's heading and summary say.</summary>
public sealed record TeamView(Guid Id, string Name, Guid OrganisationId, string? Organisation, string? Locality, Guid? ManagerId, string? Manager, DateOnly? ClosedOn);
