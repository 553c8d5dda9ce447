using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>To where the person came from: <c>&lt;nhs-back-link href="/placements"&gt;Back to placements&lt;/nhs-back-link&gt;</c></summary>
[HtmlTargetElement("nhs-back-link")]
public sealed class BackLinkTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Draw(Href, await output.InnerAsync()).With(output.Attributes));

    internal static Element Draw(string? href, IHtmlContent? words) => LinkOrButton.Draw(href).Class("nhsuk-back-link").Add(words ?? Fragment.OfText("Back"));
}

/// <summary>The next thing to do, where a button would be too much: <c>&lt;nhs-action-link href="/placements/new"&gt;Log a placement&lt;/nhs-action-link&gt;</c></summary>
[HtmlTargetElement("nhs-action-link")]
public sealed class ActionLinkTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(LinkOrButton.Draw(Href).Class("nhsuk-action-link").With(output.Attributes)
            .Add(Icon.Draw("arrow-right-circle"), new Element("span").Class("nhsuk-action-link__text").Add(await output.InnerAsync())));
}

/// <summary>Past the name bar with one key: <c>&lt;nhs-skip-link /&gt;</c>, first in the body.</summary>
[HtmlTargetElement("nhs-skip-link")]
public sealed class SkipLinkTagHelper : TagHelper
{
    public string Href { get; set; } = "#maincontent";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Element("a").Class("nhsuk-skip-link").With("data-module", "nhsuk-skip-link").With("href", Href).With(output.Attributes)
            .Add(await output.InnerAsync() ?? Fragment.OfText("Skip to main content")));
}

/// <summary>Where this page stands: <c>&lt;nhs-breadcrumb&gt;&lt;nhs-crumb href="/"&gt;Home&lt;/nhs-crumb&gt;&lt;/nhs-breadcrumb&gt;</c>. The page itself is not in it.</summary>
[HtmlTargetElement("nhs-breadcrumb")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>On a phone one link back stands for the trail: its words and address, when they are not the last crumb's.</summary>
    public string? BackText { get; set; }

    public string? BackHref { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = new List<Crumb>();
        context.Items[typeof(Crumb)] = crumbs;
        await output.InnerAsync();
        var list = new Element("ol").Class("nhsuk-breadcrumb__list").Add([.. crumbs.Select(crumb => crumb.Draw())]);
        var last = crumbs.Count > 0 ? crumbs[^1] : null;
        var back = BackLinkTagHelper.Draw(
            BackHref ?? last?.Href,
            Fragment.Join(Fragment.Hidden("Back to "), Fragment.OfText(BackText) ?? last?.Words));
        output.Become(new Element("nav").Class("nhsuk-breadcrumb").With("aria-label", "Breadcrumb").With(output.Attributes).Add(list, back));
    }
}

/// <summary>One step of the trail.</summary>
[HtmlTargetElement("nhs-crumb")]
public sealed class CrumbTagHelper : TagHelper
{
    public string Href { get; set; } = "/";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(Crumb), out var crumbs))
        {
            throw new InvalidOperationException("nhs-crumb belongs inside nhs-breadcrumb.");
        }

        ((List<Crumb>)crumbs).Add(new Crumb(Href, await output.InnerAsync() ?? Fragment.Join(), [.. output.Attributes]));
        output.SuppressOutput();
    }
}

internal sealed record Crumb(string Href, IHtmlContent Words, IEnumerable<TagHelperAttribute> Attributes)
{
    public Element Draw() => new Element("li").Class("nhsuk-breadcrumb__list-item")
        .Add(new Element("a").Class("nhsuk-breadcrumb__link").With("href", Href).With(Attributes).Add(Words));
}

internal static class LinkOrButton
{
    /// <summary>A link where there is somewhere to go, else a button that sends the form around it.</summary>
    public static Element Draw(string? href) => href is null ? new Element("button").With("type", "submit") : new Element("a").With("href", href);
}
