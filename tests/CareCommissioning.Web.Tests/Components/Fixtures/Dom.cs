using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CareCommissioning.Web.Tests.Components.Fixtures;

/// <summary>HTML reduced to what a browser makes of it, so that white space and the order of attributes and classes do not count.</summary>
internal static class Dom
{
    private static readonly char[] WhiteSpace = [' ', '\n', '\r', '\t', '\f'];

    /// <summary>One line per node, indented by depth: equal text means an equal tree.</summary>
    public static string Outline(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        return string.Join('\n', Lines(body, 0));
    }

    private static IEnumerable<string> Lines(INode parent, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            var indent = new string(' ', depth);
            if (node is IText text && Squeezed(text.Data) is { Length: > 0 } words)
            {
                yield return $"{indent}\"{words}\"";
            }
            else if (node is IElement element)
            {
                var attributes = element.Attributes.Select(a => $"{a.Name}={Value(a)}").Order(StringComparer.Ordinal);
                yield return $"{indent}{element.LocalName} {string.Join(' ', attributes)}".TrimEnd();
                foreach (var line in Lines(element, depth + 1))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Value(IAttr attribute) => attribute.Name == "class"
        ? string.Join(' ', attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
        : attribute.Value;

    private static string Squeezed(string text) => string.Join(' ', text.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries));
}
