using CareCommissioning.Domain.Access;
using CareCommissioning.Domain.Common;
using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers.Details;

/// <summary>To how many people an entry matters, and what the reader has to do with it.</summary>
/// <param name="BySide">How many of each kind of people, the most first.</param>
/// <param name="Mine">The reader's own vote on it; null where there is none.</param>
/// <param name="Given">How many votes the reader has given in this register.</param>
public sealed record RegisterVotes(IReadOnlyList<(ActorKind Side, int Count)> BySide, RegisterVote? Mine, int Given)
{
    public static readonly RegisterVotes None = new([], null, 0);

    public int Count => BySide.Sum(side => side.Count);

    public static async Task<RegisterVotes> OfAsync(CareDbContext db, RegisterEntry entry, Actor reader, CancellationToken cancel)
    {
        var sides = await db.RegisterVotes.Where(v => v.EntryId == entry.Id).GroupBy(v => v.Side).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var mine = await db.RegisterVotes.SingleOrDefaultAsync(v => v.EntryId == entry.Id && v.AccountId == reader.AccountId, cancel);
        var given = await db.RegisterVotes.CountAsync(v => v.AccountId == reader.AccountId && db.RegisterEntries.Any(e => e.Id == v.EntryId && e.KindCode == entry.KindCode && e.State == RegisterEntry.Open), cancel);
        return new([.. sides.OrderByDescending(side => side.Count).ThenBy(side => side.Key).Select(side => (side.Key, side.Count))], mine, given);
    }

    /// <summary>Gives the reader's vote; a second click changes nothing.</summary>
    public Outcome Give(CareDbContext db, RegisterEntry entry, Actor by, DateTimeOffset at)
    {
        if (Mine is not null)
        {
            return Outcome.Done;
        }

        var vote = RegisterVote.On(entry, Given, by, at);
        if (vote.Refusal is { } refusal)
        {
            return refusal;
        }

        db.RegisterVotes.Add(vote.Value!);
        return Outcome.Done;
    }

    public Outcome TakeBack(CareDbContext db)
    {
        if (Mine is not null)
        {
            db.RegisterVotes.Remove(Mine);
        }

        return Outcome.Done;
    }
}
