using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Messages;
using CareCommissioning.Domain.Pathways;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Access;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Frame;
using CareCommissioning.Web.Components.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Pathways.Versions.Comments;

/// <summary>What everybody says about a version, the latest first, and a form to say something. What is urgent goes to the pathway's owner at once (C28).</summary>
[Requires(Permission.ViewPathways)]
public sealed class IndexModel(CareDbContext db, CurrentActor current, MapDesk desk, EmailText text, TimeProvider clock) : PageModel
{
    [BindProperty] public CommentForm Form { get; set; } = new();

    public MapDesk Desk { get; } = desk;

    public ListPage<CommentRow> Comments { get; private set; } = ListPage<CommentRow>.Empty;

    /// <summary>Comments on this element alone; null for all.</summary>
    public Guid? Part { get; private set; }

    /// <summary>Only those that wait for an answer.</summary>
    public bool OnlyOpen { get; private set; }

    /// <summary>Parts to comment on, each with the stage it stands in.</summary>
    public IEnumerable<SelectListItem> Parts => PathwayWords.Choices(Desk.Open.Map, Desk.Open.Map.Nodes);

    public bool MayComment => current.Actor.May(Permission.CommentOnPathways) && Desk.Open.Version.State is not (VersionState.Draft or VersionState.Superseded);

    public async Task<IActionResult> OnGetAsync(Guid id, int n, Guid? part, bool open, string? before, string? after, CancellationToken cancel)
    {
        ModelState.Clear();
        Form.Part = part;
        return await ReadAsync(id, n, part, open, ListPlace.Of(before, after, keys: 2), cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n, Guid? part, CancellationToken cancel)
    {
        if (!current.Actor.May(Permission.CommentOnPathways))
        {
            return Forbid();
        }

        if (!await ReadAsync(id, n, part, false, ListPlace.Of(null, null, keys: 2), cancel) || !MayComment)
        {
            return NotFound();
        }

        var about = Form.Part is { } chosen ? Desk.Open.Map.Find(chosen) : null;
        if (Form.Part is not null && about is null)
        {
            ModelState.AddModelError("Form.Part", PathwayRefusals.NotOnTheMap.Message);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (version, now) = (Desk.Open.Version, clock.GetUtcNow());
        var comment = new Discussion(Guid.CreateVersion7(now), version.PartnershipId, DiscussionSubject.PathwayVersion, version.Id, about is null ? null : (about.Id, Desk.Open.Map.NameOf(about)), Form.Kind!.Value, Form.IsUrgent, Form.Text!, current.Actor, now);
        db.Discussions.Add(comment);
        var owner = Form.IsUrgent ? await db.Pathways.Where(p => p.Id == id).Select(p => p.OwnerId).SingleAsync(cancel) : null;
        if (owner is { } account)
        {
            db.OutboxEmails.Add(OutboxEmail.ToAccount(Guid.CreateVersion7(now), account, "Urgent comment on a pathway", $"""
                {EmailText.OneLine(current.Actor.Name)} has left a comment marked urgent on {EmailText.OneLine(Desk.Open.Pathway)}, of which you are the owner.

                Read and answer it here:

                {text.Link(PathwayLinks.Comment(id, n, comment.Id))}
                """, now));
        }

        await db.SaveChangesAsync(cancel);
        return this.Done((Form.IsUrgent, owner) switch
        {
            (true, not null) => "Your comment is added, and the pathway’s owner is told",
            (true, null) => "Your comment is added, marked urgent. The pathway has no owner yet: tell your commissioner as well",
            _ => "Your comment is added",
        }, PathwayLinks.Comments(id, n, part));
    }

    private async Task<bool> ReadAsync(Guid id, int n, Guid? part, bool open, ListPlace place, CancellationToken cancel)
    {
        if (!await Desk.ReadAsync(id, n, cancel))
        {
            return false;
        }

        (Part, OnlyOpen) = (part, open);
        var said = db.Discussions.Where(d => d.SubjectId == Desk.Open.Version.Id && (part == null || d.PartId == part) && (!open || d.State == DiscussionState.Open));
        var rows = await said.LatestFirst(place, d => d.StartedAt, d => d.Id)
            .Select(d => new CommentRow(
                d.Id,
                d.PartName,
                d.Kind,
                d.IsUrgent,
                d.State,
                d.Disposition,
                d.StartedAt,
                d.Entries.OrderBy(e => e.Number).First().Text,
                d.Entries.OrderBy(e => e.Number).First().ByName,
                db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.Name).FirstOrDefault() ?? ""))
            .ToListAsync(cancel);
        Comments = place.Page(rows, row => [row.At.UtcTicks.ToString(), row.Id.ToString()]);
        return true;
    }
}

/// <summary>One comment in the list.</summary>
/// <param name="Part">What it is about; null for the whole.</param>
public sealed record CommentRow(Guid Id, string? Part, DiscussionKind Kind, bool IsUrgent, DiscussionState State, Disposition? Disposition, DateTimeOffset At, string Text, string By, string Organisation);
