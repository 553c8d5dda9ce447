using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Persistence.Auditing;

/// <summary>That somebody opened a record which tells who a service user is. Every page that shows one calls this before it answers (C18).</summary>
public static class Openings
{
    /// <summary>Name of the event in the audit log.</summary>
    public const string Action = "opened";

    /// <summary>Stands for the identifier where one line tells of several records.</summary>
    public const string Several = "list";

    /// <summary>Adds a line with the reader, the page and the record to the log of the partnership they work in. Nothing of the record is in it but its reference.</summary>
    /// <param name="table">Table of the record, such as <c>people</c>.</param>
    /// <param name="reference">What people call the record: P-000123.</param>
    public static Task RecordOpeningAsync(this CareDbContext db, string table, Guid id, string reference, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select app.record_event({Action}, {table}, {id.ToString()}, jsonb_build_object('references', {reference}::text))", cancel);

    /// <summary>The same for a list that shows several records: one line with all their references.</summary>
    public static Task RecordOpeningAsync(this CareDbContext db, string table, IEnumerable<string> references, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select app.record_event({Action}, {table}, {Several}, jsonb_build_object('references', {string.Join(", ", references)}::text))", cancel);
}
