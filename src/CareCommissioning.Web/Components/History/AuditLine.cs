using System.Text.Json;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Components.History;

/// <summary>One field of a line: what it was and what it became, in words.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>One line of the audit log as people read it.</summary>
/// <param name="Record">Name of the record, where it can still be seen.</param>
public sealed record AuditLine(AuditEntry Entry, string Deed, string? Record, IReadOnlyList<FieldChange> Changes)
{
    private const int ShownInSentence = 3;

    // What the database writes in place of a secret, before and after.
    private const string Hidden = "(hidden)";

    /// <summary>"Adam Min, System administrator"; "System" once.</summary>
    public string Who =>
        AuditWords.RoleName(Entry.ActorRole) is { } role && role.Equals(Entry.ActorName, StringComparison.OrdinalIgnoreCase) ? Entry.ActorName : $"{Entry.ActorName}, {AuditWords.RoleName(Entry.ActorRole)}";

    /// <summary>"name: “Old” to “New”; code: “1”": the first changes, for a list.</summary>
    public string Summary
    {
        get
        {
            var told = Changes.Where(c => c.Field != AuditWords.Column("id") && (c.Before.Length > 0 || c.After.Length > 0)).ToList();
            var first = told.Take(ShownInSentence).Select(c => (c.Before, c.After) switch
            {
                (Hidden, Hidden) => $"{c.Field} {Hidden}",
                ("", _) => $"{c.Field}: “{c.After}”",
                (_, "") => $"{c.Field}: no longer “{c.Before}”",
                _ => $"{c.Field}: “{c.Before}” to “{c.After}”",
            });
            return string.Join("; ", first) + (told.Count > ShownInSentence ? $"; and {told.Count - ShownInSentence} more" : "");
        }
    }
}

/// <summary>Puts lines of the log into words: identifiers become the names of what they stand for, asked of the database once for each kind.</summary>
public static class AuditReading
{
    /// <param name="entries">At most a page of them.</param>
    public static async Task<IReadOnlyList<AuditLine>> ReadAsync(CareDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        var changes = entries.Select(entry => Parse(entry.Changes)).ToList();
        var ids = entries.Select(e => Id(e.RootId))
            .Concat(changes.SelectMany(c => c).SelectMany(c => new[] { Id(c.Before), Id(c.After) }))
            .OfType<Guid>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await NamesAsync(db, ids, cancel);
        return [.. entries.Select((entry, i) => new AuditLine(
            entry,
            AuditWords.Deed(entry.Action, entry.TableName),
            Id(entry.RootId) is { } root ? names.GetValueOrDefault(root) : entry.RootId,
            [.. changes[i].Select(c => new FieldChange(AuditWords.Column(c.Column), Word(c.Column, c.Before), Word(c.Column, c.After)))]))];

        string Word(string column, JsonElement value) =>
            Id(value) is { } id && names.TryGetValue(id, out var name) ? name : AuditWords.Value(column, value);
    }

    /// <summary>Columns of a line with their values before and after. Details of an event, which are no pairs, stand as what they are.</summary>
    private static List<(string Column, JsonElement Before, JsonElement After)> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind != JsonValueKind.Object
            ? []
            : [.. document.RootElement.EnumerateObject().Select(p => p.Value is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2
                ? (p.Name, pair[0].Clone(), pair[1].Clone())
                : (p.Name, default, p.Value.Clone()))];
    }

    private static Guid? Id(JsonElement value) => value.ValueKind == JsonValueKind.String ? Id(value.GetString()) : null;

    private static Guid? Id(string? text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static async Task<Dictionary<Guid, string>> NamesAsync(CareDbContext db, List<Guid> ids, CancellationToken cancel)
    {
        var named = await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .Concat(db.Teams.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name }))
            .Concat(db.Localities.Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }))
            .Concat(db.Partnerships.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }))
            .Concat(db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Name = a.DisplayName }))
            .ToListAsync(cancel);
        return named.ToDictionary(n => n.Id, n => n.Name);
    }
}
