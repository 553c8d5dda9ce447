using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CareCommissioning.Testing.Web;

/// <summary>An answer of the web application as a person would read it.</summary>
public sealed class WebPage
{
    private readonly HttpResponseMessage _response;
    private readonly SignedInClient _client;

    private WebPage(SignedInClient client, HttpResponseMessage response, string html, IHtmlDocument document) =>
        (_client, _response, Html, Document) = (client, response, html, document);

    public HttpStatusCode Status => _response.StatusCode;

    public System.Net.Http.Headers.HttpResponseHeaders Headers => _response.Headers;

    public System.Net.Http.Headers.HttpContentHeaders ContentHeaders => _response.Content.Headers;

    /// <summary>Where the person is after redirects: path and query.</summary>
    public string Url => _response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Html { get; }

    public IHtmlDocument Document { get; }

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The main part's words, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Messages of the error summary, in order.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".nhsuk-error-summary__list li").Select(li => li.TextContent.Trim())];

    /// <summary>The green banner of something done.</summary>
    public string? Done => Document.QuerySelector(".nhsuk-notification-banner--success .nhsuk-notification-banner__heading")?.TextContent.Trim();

    /// <summary>The table whose caption begins so: the words of each cell, row by row.</summary>
    public IReadOnlyList<string[]> Rows(string caption) =>
        [.. Document.QuerySelectorAll("main table").Single(t => t.QuerySelector("caption")!.TextContent.Trim().StartsWith(caption, StringComparison.Ordinal)).QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("th, td").Select(Words).ToArray())];

    public static async Task<WebPage> ReadAsync(SignedInClient client, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        var document = (IHtmlDocument)await context.OpenAsync(request => request.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
        return new WebPage(client, response, html, document);
    }

    /// <summary>The page's form as the browser would send it, hidden fields and all.</summary>
    /// <param name="selector">Which form; the one in the main part when not given.</param>
    public FormPost Form(string selector = "main form[method=post]") =>
        new(_client, Document.QuerySelector(selector) ?? throw new InvalidOperationException($"No form '{selector}' on {Url} ({(int)Status}): {Text}"), Url);

    // Without the heading that a phone shows beside each value.
    private static string Words(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        copy.QuerySelector(".nhsuk-table__heading")?.Remove();
        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
