using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>The words that name a field, when they need more than text. Inside a field it is that field's label or legend; alone it is a label for <c>for</c>.</summary>
[HtmlTargetElement("nhs-label")]
[HtmlTargetElement("nhs-legend")]
public sealed class LabelTagHelper : TagHelper
{
    public string? For { get; set; }

    public TextSize Size { get; set; }

    /// <summary>The words are the page's heading too.</summary>
    public bool PageHeading { get; set; }

    public int HeadingLevel { get; set; } = 1;

    public string? Id { get; set; }

    public string? Class { get; set; }

    /// <summary>Said by screen readers after the words.</summary>
    public string? HiddenText { get; set; }

    public string? Caption { get; set; }

    public CaptionPlacement CaptionPlacement { get; set; }

    public TextSize CaptionSize { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var wording = new Wording(await output.InnerAsync() ?? Fragment.Join())
        {
            Size = Size,
            PageHeading = PageHeading,
            HeadingLevel = HeadingLevel,
            Id = Id,
            Class = Class,
            HiddenText = HiddenText,
            Caption = Fragment.OfText(Caption) is { } caption ? new(caption, CaptionPlacement, CaptionSize) : null,
        };
        if (Slots.Around(context) is { } slots)
        {
            slots.Label = wording;
            output.SuppressOutput();
        }
        else
        {
            output.Become(context.TagName == "nhs-legend" ? wording.AsLegend() : wording.AsLabel(For));
        }
    }
}
