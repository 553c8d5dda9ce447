using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Accounts;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Admin.Invitations;

/// <summary>Invitations sent, newest first, with their state; to send again or withdraw.</summary>
[Requires(Permission.ManageAccounts, Permission.ManageColleagues)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, AccountEmails emails, TimeProvider clock) : PageModel
{
    public ListPage<InvitationRow> Invitations { get; private set; } = ListPage<InvitationRow>.Empty;

    public async Task OnGetAsync(string? before, string? after, CancellationToken cancel)
    {
        ModelState.Clear();
        var place = ListPlace.Of(before, after, keys: 1);
        var query = db.Invitations.AsNoTracking();
        if (place.Keys is [var key] && Guid.TryParse(key, out var from))
        {
            // Ids are made in the order of time.
            query = place.IsBackwards ? query.Where(i => i.Id > from) : query.Where(i => i.Id < from);
        }

        query = place.IsBackwards ? query.OrderBy(i => i.Id) : query.OrderByDescending(i => i.Id);
        var now = clock.GetUtcNow();
        var rows = await query.Take(ListPlace.Take)
            .Select(i => new { Invitation = i, Organisation = db.Organisations.Where(o => o.Id == i.OrganisationId).Select(o => o.Name).FirstOrDefault() })
            .ToListAsync(cancel);
        Invitations = place.Page(
            rows.ConvertAll(r => new InvitationRow(
                r.Invitation.Id, r.Invitation.DisplayName, r.Invitation.Email, r.Organisation ?? "", r.Invitation.Role, r.Invitation.StateAt(now), r.Invitation.CreatedAt, r.Invitation.ExpiresAt)),
            row => [row.Id.ToString()]);
    }

    /// <summary>A new link by e-mail; the one sent before is dead.</summary>
    public async Task<IActionResult> OnPostResendAsync(Guid? id, CancellationToken cancel)
    {
        if (id is null)
        {
            return BadRequest();
        }

        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation)
        {
            return NotFound();
        }

        if (!Account.MayGive(invitation.Role, current.Actor))
        {
            return await RefusedAsync(AccountRefusals.AdministratorsAlone.Message, cancel);
        }

        var key = SecretKey.New();
        if (invitation.Renew(key.Hash, clock.GetUtcNow()).Refusal is { } refusal)
        {
            return await RefusedAsync(refusal.Message, cancel);
        }

        var organisation = await db.Organisations.Where(o => o.Id == invitation.OrganisationId).Select(o => o.Name).SingleAsync(cancel);
        db.OutboxEmails.Add(emails.Invitation(invitation, organisation, key));
        await db.SaveChangesAsync(cancel);
        return this.Done("A new link is on its way. The old one no longer works", AdministrationLinks.Invitations);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid? id, CancellationToken cancel)
    {
        if (id is null)
        {
            return BadRequest();
        }

        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } invitation)
        {
            return NotFound();
        }

        if (!Account.MayGive(invitation.Role, current.Actor))
        {
            return await RefusedAsync(AccountRefusals.AdministratorsAlone.Message, cancel);
        }

        if (invitation.Withdraw(clock.GetUtcNow()).Refusal is { } refusal)
        {
            return await RefusedAsync(refusal.Message, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return this.Done("The invitation is withdrawn; its link no longer works", AdministrationLinks.Invitations);
    }

    private async Task<IActionResult> RefusedAsync(string message, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await OnGetAsync(null, null, cancel);
        ModelState.AddModelError("", message);
        return Page();
    }
}

/// <summary>One line of the list.</summary>
public sealed record InvitationRow(
    Guid Id, string Name, string Email, string Organisation, Role Role, InvitationState State, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
