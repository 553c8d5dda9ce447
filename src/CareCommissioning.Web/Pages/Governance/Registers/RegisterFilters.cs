using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>What narrows a register. Bound from the address.</summary>
public sealed class RegisterFilters
{
    /// <summary>All states, in the address.</summary>
    public const string AnyState = "any";

    /// <summary>Part of what the entry says in short.</summary>
    public string? Find { get; set; }

    public Guid? Locality { get; set; }

    public string? Category { get; set; }

    /// <summary>Open entries where nothing is chosen.</summary>
    public string? State { get; set; }

    /// <summary>Only what the reader owns.</summary>
    public bool Mine { get; set; }

    public bool Any => !string.IsNullOrWhiteSpace(Find) || Locality is not null || Category is not null || State is not null || Mine;

    /// <summary>The entries that fit, in no order.</summary>
    /// <param name="me">The reader's account.</param>
    public IQueryable<RegisterEntry> Apply(CareDbContext db, RegisterKind kind, Guid? partnership, Guid? me)
    {
        // Row security allows no other partnership; said here too, so that the planner finds the index.
        var entries = db.RegisterEntries.AsNoTracking().Where(e => e.PartnershipId == partnership && e.KindCode == kind.Code);
        if (Find?.Trim() is { Length: > 0 } words)
        {
            var pattern = Like.Contains(words.Length > RegisterEntry.MaxTitleLength ? words[..RegisterEntry.MaxTitleLength] : words);
            entries = entries.Where(e => EF.Functions.ILike(e.Title, pattern, Like.Escape));
        }

        if (Locality is { } locality)
        {
            entries = entries.Where(e => e.LocalityId == locality);
        }

        if (Category is { } category)
        {
            entries = entries.Where(e => e.Category == category);
        }

        if (State != AnyState)
        {
            var state = kind.StateOf(State ?? "")?.Code ?? RegisterEntry.Open;
            entries = entries.Where(e => e.State == state);
        }

        return Mine ? entries.Where(e => e.OwnerId == me) : entries;
    }
}
