using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Partnerships;
using CareCommissioning.Persistence;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Conflicts;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Teams.Members;

/// <summary>Names a team's manager, adds members and takes them out (S1-048).</summary>
[Requires(Permission.ManageTeams)]
public sealed class IndexModel(CareDbContext db, TimeProvider clock) : PageModel
{
    private const int MostMatches = 10;
    private static readonly Role[] TeamRoles = [.. Enum.GetValues<Role>().Where(role => role.Describe().Kind == ActorKind.Team)];

    [BindProperty] public AddForm Add { get; set; } = new();

    [BindProperty] public ManagerForm Manager { get; set; } = new();

    public Team It { get; private set; } = null!;

    public string? Organisation { get; private set; }

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public IEnumerable<SelectListItem> MayManage =>
        Members.Where(m => m.Role == Role.TeamManager).Select(m => new SelectListItem(m.Name, m.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Manager = Saved();
        return Page();
    }

    public async Task<IActionResult> OnPostManagerAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (Manager.Manager is { } chosen && !MayManage.Any(m => m.Value == chosen.ToString()))
        {
            ModelState.AddModelError("Manager.Manager", "Choose a member who is a team manager");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        It.AppointManager(Manager.Manager);
        if (!await db.SaveEditAsync(It, Manager.Version, cancel))
        {
            return await FindAsync(id, cancel) ? this.Conflict(Manager, Saved(), nameof(Manager)) : NotFound();
        }

        return this.Done(Manager.Manager is null ? "The team has no manager now" : "The manager is named", TeamLinks.Members(id));
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Manager = Saved();
        var found = ModelState.IsValid ? await FindColleagueAsync(cancel) : null;
        if (found is null)
        {
            return Page();
        }

        It.Add(found.Id);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.TeamMember))
        {
            ModelState.AddModelError("Add.Typed", $"{found.Name} is a member already");
            return Page();
        }

        return this.Done($"{found.Name} works in {It.Name}", TeamLinks.Members(id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid member, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        It.Remove(member);
        await db.SaveChangesAsync(cancel);
        return this.Done($"{Members.FirstOrDefault(m => m.Id == member)?.Name ?? "The colleague"} no longer works in {It.Name}", TeamLinks.Members(id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Teams.Include(t => t.Members).SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        Organisation = await db.Organisations.Where(o => o.Id == It.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync(cancel);
        Members = await TeamMembers.OfAsync(db, id, Details.IndexModel.MostMembers, cancel);
        return true;
    }

    /// <summary>The colleague meant among those of the team's organisation whose account may be used; null and a message when there is none, or not only one.</summary>
    private async Task<MemberView?> FindColleagueAsync(CancellationToken cancel)
    {
        var colleagues = Colleagues();
        if (Add.Id is { } chosen)
        {
            return await Views(colleagues.Where(a => a.Id == chosen)).SingleOrDefaultAsync(cancel) ?? Refuse("Choose a colleague from the list, or search again");
        }

        if (string.IsNullOrWhiteSpace(Add.Typed))
        {
            return Refuse("Enter the name of a colleague");
        }

        var words = Like.Contains(Add.Typed.Trim());
        var matches = await Views(colleagues.Where(a => EF.Functions.ILike(a.DisplayName, words, Like.Escape)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id)).Take(MostMatches + 1).ToListAsync(cancel);
        switch (matches)
        {
            case [var only]:
                return only;
            case []:
                return Refuse($"No care co-ordinator or team manager of {Organisation} has this name and is not a member already");
            case { Count: > MostMatches }:
                return Refuse($"More than {MostMatches} colleagues fit this. Enter more of the name");
            default:
                Add.Matches = matches;
                return Refuse("Choose which colleague you mean");
        }
    }

    private IQueryable<Account> Colleagues()
    {
        var (team, organisation, today) = (It.Id, It.OrganisationId, clock.Today());
        return db.Accounts.Where(a => a.OrganisationId == organisation && TeamRoles.Contains(a.Role)
            && a.DisabledAt == null && a.StartsOn <= today && (a.EndsOn == null || a.EndsOn > today)
            && !db.Teams.Any(t => t.Id == team && t.Members.Any(m => m.AccountId == a.Id)));
    }

    private static IQueryable<MemberView> Views(IQueryable<Account> accounts) =>
        accounts.Select(a => new MemberView(a.Id, a.DisplayName, a.Role, true));

    private MemberView? Refuse(string message)
    {
        ModelState.AddModelError("Add.Typed", message);
        return null;
    }

    private ManagerForm Saved() => new() { Version = It.Version, Manager = It.ManagerId };
}
