using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Common;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Collaboration;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Collaboration.Agreements.Details;

/// <summary>One agreement: what is signed, each organisation's position, and one's own.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, SignAgreement signing) : PageModel
{
    [BindProperty] public SignForm Form { get; set; } = new();

    [BindProperty] public WithdrawForm Withdraw { get; set; } = new();

    public AgreementMatrix Matrix { get; private set; } = null!;

    /// <summary>Where what is signed can be read.</summary>
    public string SubjectLink { get; private set; } = "";

    public bool MaySign => current.Actor.May(Permission.SignAgreements) && Matrix.It.State == AgreementState.Open && Matrix.It.Parties.Any(party => party.OrganisationId == current.Actor.OrganisationId);

    public bool MayWithdraw => current.Actor.May(Permission.EditPathways) && Matrix.It.State == AgreementState.Open;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.SignAgreements))
        {
            return Forbid();
        }

        ModelState.JudgeOnly(nameof(Form));
        return await SaveAsync(id, "Form.Position", locked => signing.SignAsync(locked, Form.Position!.Value, Form.Reason, cancel), locked =>
            locked.State == AgreementState.Reached ? "Your organisation has signed. It is agreed" : "Your organisation’s position is recorded", cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.EditPathways))
        {
            return Forbid();
        }

        ModelState.JudgeOnly(nameof(Withdraw));
        return await SaveAsync(id, "Withdraw.Reason", locked => signing.WithdrawAsync(locked, Withdraw.Reason!.Trim(), cancel), _ => "The agreement is withdrawn", cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, string field, Func<Agreement, Task<Outcome>> change, Func<Agreement, string> done, CancellationToken cancel)
    {
        if (!await db.Agreements.AnyAsync(a => a.Id == id, cancel))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            // Who may not write it is not asked to sign it either.
            var outcome = await signing.LockAsync(id, cancel) is { } locked ? await change(locked) : CollaborationRefusals.NotAsked;
            if (outcome.Succeeded)
            {
                return this.Done(done(db.Agreements.Local.First(a => a.Id == id)), CollaborationLinks.Agreement(id));
            }

            ModelState.AddModelError(field, outcome.Refusal!.Message);
        }

        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await AgreementMatrix.OfAsync(db, db.Agreements.Where(a => a.Id == id), cancel) is not { } found)
        {
            return false;
        }

        Matrix = found;
        SubjectLink = await db.SubjectLinkAsync(found.It.Subject, found.It.SubjectId, cancel);
        return true;
    }
}
