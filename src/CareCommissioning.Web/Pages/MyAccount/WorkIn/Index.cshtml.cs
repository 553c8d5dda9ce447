using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.MyAccount.WorkIn;

/// <summary>Goes to another partnership one's organisation serves, or to another of one's teams; holds for this session.</summary>
[Requires(Permission.UseTheProduct)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public Guid? Partnership { get; set; }

    [BindProperty] public Guid? Team { get; set; }

    public IActionResult OnGet() => LocalRedirect(MyAccountLinks.Details);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var actor = current.Actor;
        var session = await db.Sessions.SingleAsync(s => s.Id == HttpContext.Session()!.Id, cancel);
        if (Partnership is { } partnership)
        {
            if (!await db.Set<PartnershipMember>().Where(PartnershipMember.ServesOn(today)).AnyAsync(m => m.OrganisationId == actor.OrganisationId && m.PartnershipId == partnership, cancel))
            {
                return NotFound();
            }

            session.WorkIn(partnership, null);
        }
        else if (Team is { } team)
        {
            if (!await db.Teams.AnyAsync(
                    t => t.Id == team && t.PartnershipId == actor.PartnershipId && (t.ClosedOn == null || today < t.ClosedOn) && t.Members.Any(m => m.AccountId == actor.AccountId), cancel))
            {
                return NotFound();
            }

            session.WorkIn(actor.PartnershipId, team);
        }
        else
        {
            return BadRequest();
        }

        await db.SaveChangesAsync(cancel);
        return this.Done(Team is null ? "You work in another partnership now" : "You work in another team now", MyAccountLinks.Details);
    }
}
