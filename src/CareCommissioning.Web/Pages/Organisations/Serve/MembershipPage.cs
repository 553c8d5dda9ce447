using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>What the pages have in common that decide which partnerships an organisation serves.</summary>
public abstract class MembershipPage(CareDbContext db, CurrentActor current) : PageModel
{
    /// <summary>What is told when the other side decided at the same moment.</summary>
    protected const string Overtaken = "Somebody else decided about this at the same time. This is how it stands now";

    public Memberships Them { get; private set; } = null!;

    /// <summary>Finds the organisation; what to answer instead when the reader decides nothing about it.</summary>
    protected async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Memberships.FindAsync(db, current.Actor, id, cancel) is not { } found)
        {
            return NotFound();
        }

        Them = found;
        return found.MayDecide ? null : Forbid();
    }

    /// <summary>Decides and saves.</summary>
    /// <returns>What is wrong with it; null when it is done.</returns>
    protected async Task<string?> DecideAsync(Func<Organisation, Outcome> decide, CancellationToken cancel)
    {
        if (decide(Them.It).Refusal is { } refusal)
        {
            return refusal.Message;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException failed) when (failed is DbUpdateConcurrencyException || failed.IsTaken(Constraints.PartnershipMember))
        {
            db.ChangeTracker.Clear();
            return Overtaken;
        }
    }

    /// <summary>Decides what a form asks about one of the partnerships that may be chosen, and saves.</summary>
    /// <returns>False when something is wrong: the form is shown again with the messages beside its fields.</returns>
    protected async Task<bool> DecideAsync(MembershipForm form, IReadOnlyList<SelectListItem> among, Func<Organisation, Guid, DateOnly, Outcome> decide, CancellationToken cancel)
    {
        if (form.Partnership is { } chosen && !among.Any(p => p.Value == chosen.ToString()))
        {
            ModelState.AddModelError("Form.Partnership", "Choose the partnership");
        }

        if (ModelState.IsValid && await DecideAsync(it => decide(it, form.Partnership!.Value, form.On!.Value), cancel) is { } wrong)
        {
            ModelState.AddModelError("Form.On", wrong);
        }

        return ModelState.IsValid;
    }
}
