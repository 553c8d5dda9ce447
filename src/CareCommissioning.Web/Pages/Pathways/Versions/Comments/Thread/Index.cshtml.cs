using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Common;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Comments.Thread;

/// <summary>One comment with its answers. Those who draw answer it; the organisation that made it can ask again.</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public AnswerForm Form { get; set; } = new();

    [BindProperty] public AgainForm Again { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public Discussion It { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Organisations { get; private set; } = new Dictionary<Guid, string>();

    public bool MayAnswer => current.Actor.May(Permission.EditPathways) && It.State != DiscussionState.Answered;

    public bool MayAskAgain => current.Actor.May(Permission.CommentOnPathways) && It.State == DiscussionState.Answered && It.OrganisationId == current.Actor.OrganisationId;

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid discussion, CancellationToken cancel)
    {
        if (!await ReadAsync(id, n, discussion, cancel))
        {
            return NotFound();
        }

        Form.Version = It.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, int n, Guid discussion, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.EditPathways))
        {
            return Forbid();
        }

        return await SaveAsync(id, n, discussion, nameof(Form), () => It.Answer(Form.Text!, Form.Disposition!.Value, current.Actor, clock.GetUtcNow()), "The comment is answered", cancel);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, int n, Guid discussion, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.CommentOnPathways))
        {
            return Forbid();
        }

        return await SaveAsync(id, n, discussion, nameof(Again), () => It.AskAgain(Again.Text!, current.Actor, clock.GetUtcNow()), "The comment is open again", cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, int n, Guid discussion, string form, Func<Outcome> change, string done, CancellationToken cancel)
    {
        if (!await ReadAsync(id, n, discussion, cancel))
        {
            return NotFound();
        }

        ModelState.JudgeOnly(form);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (change().Refusal is { } refusal)
        {
            ModelState.AddModelError($"{form}.Text", refusal.Message);
            return Page();
        }

        if (await db.SaveEditAsync(It, form == nameof(Form) ? Form.Version : It.Version, cancel))
        {
            return this.Done(done, PathwayLinks.Comment(id, n, discussion));
        }

        await ReadAsync(id, n, discussion, cancel);
        ModelState.Remove("Form.Version");
        Form.Version = It.Version;
        ModelState.AddModelError($"{form}.Text", "Somebody else has just written here: read that first, then save yours");
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, int n, Guid discussion, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel)
            || await db.Discussions.Include(d => d.Entries.OrderBy(e => e.Number)).SingleOrDefaultAsync(d => d.Id == discussion && d.SubjectId == Desk.Open.Version.Id, cancel) is not { } found)
        {
            return false;
        }

        It = found;
        var ids = found.Entries.Select(entry => entry.OrganisationId).Distinct().ToList();
        Organisations = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return true;
    }
}
