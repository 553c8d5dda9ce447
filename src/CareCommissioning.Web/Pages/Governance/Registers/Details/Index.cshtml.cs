using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers.Details;

/// <summary>One entry: what it says, what it is tied to, how many it matters to, and how it ended (S0-001, S3-001).</summary>
[Requires(Permission.ViewRegisters)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, RegisterDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public TieForm Tie { get; set; } = new();

    [BindProperty] public CloseForm Close { get; set; } = new();

    [BindProperty] public ReopenForm Reopen { get; set; } = new();

    public RegisterDesk Desk { get; } = desk;

    public EntryTies Ties { get; private set; } = null!;

    public RegisterVotes Votes { get; private set; } = RegisterVotes.None;

    public bool MayVote => Desk.Kind.VotesEach > 0 && current.Actor.May(Permission.VoteOnPriorities);

    public bool MayKeepGaps => current.Actor.May(RegisterKinds.Gaps.Keep);

    /// <summary>A form that was refused stands open, so that its message is seen.</summary>
    public bool IsRefused(string form) => ModelState.Any(entry => entry.Key.StartsWith($"{form}.", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0);

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken cancel) => await ReadAsync(kind, id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostTieAsync(string kind, Guid id, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Tie));
        return SaveAsync(kind, id, Desk.Keeps(kind), "Tie.To", () => Ties.Add(db, Tie.To, current.Actor, clock.GetUtcNow()), "The link is made", cancel);
    }

    public Task<IActionResult> OnPostUntieAsync(string kind, Guid id, Guid link, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(kind, id, Desk.Keeps(kind), "", () => Ties.Remove(db, link), "The link is removed", cancel);
    }

    public Task<IActionResult> OnPostVoteAsync(string kind, Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(kind, id, current.Actor.May(Permission.VoteOnPriorities), "", () => Votes.Give(db, Desk.Entry, current.Actor, clock.GetUtcNow()), "Your vote is given", cancel);
    }

    public Task<IActionResult> OnPostUnvoteAsync(string kind, Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(kind, id, current.Actor.May(Permission.VoteOnPriorities), "", () => Votes.TakeBack(db), "Your vote is taken back", cancel);
    }

    public Task<IActionResult> OnPostCloseAsync(string kind, Guid id, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Close));
        return SaveAsync(
            kind,
            id,
            Desk.Keeps(kind),
            "Close.Decision",
            () => Desk.Kind.StateOf(Close.State!) is { } state ? Desk.Entry.Close(state, Ties.All.Select(tie => tie.Change), Close.Decision, current.Actor, Desk.Today) : GovernanceRefusals.NoSuchState,
            "It is closed",
            cancel);
    }

    public Task<IActionResult> OnPostReopenAsync(string kind, Guid id, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Reopen));
        return SaveAsync(kind, id, Desk.Keeps(kind), "Reopen.Reason", () => Desk.Entry.Reopen(Reopen.Reason, current.Actor), "It is open again", cancel);
    }

    private async Task<IActionResult> SaveAsync(string kind, Guid id, bool may, string field, Func<Outcome> change, string done, CancellationToken cancel)
    {
        if (!may)
        {
            return Forbid();
        }

        if (!await ReadAsync(kind, id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (change().Refusal is { } refusal)
        {
            ModelState.AddModelError(field, refusal.Message);
            return Page();
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failed) when (failed.IsTaken(Constraints.Link) || failed.IsTaken(Constraints.RegisterVote))
        {
            // Somebody did the same at the same moment: it is done.
            db.ChangeTracker.Clear();
        }

        return this.Done(done, RegisterLinks.Entry(kind, id));
    }

    private async Task<bool> ReadAsync(string kind, Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(kind, id, cancel))
        {
            return false;
        }

        Ties = await EntryTies.OfAsync(db, Desk.Entry, Desk.MayKeep, cancel);
        Votes = Desk.Kind.VotesEach > 0 ? await RegisterVotes.OfAsync(db, Desk.Entry, current.Actor, cancel) : RegisterVotes.None;
        return true;
    }
}
