using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Something the person should know before anything else on the page: <c>&lt;nhs-notification-banner heading="Two reviews are overdue" /&gt;</c></summary>
/// <remarks>After a change use <c>this.Done(…)</c>; the layout then shows the banner.</remarks>
[HtmlTargetElement("nhs-notification-banner")]
public sealed class NotificationBannerTagHelper : TagHelper
{
    /// <summary>Something was done: green, read out at once and given the focus.</summary>
    public bool Success { get; set; }

    /// <summary>The word in the bar; "Success" or "Important" by itself.</summary>
    public string? BannerTitle { get; set; }

    public string? Heading { get; set; }

    /// <summary>The level of <see cref="Heading"/>; 0 makes it a paragraph.</summary>
    public int HeadingLevel { get; set; } = 3;

    public string? Role { get; set; }

    public bool? DisableAutoFocus { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.InnerAsync();
        var title = new Element("h2").Class("nhsuk-notification-banner__title").With("id", "nhsuk-notification-banner-title")
            .Text(BannerTitle ?? (Success ? "Success" : "Important"));
        var heading = Fragment.OfText(Heading) is { } words
            ? new Element(HeadingLevel == 0 ? "p" : $"h{HeadingLevel}").Class("nhsuk-notification-banner__heading").Add(words)
            : null;
        output.Become(new Element("div")
            .Class("nhsuk-notification-banner")
            .Class("nhsuk-notification-banner--success", Success)
            .With("data-module", "nhsuk-notification-banner")
            .With("data-disable-auto-focus", DisableAutoFocus is { } off ? (off ? "true" : "false") : null)
            .With("role", Role ?? (Success ? "alert" : "region"))
            .With("aria-labelledby", "nhsuk-notification-banner-title")
            .With(output.Attributes)
            .Add(
                new Element("div").Class("nhsuk-notification-banner__header").Add(title),
                new Element("div").Class("nhsuk-notification-banner__content").Add(heading, inner)));
    }
}
