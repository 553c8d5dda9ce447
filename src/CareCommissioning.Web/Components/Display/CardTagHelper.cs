using CareCommissioning.Web.Components.Forms;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>A box with a heading: <c>&lt;nhs-card heading="Reviews overdue" href="/reviews" clickable description="3 of 12" /&gt;</c></summary>
[HtmlTargetElement("nhs-card")]
public sealed class CardTagHelper : TagHelper
{
    public string? Heading { get; set; }

    public int HeadingLevel { get; set; } = 2;

    public TextSize HeadingSize { get; set; }

    public string? HeadingId { get; set; }

    public string? HeadingClass { get; set; }

    public string? Href { get; set; }

    /// <summary>The whole card is the link.</summary>
    public bool Clickable { get; set; }

    public string? Description { get; set; }

    public CardVariant Variant { get; set; }

    public string? ImageSrc { get; set; }

    public string ImageAlt { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = ActionList.Open(context, Heading);
        Slots.Open(context);
        output.Become(new CardDrawing
        {
            Heading = DrawHeading(),
            Actions = actions,
            Variant = Variant,
            Clickable = Clickable,
            Image = ImageSrc is null ? null : new Element("img").Class("nhsuk-card__img").With("src", ImageSrc).With("alt", ImageAlt),
        }.Draw(await ContentAsync(output), output.Attributes));
    }

    private async Task<IHtmlContent?> ContentAsync(TagHelperOutput output) =>
        await output.InnerAsync() ?? (Description is null ? null : new Element("p").Class("nhsuk-card__description").Text(Description));

    private Element? DrawHeading()
    {
        if (Fragment.OfText(Heading) is not { } words)
        {
            return null;
        }

        // A feature card's heading is a label on its edge, never a link.
        if (Href is not null && Variant != CardVariant.Feature)
        {
            words = new Element("a").Class("nhsuk-card__link").With("href", Href).Add(words);
        }
        else if (CardDrawing.HiddenPrefix(Variant) is { } prefix)
        {
            words = new Element("span").With("role", "text").Add(Fragment.Hidden($"{prefix}: "), words);
        }

        return new Element($"h{HeadingLevel}").Class("nhsuk-card__heading")
            .Class($"nhsuk-heading-{HeadingSize.Kebab()}", HeadingSize != TextSize.Default)
            .Class(HeadingClass)
            .With("id", HeadingId)
            .Add(words);
    }
}

/// <summary>How a card is drawn, here and by the warning callout.</summary>
internal sealed record CardDrawing
{
    public Element? Heading { get; init; }

    public required ActionList Actions { get; init; }

    public CardVariant Variant { get; init; }

    public bool Clickable { get; init; }

    public IHtmlContent? Image { get; init; }

    private bool IsCareCard => Heading is not null && Variant is CardVariant.NonUrgent or CardVariant.Urgent or CardVariant.Emergency;

    /// <summary>What a screen reader hears in place of the colour; null where the colour says nothing.</summary>
    public static string? HiddenPrefix(CardVariant variant) => variant switch
    {
        CardVariant.Emergency => "Immediate action required",
        CardVariant.Urgent => "Urgent advice",
        CardVariant.NonUrgent => "Non-urgent advice",
        _ => null,
    };

    public Element Draw(IHtmlContent? content, TagHelperAttributeList attributes)
    {
        var ownRow = IsCareCard || Actions.Count > 0;
        var arrow = IsCareCard ? new Element("span").Class("nhsuk-card--care__arrow").With("aria-hidden", "true") : null;
        return new Element("div").Class("nhsuk-card")
            .Class("nhsuk-card--clickable", Clickable)
            .Class(IsCareCard ? "nhsuk-card--care nhsuk-card--care--" + Variant.Kebab() : "nhsuk-card--" + Variant.Kebab(), Variant != CardVariant.Plain)
            .With(attributes)
            .Add(
                Image,
                ownRow ? new Element("div").Class("nhsuk-card__heading-container").Add(Heading, arrow, Actions.Draw("nhsuk-card__actions", "nhsuk-card__action")) : null,
                new Element("div").Class("nhsuk-card__content").Add(
                    ownRow ? null : Heading,
                    content,
                    Variant == CardVariant.Primary ? Icon.Draw("chevron-right-circle") : null));
    }
}
