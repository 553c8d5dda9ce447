using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Frame;

/// <summary>The foot of every page: <c>&lt;nhs-footer&gt;&lt;nhs-footer-link href="/help"&gt;Help&lt;/nhs-footer-link&gt;&lt;/nhs-footer&gt;</c></summary>
[HtmlTargetElement("nhs-footer")]
public sealed class FooterTagHelper : TagHelper
{
    /// <summary>A line of small print after the links.</summary>
    public string? SmallPrint { get; set; }

    /// <summary>The heading of the links, for screen readers.</summary>
    public string LinksHeading { get; set; } = "Support links";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var links = new List<Element>();
        context.Items[typeof(FooterTagHelper)] = links;
        var inner = await output.InnerAsync();
        var meta = new Element("div").Class("nhsuk-footer__meta");
        if (links.Count > 0)
        {
            meta.Add(
                new Element("h2").Class("nhsuk-u-visually-hidden").Text(LinksHeading),
                new Element("ul").Class("nhsuk-footer__list").Add([.. links]));
        }

        meta.Add(inner, Fragment.OfText(SmallPrint) is { } words ? new Element("p").Class("nhsuk-body-s").Add(words) : null);
        output.Become(new Element("footer").Class("nhsuk-footer").With("role", "contentinfo").With(output.Attributes)
            .Add(new Element("div").Class("nhsuk-width-container").Add(meta)));
    }
}

/// <summary>One link of the footer.</summary>
[HtmlTargetElement("nhs-footer-link")]
public sealed class FooterLinkTagHelper : TagHelper
{
    public string Href { get; set; } = "/";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FooterTagHelper), out var links))
        {
            throw new InvalidOperationException("nhs-footer-link belongs inside nhs-footer.");
        }

        ((List<Element>)links).Add(new Element("li").Class("nhsuk-footer__list-item")
            .Add(new Element("a").Class("nhsuk-footer__list-item-link").With("href", Href).With(output.Attributes).Add(await output.InnerAsync())));
        output.SuppressOutput();
    }
}
