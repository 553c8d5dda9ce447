using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Admin.Invitations.New;

/// <summary>Invites somebody by e-mail: the only way an account comes to be.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, AccountEmails emails, UserManager<Account> accounts, TimeProvider clock) : PageModel
{
    [BindProperty] public NewForm Form { get; set; } = new();

    public IReadOnlyList<ManagedOrganisation> Organisations { get; private set; } = [];

    /// <summary>An invitation to the same address that is still open; null when there is none that this person may see.</summary>
    public OpenInvitation? Before { get; private set; }

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
        if (await HasAccountAsync(organisation.Id, cancel))
        {
            ModelState.AddModelError("Form.Email", $"Somebody at {organisation.Name} has an account with this e-mail address already");
            return Page();
        }

        Before = await FindOpenAsync(now, cancel);
        if (Before is not null && !Form.Again)
        {
            ModelState.AddModelError("Form.Again", "Say whether to invite them again: an invitation to this address is open");
            return Page();
        }

        var invitation = new Invitation(
            Guid.CreateVersion7(now), Form.Email!.Trim(), Form.Name!.Trim(), organisation.Id, role, Form.IsApprover, starts, Form.LastDay?.AddDays(1), key.Hash, current.Actor.AccountId, now);
        db.Invitations.Add(invitation);
        db.OutboxEmails.Add(emails.Invitation(invitation, organisation.Name, key));
        await db.SaveChangesAsync(cancel);
        return this.Done("The invitation is on its way. Its link works for 24 hours", AdministrationLinks.Invitations);
    }

    /// <summary>In this organisation alone: whether another one knows the address is not told.</summary>
    private Task<bool> HasAccountAsync(Guid organisationId, CancellationToken cancel)
    {
        var address = accounts.NormalizeEmail(Form.Email!.Trim());
        return db.Accounts.AnyAsync(a => a.OrganisationId == organisationId && a.Credentials.NormalizedEmail == address, cancel);
    }

    /// <summary>Row security leaves only invitations of organisations whose accounts this person gives.</summary>
    private Task<OpenInvitation?> FindOpenAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var pattern = Like.Exactly(Form.Email!.Trim());
        return (
            from invitation in db.Invitations
            where EF.Functions.ILike(invitation.Email, pattern, Like.Escape) && invitation.AcceptedAt == null && invitation.WithdrawnAt == null && now < invitation.ExpiresAt
            join organisation in db.Organisations on invitation.OrganisationId equals organisation.Id
            orderby invitation.Id descending
            select new OpenInvitation(organisation.Name, invitation.Role, invitation.CreatedAt)).FirstOrDefaultAsync(cancel);
    }

    private async Task FindAsync(CancellationToken cancel) => Organisations = await db.ManagedAsync(current, clock, cancel);
}

/// <summary>An invitation that was not answered yet.</summary>
public sealed record OpenInvitation(string Organisation, Role Role, DateTimeOffset SentAt);
