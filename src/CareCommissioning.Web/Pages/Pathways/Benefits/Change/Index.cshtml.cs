using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Pathways.Benefits.Change;

/// <summary>Changes a benefit that is only proposed, and its measure.</summary>
[Requires(Permission.EditPathways)]
public sealed class IndexModel(CareDbContext db, BenefitDesk desk) : PageModel
{
    [BindProperty] public BenefitForm Form { get; set; } = new();

    public BenefitDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(id, benefit, cancel) || Desk.Benefit.State != BenefitState.Proposed)
        {
            return NotFound();
        }

        Form = BenefitForm.Of(Desk.Benefit, Desk.Measure);
        await Desk.OfferAsync(Form, ModelState, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid benefit, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(id, benefit, cancel) || Desk.Benefit.State != BenefitState.Proposed)
        {
            return NotFound();
        }

        await Desk.OfferAsync(Form, ModelState, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Desk.Measure.Describe(Form.ToDefinition(), Form.From(), Form.To()).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.Target", refusal.Message);
            return Page();
        }

        Desk.Benefit.Describe(Form.Description!.Trim(), Form.Type!.Value, Form.IsDisbenefit, Desk.StepOf(Form));

        // Where the measure alone changed, the benefit is written too: its row version answers for both.
        db.Entry(Desk.Benefit).Property(b => b.Description).IsModified = true;
        if (await db.SaveEditAsync(Desk.Benefit, Form.Version, cancel))
        {
            return this.Done("The benefit is changed", PathwayLinks.Benefit(id, benefit));
        }

        await Desk.FindAsync(id, benefit, cancel);
        return this.Conflict(Form, BenefitForm.Of(Desk.Benefit, Desk.Measure));
    }
}
