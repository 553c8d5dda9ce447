using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Organisations.Serve.Stop;

/// <summary>Ends that an organisation serves a partnership: for the one that keeps its record, and for the partnership served.</summary>
[Requires(Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    public Memberships Them { get; private set; } = null!;

    [BindProperty] public MembershipForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        // With one to choose, it is chosen.
        Form.Partnership = Them.MayStop is [var only] ? Guid.Parse(only.Value) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        return await Form.DecideAsync(db, Them, Them.MayStop, (it, partnership, lastDay) => it.StopServing(partnership, lastDay.EndAfter()), ModelState, cancel)
            ? this.Done($"{Them.It.Name} stops serving {Them.NameOf(Form.Partnership!.Value)}: {Form.On.InWords()} is the last day", OrganisationLinks.Details(id))
            : Page();
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
