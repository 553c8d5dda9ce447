using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Markup;

/// <summary>A smaller line above or below a heading.</summary>
internal sealed record Caption(IHtmlContent Content, CaptionPlacement Placement, TextSize Size)
{
    public Element Draw(TextSize headingSize)
    {
        var size = Size == TextSize.Default ? headingSize : Size;
        var outside = Placement is CaptionPlacement.Before or CaptionPlacement.After;
        return new Element(outside ? "p" : "span")
            .Class(size is TextSize.M or TextSize.L or TextSize.Xl or TextSize.Xxl ? $"nhsuk-caption-{size.Kebab()}" : "nhsuk-caption")
            .Class("nhsuk-caption--bottom", Placement is CaptionPlacement.End or CaptionPlacement.After)
            .Add(Content);
    }
}

/// <summary>The words that name something: a label, a legend, a heading or a table's caption, drawn the same way in each place.</summary>
internal sealed record Wording(IHtmlContent Content)
{
    public TextSize Size { get; init; }

    /// <summary>The words are the page's heading too.</summary>
    public bool PageHeading { get; init; }

    public int HeadingLevel { get; init; } = 1;

    public string? Id { get; init; }

    public string? Class { get; init; }

    /// <summary>Said by screen readers after the words.</summary>
    public string? HiddenText { get; init; }

    public Caption? Caption { get; init; }

    public static Wording? Of(string? text, TextSize size = TextSize.Default) => Fragment.OfText(text) is { } content ? new(content) { Size = size } : null;

    /// <summary>The words alone.</summary>
    public string Text
    {
        get
        {
            using var writer = new StringWriter();
            Content.WriteTo(writer, NullHtmlEncoder.Default);
            return writer.ToString();
        }
    }

    public IHtmlContent AsLabel(string? forId, string? extraClass = null)
    {
        var label = Inside(Sized(new Element("label"), "nhsuk-label", "nhsuk-label--").Class(extraClass).Class(Class).With("id", Id).With("for", forId));
        IHtmlContent whole = PageHeading ? new Element($"h{HeadingLevel}").Class("nhsuk-label-wrapper").Add(label) : label;
        return Outside(whole);
    }

    public IHtmlContent AsLegend()
    {
        var legend = Sized(new Element("legend"), "nhsuk-fieldset__legend", "nhsuk-fieldset__legend--").Class(Class).With("id", Id);
        var whole = PageHeading
            ? legend.Add(Inside(new Element($"h{HeadingLevel}").Class("nhsuk-fieldset__heading")))
            : Inside(legend);

        // A legend must come first in its fieldset, so nothing stands before it.
        return Caption is { Placement: CaptionPlacement.Before } ? whole : Outside(whole);
    }

    /// <summary>Draws the words in <paramref name="element"/>, whose size is told by <paramref name="sizePrefix"/> + s, m, l or xl.</summary>
    public IHtmlContent As(Element element, string className, string sizePrefix) =>
        Outside(Inside(Sized(element, className, sizePrefix).Class(Class).With("id", Id)));

    private Element Sized(Element element, string className, string sizePrefix) =>
        element.Class(className).Class($"{sizePrefix}{Size.Kebab()}", Size is TextSize.S or TextSize.M or TextSize.L or TextSize.Xl);

    private Element Inside(Element element) => element.Add(
        Caption is { Placement: CaptionPlacement.Start } ? Caption.Draw(Size) : null,
        Content,
        HiddenText is null ? null : Fragment.Hidden($" {HiddenText}"),
        Caption is { Placement: CaptionPlacement.End } ? Caption.Draw(Size) : null);

    private IHtmlContent Outside(IHtmlContent whole) => Caption?.Placement switch
    {
        CaptionPlacement.Before => Fragment.Join(Caption.Draw(Size), whole),
        CaptionPlacement.After => Fragment.Join(whole, Caption.Draw(Size)),
        _ => whole,
    };
}
