using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Measures;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Benefits.New;

/// <summary>Proposes a benefit, with how it is measured (S0-040).</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, BenefitDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public BenefitForm Form { get; set; } = new();

    public BenefitDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        Form.Owner = current.Actor.AccountId;
        await Desk.OfferAsync(Form, ModelState, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindPathwayAsync(id, cancel))
        {
            return NotFound();
        }

        await Desk.OfferAsync(Form, ModelState, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var now = clock.GetUtcNow();
        var measure = new Measure(Guid.CreateVersion7(now), Desk.Pathway.PartnershipId);
        if (measure.Describe(Form.ToDefinition(), Form.From(), Form.To()).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Target", refusal.Message);
            return Page();
        }

        var benefit = new Benefit(Guid.CreateVersion7(now), Desk.Pathway, measure);
        benefit.Describe(Form.Description!.Trim(), Form.Type!.Value, Form.IsDisbenefit, Desk.StepOf(Form));
        db.Measures.Add(measure);
        db.Benefits.Add(benefit);
        await db.SaveChangesAsync(cancel);
        return this.Done("The benefit is proposed", PathwayLinks.Benefit(id, benefit.Id));
    }
}
