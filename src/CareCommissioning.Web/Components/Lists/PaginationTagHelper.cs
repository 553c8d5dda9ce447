using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Lists;

/// <summary>On and back through a list: <c>&lt;nhs-pagination previous-cursor="@Model.Previous" next-cursor="@Model.Next" showing="Showing 1–25 of many" /&gt;</c>. Writes nothing where there is one page only.</summary>
[HtmlTargetElement("nhs-pagination")]
public sealed class PaginationTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    /// <summary>Rows before this cursor: sets <c>?before=</c> and keeps all else in the address.</summary>
    public string? PreviousCursor { get; set; }

    /// <summary>Rows after this cursor: sets <c>?after=</c> and keeps all else in the address.</summary>
    public string? NextCursor { get; set; }

    public string? PreviousHref { get; set; }

    public string? NextHref { get; set; }

    /// <summary>What the other page is called, beneath the word "Previous".</summary>
    public string? PreviousLabel { get; set; }

    /// <summary>What the other page is called, beneath the word "Next".</summary>
    public string? NextLabel { get; set; }

    /// <summary>How much of the list is seen.</summary>
    public string? Showing { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var pages = new List<Element>();
        context.Items[typeof(PaginationTagHelper)] = pages;
        await output.InnerAsync();
        var previous = PreviousHref ?? Address(QueryLinks.Before, PreviousCursor);
        var next = NextHref ?? Address(QueryLinks.After, NextCursor);
        var showing = Showing is null ? null : new Element("p").Class("nhsuk-body-s").Text(Showing);
        if (previous is null && next is null && pages.Count == 0)
        {
            output.Become(Fragment.Join(showing));
            return;
        }

        var nav = new Element("nav").Class("nhsuk-pagination").Class("nhsuk-pagination--numbered", pages.Count > 0)
            .With("role", "navigation").With("aria-label", "Pagination").With(output.Attributes);
        nav = pages.Count > 0
            ? nav.Add(Beside(previous, "previous", "prev"), new Element("ul").Class("nhsuk-pagination__list").Add([.. pages]), Beside(next, "next", "next"))
            : nav.Add(new Element("ul").Class("nhsuk-list nhsuk-pagination__list").Add(
                Item(previous, PreviousLabel, "previous", "prev", "arrow-left"),
                Item(next, NextLabel, "next", "next", "arrow-right")));
        output.Become(Fragment.Join(showing, nav));
    }

    private static Element Title(string word) => new Element("span").Class("nhsuk-pagination__title")
        .Text(char.ToUpperInvariant(word[0]) + word[1..]).Add(Fragment.Hidden(" page"));

    private static Element? Item(string? href, string? label, string word, string rel, string icon)
    {
        if (href is null)
        {
            return null;
        }

        var page = label is null ? null : Fragment.Join(Fragment.Hidden(":"), new Element("span").Class("nhsuk-pagination__page").Text(label));
        return new Element("li").Class($"nhsuk-pagination-item--{word}").Add(
            new Element("a").Class("nhsuk-pagination__link").Class($"nhsuk-pagination__link--{rel}").With("href", href).With("rel", rel)
                .Add(Title(word), page, Icon.Draw(icon)));
    }

    private static Element? Beside(string? href, string word, string rel)
    {
        if (href is null)
        {
            return null;
        }

        var link = new Element("a").Class($"nhsuk-pagination__{word}").With("href", href).With("rel", rel);
        return word == "previous" ? link.Add(Icon.Draw("arrow-left"), Title(word)) : link.Add(Title(word), Icon.Draw("arrow-right"));
    }

    private string? Address(string name, string? cursor) =>
        string.IsNullOrEmpty(cursor) || ViewContext is null ? null : new QueryLinks(ViewContext.HttpContext.Request).Page(name, cursor);
}

/// <summary>A numbered page, where a list is short enough to count: <c>&lt;nhs-page href="?page=2" number="2" /&gt;</c>; without <c>href</c>, pages left out.</summary>
[HtmlTargetElement("nhs-page")]
public sealed class PageTagHelper : TagHelper
{
    public string? Href { get; set; }

    public string? Number { get; set; }

    public bool Current { get; set; }

    /// <summary>What a screen reader says; "Page 2" by itself.</summary>
    public string? HiddenText { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(PaginationTagHelper), out var pages))
        {
            throw new InvalidOperationException("nhs-page belongs inside nhs-pagination.");
        }

        var item = new Element("li").Class("nhsuk-pagination__item").Class("nhsuk-pagination__item--current", Current);
        ((List<Element>)pages).Add(Href is null
            ? item.Class("nhsuk-pagination__item--ellipsis").Text("\u22EF")
            : item.Add(new Element("a").Class("nhsuk-pagination__link").With("href", Href).With("aria-label", HiddenText ?? $"Page {Number}")
                .With("aria-current", Current ? "page" : null).With(output.Attributes).Text(Number)));
        output.SuppressOutput();
    }
}
