using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>Which partnerships an organisation serves. The one that keeps its record offers it to others and takes an offer back; another accepts or declines.</summary>
[Requires(Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, TimeProvider clock) : PageModel
{
    /// <summary>The first day that was on offer when the page was made: an offer changed since is read again before it is accepted.</summary>
    [BindProperty] public DateOnly? From { get; set; }

    public Memberships Them { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancel) =>
        AnswerAsync(id, (it, mine) => it.Accept(mine, Today), mine => $"{Them.It.Name} serves {Them.NameOf(mine.PartnershipId)} from {mine.ValidFrom.InWords()}", OrganisationLinks.Details(id), cancel);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancel) =>
        AnswerAsync(id, (it, mine) => it.WithdrawOffer(mine), _ => $"The offer of {Them.It.Name} is declined", OrganisationLinks.List, cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid partnership, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        ModelState.Clear();
        if (!Them.Keeps)
        {
            return Forbid();
        }

        return await Them.DecideAsync(db, it => it.WithdrawOffer(partnership), cancel) is { } wrong
            ? await AgainAsync(id, wrong, cancel)
            : this.Done($"The offer of {Them.It.Name} to {Them.NameOf(partnership)} is taken back", OrganisationLinks.Serve(id));
    }

    private async Task<IActionResult> AnswerAsync(
        Guid id, Func<Organisation, Guid, Outcome> answer, Func<PartnershipMember, string> done, string url, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        ModelState.Clear();
        if (Them.ToAnswer is not { } offer)
        {
            return await AgainAsync(id, PartnershipRefusals.NotOffered.Message, cancel);
        }

        if (offer.ValidFrom != From)
        {
            return await AgainAsync(id, Memberships.Overtaken, cancel);
        }

        return await Them.DecideAsync(db, it => answer(it, offer.PartnershipId), cancel) is { } wrong ? await AgainAsync(id, wrong, cancel) : this.Done(done(offer), url);
    }

    private async Task<IActionResult> AgainAsync(Guid id, string wrong, CancellationToken cancel)
    {
        ModelState.AddModelError("", wrong);
        return await FindAsync(id, cancel) ?? Page();
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Memberships.FindAsync(db, current.Actor, id, cancel) is not { } found)
        {
            return NotFound();
        }

        Them = found;
        return found.MayDecide ? null : Forbid();
    }
}
