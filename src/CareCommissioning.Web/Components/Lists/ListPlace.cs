using System.Text;
using System.Text.Json;
using CareCommissioning.Web.Components.Words;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>Where in a list somebody is: before or after a row, named by the values it is sorted by. A place nobody could have been given is the list's beginning.</summary>
public sealed class ListPlace
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 25;

    /// <summary>Rows to ask for: one more than is shown tells whether there are more.</summary>
    public const int Take = PageSize + 1;

    private const int LongestCursor = 2000;

    private ListPlace(string[]? keys, bool backwards) => (Keys, IsBackwards) = (keys, backwards);

    /// <summary>The values by which the list is sorted, of the row to start from; null at the beginning.</summary>
    public IReadOnlyList<string>? Keys { get; }

    /// <summary>The rows wanted stand before <see cref="Keys"/>: ask in the opposite order.</summary>
    public bool IsBackwards { get; }

    /// <param name="before">The address's <c>?before=</c>.</param>
    /// <param name="after">The address's <c>?after=</c>.</param>
    /// <param name="keys">How many values the list is sorted by.</param>
    public static ListPlace Of(string? before, string? after, int keys) =>
        Read(before, keys) is { } back ? new(back, true) : new(Read(after, keys), false);

    /// <summary>The rows of one page in the list's order, and the cursors beside it.</summary>
    /// <param name="rows">At most <see cref="Take"/>, in the order asked for.</param>
    public ListPage<T> Page<T>(IReadOnlyList<T> rows, Func<T, string[]> keys)
    {
        var more = rows.Count > PageSize;
        var shown = rows.Take(PageSize).ToList();
        if (IsBackwards)
        {
            shown.Reverse();
        }

        var hasPrevious = IsBackwards ? more : Keys is not null;
        var hasNext = IsBackwards || more;
        return new ListPage<T>(
            shown,
            shown.Count > 0 && hasPrevious ? Write(keys(shown[0])) : null,
            shown.Count > 0 && hasNext ? Write(keys(shown[^1])) : null);
    }

    private static string Write(string[] keys) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(keys));

    private static string[]? Read(string? cursor, int count)
    {
        if (string.IsNullOrEmpty(cursor) || cursor.Length > LongestCursor)
        {
            return null;
        }

        try
        {
            var keys = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)));
            return keys is not null && keys.Length == count && keys.All(key => key is { } && !key.Any(char.IsControl)) ? keys : null;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>One page of a list.</summary>
/// <param name="Previous">Cursor of the page before; null on the first.</param>
/// <param name="Next">Cursor of the page after; null on the last.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, string? Previous, string? Next)
{
    public static readonly ListPage<T> Empty = new([], null, null);

    /// <summary>How many rows the whole list has, or <see cref="CountWords.Take"/> where it has more. Asks the database only where this page does not tell.</summary>
    /// <param name="list">In the order of the list, so that the same index serves.</param>
    public async Task<int> CountAsync<TRow>(IOrderedQueryable<TRow> list, CancellationToken cancel) =>
        Previous is null && Next is null ? Rows.Count : await list.Take(CountWords.Take).CountAsync(cancel);
}
