using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Collaboration;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Governance;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CareCommissioning.Web.Pages.Governance.Registers.Details;

/// <summary>To what an entry is tied, and to what else it can be.</summary>
/// <param name="Choices">Empty where this person ties nothing, and where the entry is closed.</param>
public sealed record EntryTies(RegisterEntry Entry, IReadOnlyList<EntryTie> All, IReadOnlyList<SelectListItem> Choices)
{
    public static async Task<EntryTies> OfAsync(CareDbContext db, RegisterEntry entry, bool mayTie, CancellationToken cancel)
    {
        var all = await db.TiesAsync(entry.Id, cancel);
        return new(entry, all, mayTie && entry.IsOpen ? await TieChoices.OfAsync(db, entry.Kind, [.. all.Select(tie => tie.Change.Id)], cancel) : []);
    }

    /// <param name="to">One of <see cref="Choices"/>.</param>
    public Outcome Add(CareDbContext db, string? to, Actor by, DateTimeOffset at)
    {
        if (!Entry.IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        if (Choices.All(choice => choice.Value != to) || to!.Split(':') is not [var end, var id])
        {
            return GovernanceRefusals.NotInTheList;
        }

        db.Links.Add(new Link(Guid.CreateVersion7(at), Entry.PartnershipId, LinkEnd.RegisterEntry, Entry.Id, Enum.Parse<LinkEnd>(end), Guid.Parse(id), by.Name, at));
        return Outcome.Done;
    }

    /// <summary>What closed an entry stays in sight beside it: ties of a closed one are not undone. One that is gone already is.</summary>
    public Outcome Remove(CareDbContext db, Guid link)
    {
        if (!Entry.IsOpen)
        {
            return GovernanceRefusals.EntryClosed;
        }

        db.Links.RemoveRange(All.Where(tie => tie.Link.Id == link).Select(tie => tie.Link));
        return Outcome.Done;
    }
}
