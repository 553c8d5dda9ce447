using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>Links to the page being shown with something in its address changed, so that filters, order and place in a list survive each other.</summary>
internal sealed class QueryLinks(HttpRequest request)
{
    /// <summary>Names of the place in a keyset list: rows before, and rows after, a cursor.</summary>
    public const string Before = "before";
    public const string After = "after";
    public const string Sort = "sort";

    /// <summary>What the address says for <paramref name="name"/>; null when it says nothing.</summary>
    public string? this[string name] => request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>The address with <paramref name="name"/> set, from the list's beginning.</summary>
    public string With(string name, string value) => Address(Kept(name, Before, After).Append(new(name, value)));

    /// <summary>The address without one value of <paramref name="name"/> (all of them when <paramref name="value"/> is null), from the list's beginning.</summary>
    public string Without(string name, string? value)
    {
        var rest = value is null ? [] : request.Query[name].Where(one => one != value).Select(one => new KeyValuePair<string, StringValues>(name, one));
        return Address(Kept(name, Before, After).Concat(rest));
    }

    /// <summary>The address one page on or back.</summary>
    /// <param name="name"><see cref="Before"/> or <see cref="After"/>.</param>
    public string Page(string name, string cursor) => Address(Kept(Before, After).Append(new(name, cursor)));

    /// <summary>The address with no query at all.</summary>
    public string Clear() => request.PathBase.Add(request.Path);

    private IEnumerable<KeyValuePair<string, StringValues>> Kept(params string[] dropped) =>
        request.Query.Where(pair => !dropped.Contains(pair.Key, StringComparer.OrdinalIgnoreCase));

    private string Address(IEnumerable<KeyValuePair<string, StringValues>> query) => QueryHelpers.AddQueryString(Clear(), query);
}
