using System.Text.Json;
using CareCommissioning.Domain.Access;
using CareCommissioning.Persistence;
using CareCommissioning.Persistence.Auditing;
using CareCommissioning.Web.Components.Lists;
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

    /// <summary>"Adam Min, System administrator"; "Not signed in" and "System" alone, which have no role.</summary>
    public string Who => IsNobody || AuditWords.RoleName(Entry.ActorRole).Equals(Entry.ActorName, StringComparison.OrdinalIgnoreCase) ? Entry.ActorName : $"{Entry.ActorName}, {AuditWords.RoleName(Entry.ActorRole)}";

    /// <summary>The whole line as one sentence without its end: "Adam Min changed an organisation", "Somebody failed to sign in".</summary>
    public string Sentence => $"{(IsNobody ? "Somebody" : Entry.ActorName)} {Deed}";

    private bool IsNobody => Entry.ActorRole == nameof(ActorKind.SignIn);

    /// <summary>"name: “Old” to “New”; code: “1”": the first changes, for a list.</summary>
    public string Summary
    {
        get
        {
            // An identifier that names nothing here tells a reader nothing.
            var told = Changes.Where(c => (c.Before.Length > 0 || c.After.Length > 0) && !Guid.TryParseExact(c.Before, "D", out _) && !Guid.TryParseExact(c.After, "D", out _)).ToList();
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

/// <summary>Puts lines of the log into words: identifiers and codes become the names of what they stand for, asked of the database once for a page of lines.</summary>
public static class AuditReading
{
    /// <summary>One page of the lines that fit, the newest first.</summary>
    /// <param name="entries">In no order.</param>
    public static async Task<ListPage<AuditLine>> ReadPageAsync(CareDbContext db, IQueryable<AuditEntry> entries, string? before, string? after, CancellationToken cancel)
    {
        var place = ListPlace.Of(before, after, keys: 1);
        var page = place.Page(await entries.NewestFirst(place, e => e.Sequence).ToListAsync(cancel), e => [e.Sequence.ToString()]);
        return new ListPage<AuditLine>(await ReadAsync(db, page.Rows, cancel), page.Previous, page.Next);
    }

    /// <param name="entries">At most a page of them.</param>
    public static async Task<IReadOnlyList<AuditLine>> ReadAsync(CareDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        var changes = entries.Select(entry => Parse(entry.Changes)).ToList();
        var ids = entries.Select(e => Id(e.RootId))
            .Concat(changes.SelectMany(c => c).SelectMany(c => new[] { Id(c.Before), Id(c.After) }))
            .OfType<Guid>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await NamesAsync(db, ids, cancel);
        var kinds = await KindsAsync(db, entries, changes, cancel);
        return [.. entries.Select((entry, i) => new AuditLine(
            entry,
            AuditWords.Deed(entry.Action, entry.TableName),
            Id(entry.RootId) is { } root ? names.GetValueOrDefault(root) : entry.RootId == Openings.Several ? null : kinds.GetValueOrDefault(entry.RootId, entry.RootId),
            [.. changes[i].Select(c => new FieldChange(AuditWords.Column(c.Column), Word(c.Column, c.Before), Word(c.Column, c.After)))]))];

        string Word(string column, JsonElement value) =>
            Id(value) is { } id && names.TryGetValue(id, out var name) ? name
            : IsKind(column) && value.ValueKind == JsonValueKind.String && kinds.TryGetValue(value.GetString()!, out var kind) ? kind
            : AuditWords.Value(column, value);
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

    private static bool IsKind(string column) => column is "kind_code" or "successor_code";

    private static Guid? Id(JsonElement value) => value.ValueKind == JsonValueKind.String ? Id(value.GetString()) : null;

    private static Guid? Id(string? text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static async Task<Dictionary<Guid, string>> NamesAsync(CareDbContext db, List<Guid> ids, CancellationToken cancel)
    {
        var named = await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .Concat(db.Teams.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name }))
            .Concat(db.Localities.Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }))
            .Concat(db.Partnerships.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }))
            .Concat(db.Services.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name }))
            .Concat(db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Name = a.DisplayName }))
            .ToListAsync(cancel);
        return named.ToDictionary(n => n.Id, n => n.Name);
    }

    /// <summary>Kinds of organisation by their code, where a line tells of one.</summary>
    private static async Task<Dictionary<string, string>> KindsAsync(
        CareDbContext db, IReadOnlyList<AuditEntry> entries, List<List<(string Column, JsonElement Before, JsonElement After)>> changes, CancellationToken cancel)
    {
        var codes = entries.Where(e => e.RootTable == "organisation_kinds").Select(e => e.RootId)
            .Concat(changes.SelectMany(c => c).Where(c => IsKind(c.Column)).SelectMany(c => new[] { c.Before, c.After }).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!))
            .Distinct().ToList();
        return codes.Count == 0 ? [] : await db.OrganisationKinds.Where(k => codes.Contains(k.Code)).ToDictionaryAsync(k => k.Code, k => k.Name, cancel);
    }
}
