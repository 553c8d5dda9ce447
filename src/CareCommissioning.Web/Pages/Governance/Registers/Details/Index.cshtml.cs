using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Persistence.Governance;
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

    public IReadOnlyList<EntryTie> Ties { get; private set; } = [];

    public RegisterVotes Votes { get; private set; } = RegisterVotes.None;

    public string? Locality { get; private set; }

    public string? Owner { get; private set; }

    public bool MayVote => Desk.Kind.VotesEach > 0 && current.Actor.May(Permission.VoteOnPriorities);

    public bool MayKeepGaps => current.Actor.May(RegisterKinds.Gaps.Keep);

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken cancel) => await ReadAsync(kind, id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostTieAsync(string kind, Guid id, CancellationToken cancel)
    {
        ModelState.JudgeOnly(nameof(Tie));
        return SaveAsync(kind, id, Desk.Keeps(kind), "Tie.To", AddTie, "The link is made", cancel);
    }

    public Task<IActionResult> OnPostUntieAsync(string kind, Guid id, Guid link, CancellationToken cancel)
    {
        ModelState.Clear();
        return SaveAsync(kind, id, Desk.Keeps(kind), "", () => RemoveTie(link), "The link is removed", cancel);
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
            () => Desk.Kind.StateOf(Close.State!) is { } state ? Desk.Entry.Close(state, Ties.Select(tie => tie.Change), Close.Decision, current.Actor, Desk.Today) : GovernanceRefusals.NoSuchState,
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

    private Outcome AddTie()
    {
        if (!Desk.Entry.IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        if (Tie.Choices.All(choice => choice.Value != Tie.To) || Tie.To!.Split(':') is not [var end, var id])
        {
            return GovernanceRefusals.NotInTheList;
        }

        db.Links.Add(new Link(Guid.CreateVersion7(clock.GetUtcNow()), Desk.Entry.PartnershipId, LinkEnd.RegisterEntry, Desk.Entry.Id, Enum.Parse<LinkEnd>(end), Guid.Parse(id), current.Actor.Name, clock.GetUtcNow()));
        return Outcome.Done;
    }

    private Outcome RemoveTie(Guid link)
    {
        // What closed an entry stays in sight beside it.
        if (!Desk.Entry.IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        if (Ties.FirstOrDefault(tie => tie.Link.Id == link)?.Link is { } there)
        {
            db.Links.Remove(there);
        }

        return Outcome.Done;
    }

    private async Task<bool> ReadAsync(string kind, Guid id, CancellationToken cancel)
    {
        if (!await Desk.FindAsync(kind, id, cancel))
        {
            return false;
        }

        Ties = await db.TiesAsync(id, cancel);
        Votes = Desk.Kind.VotesEach > 0 ? await RegisterVotes.OfAsync(db, Desk.Entry, current.Actor, cancel) : RegisterVotes.None;
        Locality = await db.Localities.Where(l => l.Id == Desk.Entry.LocalityId).Select(l => l.Name).SingleOrDefaultAsync(cancel);
        Owner = await db.Accounts.Where(a => a.Id == Desk.Entry.OwnerId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel);
        if (Desk.MayKeep && Desk.Entry.IsOpen)
        {
            Tie.Choices = await TieChoices.OfAsync(db, Desk.Kind, [.. Ties.Select(tie => tie.Change.Id)], cancel);
        }

        return true;
    }
}
