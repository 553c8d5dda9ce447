using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using CareCommissioning.Web.Pages.Organisations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams.New;

/// <summary>Adds a team of an organisation whose people look after service users.</summary>
[Requires(Permission.ManageTeams)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Localities { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Localities = await TeamForm.LocalitiesAsync(db, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Localities = await TeamForm.LocalitiesAsync(db, cancel);
        var organisation = Form.Organisation.IsEmpty ? null : await Form.Organisation.FindAsync(MayHaveTeams(), ModelState, "Form.Organisation", cancel);
        if (Form.Team.Locality is { } locality && !Localities.Any(l => l.Value == locality.ToString()))
        {
            ModelState.AddModelError("Form.Team.Locality", "Choose a locality from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var team = new Team(Guid.CreateVersion7(clock.GetUtcNow()), current.Actor.PartnershipId!.Value, organisation!.Id, Form.Team.Locality, Form.Team.Name!.Trim());
        db.Teams.Add(team);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.TeamName))
        {
            ModelState.AddModelError("Form.Team.Name", TeamForm.NameIsTaken);
            return Page();
        }

        return this.Done($"{team.Name} of {organisation.Name} is added. Now add its members and name its manager", TeamLinks.Details(team.Id));
    }

    /// <summary>Open organisations that do work for which there are care co-ordinators.</summary>
    private IQueryable<Organisation> MayHaveTeams()
    {
        var today = clock.Today();
        var functions = Role.CareCoordinator.Describe().WorksFor;
        return db.OrganisationsOf(current.Actor).Where(o => (o.ClosedOn == null || o.ClosedOn > today) && db.OrganisationKinds.Any(k => k.Code == o.KindCode && functions.Contains(k.Function)));
    }
}
