using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Admin.Accounts.Terms;

/// <summary>Changes role, approver's right or dates. It holds from the person's next click.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, CredentialCheck check) : PageModel
{
    [BindProperty] public TermsForm Form { get; set; } = new();

    [BindProperty] public PasswordConfirmation Confirmation { get; set; } = new();

    public Account It { get; private set; } = null!;

    public OrganisationKind Kind { get; private set; } = null!;

    public IEnumerable<SelectListItem> Roles => RoleChoices.For([new ManagedOrganisation(It.OrganisationId, "", Kind)], current.Actor);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Form = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await this.ConfirmedAsync(Confirmation, check, cancel))
        {
            return Page();
        }

        if (It.ChangeTerms(Form.Role!.Value, Form.IsApprover, Kind, Form.StartsOn!.Value, Form.LastDay?.AddDays(1), current.Actor).Refusal is { } refusal)
        {
            ModelState.AddModelError(FieldOf(refusal), refusal.Message);
            return Page();
        }

        await db.GiveReasonAsync(Form.Reason!.Trim(), cancel);
        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Form, Saved()) : NotFound();
        }

        return this.Done("The account is changed", AdministrationLinks.Account(id));
    }

    private TermsForm Saved() => new()
    {
        Version = It.Version,
        Role = It.Role,
        IsApprover = It.IsApprover,
        StartsOn = It.StartsOn,
        LastDay = It.EndsOn?.LastDay(),
    };

    private static string FieldOf(Domain.Common.Refusal refusal) =>
        refusal == AccountRefusals.EndDateNeeded || refusal == AccountRefusals.EndsBeforeItStarts ? "Form.LastDay"
        : refusal == AccountRefusals.NotForYourself ? ""
        : "Form.Role";

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Managed(current).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } account)
        {
            return false;
        }

        It = account;
        Kind = await db.OrganisationKinds.SingleAsync(k => db.Organisations.Any(o => o.Id == account.OrganisationId && o.KindCode == k.Code), cancel);
        return true;
    }
}
