using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Admin.Invitations.New;

/// <summary>Invites somebody by e-mail: the only way an account comes to be.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, AccountEmails emails, TimeProvider clock) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

    public IReadOnlyList<ManagedOrganisation> Organisations { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => RoleChoices.For(Organisations, current.Actor);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        Form = new NewForm { StartsOn = clock.Today(), OrganisationId = Organisations is [var only] ? only.Id : null };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Organisations.FirstOrDefault(o => o.Id == Form.OrganisationId) is not { } organisation)
        {
            return NotFound();
        }

        var (role, starts) = (Form.Role!.Value, Form.StartsOn!.Value);
        var refusal = Account.MayGive(role, current.Actor) ? Account.CheckTerms(role, organisation.Kind, starts, Form.LastDay?.AddDays(1)).Refusal : AccountRefusals.AdministratorsAlone;
        if (refusal is not null)
        {
            ModelState.AddModelError(refusal == AccountRefusals.EndDateNeeded || refusal == AccountRefusals.EndsBeforeItStarts ? "Form.LastDay" : "Form.Role", refusal.Message);
            return Page();
        }

        var (key, now) = (SecretKey.New(), clock.GetUtcNow());
        var invitation = new Invitation(
            Guid.CreateVersion7(now), Form.Email!.Trim(), Form.Name!.Trim(), organisation.Id, role, Form.IsApprover, starts, Form.LastDay?.AddDays(1), key.Hash, current.Actor.AccountId, now);
        db.Invitations.Add(invitation);
        db.OutboxEmails.Add(emails.Invitation(invitation, organisation.Name, key));
        await db.SaveChangesAsync(cancel);
        return this.Done("The invitation is on its way. Its link works for 24 hours", AdminLinks.Invitations);
    }

    private async Task FindAsync(CancellationToken cancel) => Organisations = await db.ManagedAsync(current, clock, cancel);
}
