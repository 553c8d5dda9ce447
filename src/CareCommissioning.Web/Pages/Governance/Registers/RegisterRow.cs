using CareCommissioning.Domain.Governance;
using CareCommissioning.Persistence;

namespace CareCommissioning.Web.Pages.Governance.Registers;

/// <summary>One line of a register's list.</summary>
/// <param name="Locality">Null for the whole partnership.</param>
/// <param name="Ties">To how many things it is tied.</param>
public sealed record RegisterRow(Guid Id, string Title, string Category, string? Locality, string? Owner, DateOnly FoundOn, string State, IReadOnlyDictionary<string, string> Values, int Ties, int Votes)
{
    public static IQueryable<RegisterRow> Of(CareDbContext db, IQueryable<RegisterEntry> entries) => entries.Select(e => new RegisterRow(
        e.Id,
        e.Title,
        e.Category,
        db.Localities.Where(l => l.Id == e.LocalityId).Select(l => l.Name).FirstOrDefault(),
        db.Accounts.Where(a => a.Id == e.OwnerId).Select(a => a.DisplayName).FirstOrDefault(),
        e.FoundOn,
        e.State,
        e.Values,
        db.Links.Count(l => l.FromId == e.Id),
        db.RegisterVotes.Count(v => v.EntryId == e.Id)));

    /// <summary>The numbers among the kind's own fields, which a list has room for.</summary>
    public static IEnumerable<RegisterField> Numbers(RegisterKind kind) => kind.Fields.Where(field => field.Type == FieldType.Count);

    public string Value(RegisterField field) => Values.TryGetValue(field.Key, out var value) ? value : "–";
}
