using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CareCommissioning.Web.Pages.Organisations.Rename;

/// <summary>Gives an organisation a new name from a day; the old one is kept with its dates.</summary>
[Requires(Permission.ManageProviders, Permission.ManageOrganisations)]
public sealed class IndexModel(CareDbContext db, CurrentActor current) : PageModel
{
    [BindProperty] public RenameForm Form { get; set; } = new();

    public Organisation It { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        Form = new RenameForm { Version = It.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refused)
        {
            return refused;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (It.Rename(Form.Name!.Trim(), Form.From!.Value).Refusal is { } refusal)
        {
            ModelState.AddModelError("Form.From", refusal.Message);
            return Page();
        }

        if (!await db.SaveEditAsync(It, Form.Version, cancel))
        {
            return await FindAsync(id, cancel) ?? this.Conflict(Form, new RenameForm { Version = It.Version, Name = It.Name, From = It.Names.Max(n => n.ValidFrom) });
        }

        return this.Done($"The name is {It.Name} from {Form.From.InWords()}", OrganisationLinks.Details(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindKeptAsync(id, cancel) is not { } kept)
        {
            return NotFound();
        }

        It = kept.It;
        return current.Actor.Keeps(It.PartnershipId, kept.Kind.Function) ? null : Forbid();
    }
}
