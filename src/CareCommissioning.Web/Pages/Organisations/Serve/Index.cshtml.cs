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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Organisations.Serve;

/// <summary>Lets an organisation serve another partnership, which then sees it too, or ends that.</summary>
[Requires(Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    private const int MostPartnerships = 200;

    [BindProperty] public ServeForm Form { get; set; } = new();

    public Organisation It { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> MayBegin { get; private set; } = [];

    public IReadOnlyList<SelectListItem> MayStop { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) =>
        DecideAsync(id, MayBeginAmong, organisation => organisation.Offer(Form.Partnership!.Value, Form.On!.Value), "serves", cancel);

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel) =>
        DecideAsync(id, MayStopAmong, organisation => organisation.StopServing(Form.Partnership!.Value, Form.On!.Value), "no longer serves", cancel);

    private IReadOnlyList<SelectListItem> MayBeginAmong() => MayBegin;

    private IReadOnlyList<SelectListItem> MayStopAmong() => MayStop;

    private async Task<IActionResult> DecideAsync(Guid id, Func<IReadOnlyList<SelectListItem>> among, Func<Organisation, Outcome> decide, string now, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        var partnership = among().FirstOrDefault(p => p.Value == Form.Partnership?.ToString());
        if (partnership is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Form.Partnership", "Choose the partnership");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (decide(It).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.On", refusal.Message);
            return Page();
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.PartnershipMember))
        {
            ModelState.AddModelError("Form.Partnership", PartnershipRefusals.AlreadyServes.Message);
            return Page();
        }

        return this.Done($"{It.Name} {now} {partnership!.Text} from {Form.On.InWords()}", OrganisationLinks.Details(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindKeptAsync(id, cancel) is not { } kept)
        {
            return NotFound();
        }

        It = kept.It;
        if (!current.Actor.Keeps(It.PartnershipId, kept.Kind.Function))
        {
            return Forbid();
        }

        var served = It.Partnerships.Where(p => p.ValidTo is null).Select(p => p.PartnershipId).ToHashSet();
        var partnerships = await db.Partnerships.OrderBy(p => p.Name).Take(MostPartnerships).Select(p => new { p.Id, p.Name }).ToListAsync(cancel);
        MayBegin = [.. partnerships.Where(p => !served.Contains(p.Id)).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        MayStop = [.. partnerships.Where(p => served.Contains(p.Id) && p.Id != It.PartnershipId).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        return null;
    }
}
