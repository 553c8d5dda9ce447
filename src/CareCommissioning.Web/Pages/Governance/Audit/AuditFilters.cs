using CareCommissioning.Domain.Accounts;
using CareCommissioning.Domain.Placements;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Pages.Governance.Audit;

/// <summary>What narrows the audit log. Bound from the address.</summary>
public sealed class AuditFilters
{
    private const int MostPeople = 100;

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Part of a name.</summary>
    public string? Who { get; set; }

    public string? Action { get; set; }

    /// <summary>Table of the kind of record.</summary>
    public string? Record { get; set; }

    /// <summary>Identifier of a record, or a person's reference (P-000123): all that was done with that person and their placements.</summary>
    public string? RecordId { get; set; }

    /// <summary>Network address, whole.</summary>
    public string? Address { get; set; }

    public bool Any => From is not null || To is not null || Given(Who) || Given(Action) || Given(Record) || Given(RecordId) || Given(Address);

    /// <summary>The address's query that asks for the same again, from "?" on; empty when nothing is asked.</summary>
    public string Query => QueryHelpers.AddQueryString("", Parts().Where(p => Given(p.Value)));

    /// <summary>The lines of one partnership's log that fit, in no order.</summary>
    /// <remarks>
    /// Lines are written one after another, so a day is a range of sequence numbers: every filter but the last four reads an index from its end.
    /// The log is asked for by its chain even though row security allows no other: several policies together would hide that from the planner.
    /// </remarks>
    public async Task<IQueryable<AuditEntry>> ApplyAsync(CareDbContext db, Guid chain, CancellationToken cancel)
    {
        var log = db.AuditEntries.AsNoTracking().Where(e => e.ChainId == chain);
        var entries = log;
        if (From is { } from)
        {
            var begins = from.BeginsAt();
            entries = entries.Where(e => e.Sequence >= (log.Where(x => x.At >= begins).OrderBy(x => x.At).Select(x => (long?)x.Sequence).FirstOrDefault() ?? long.MaxValue));
        }

        if (To is { } to)
        {
            var ends = to.AddDays(1).BeginsAt();
            entries = entries.Where(e => e.Sequence < (log.Where(x => x.At >= ends).OrderBy(x => x.At).Select(x => (long?)x.Sequence).FirstOrDefault() ?? long.MaxValue));
        }

        if (Given(Who))
        {
            var name = Who!.Trim();
            var pattern = Like.Contains(name.Length > Account.MaxNameLength ? name[..Account.MaxNameLength] : name);
            var people = await db.Accounts.Where(a => EF.Functions.ILike(a.DisplayName, pattern, Like.Escape)).OrderBy(a => a.Id).Take(MostPeople).Select(a => (Guid?)a.Id).ToListAsync(cancel);
            entries = people.Count > 0
                ? entries.Where(e => people.Contains(e.ActorId))
                : entries.Where(e => EF.Functions.ILike(e.ActorName, pattern, Like.Escape));
        }

        if (Given(Action))
        {
            entries = entries.Where(e => e.Action == Action);
        }

        if (Given(Record))
        {
            entries = entries.Where(e => e.RootTable == Record);
        }

        if (Given(Address))
        {
            var address = Address!.Trim();
            entries = entries.Where(e => e.Address == address);
        }

        if (!Given(RecordId))
        {
            return entries;
        }

        var record = RecordId!.Trim();
        if (Person.NumberIn(record) is { } number && record.StartsWith(Person.ReferencePrefix, StringComparison.OrdinalIgnoreCase))
        {
            var about = db.Database.SqlQuery<long>($"select app.audit_of_person({number}, {Person.ReferenceOf(number)}) as \"Value\"");
            return entries.Where(e => about.Contains(e.Sequence));
        }

        return entries.Where(e => e.RootId == record || e.RecordId == record);
    }

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private IEnumerable<KeyValuePair<string, string?>> Parts() =>
    [
        new("from", From?.ToString("yyyy-MM-dd")),
        new("to", To?.ToString("yyyy-MM-dd")),
        new("who", Who),
        new("action", Action),
        new("record", Record),
        new("recordId", RecordId),
        new("address", Address),
    ];
}
