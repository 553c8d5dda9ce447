using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.New;

/// <summary>Adds a pathway with the first version of its map: how things are today.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    private static readonly string[] UsualStages = ["First contact", "Assessment", "Treatment", "Crisis", "Recovery", "Living well"];

    [BindProperty] public NewForm Form { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancel)
    {
        (Form.Pathway.Owner, Form.UsualStages) = (current.Actor.AccountId, true);
        return PathwayOwners.OfferAsync(db, Form.Pathway, ModelState, "Form.Pathway.Owner", cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await PathwayOwners.OfferAsync(db, Form.Pathway, ModelState, "Form.Pathway.Owner", cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = clock.GetUtcNow();
        var pathway = new Pathway(Guid.CreateVersion7(now), current.Actor.PartnershipId!.Value, Form.Pathway.Name!.Trim(), Form.Pathway.ToCohort());
        pathway.Describe(pathway.Name, pathway.Cohort, Form.Pathway.ReviewOn);
        pathway.OwnedBy(Form.Pathway.Owner);
        var stages = Form.UsualStages ? UsualStages : [];
        var map = PathwayMap.Empty with { Stages = [.. stages.Select(name => new Stage { Id = Guid.CreateVersion7(now), Name = name })] };
        db.Pathways.Add(pathway);
        db.PathwayVersions.Add(new PathwayVersion(Guid.CreateVersion7(now), pathway, 1, Outlook.Current, map, now));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.PathwayName))
        {
            ModelState.AddModelError("Form.Pathway.Name", PathwayForm.NameIsTaken);
            return Page();
        }

        return this.Done($"{pathway.Name} is added. Now draw how things are today", PathwayLinks.Map(pathway.Id, 1));
    }
}
