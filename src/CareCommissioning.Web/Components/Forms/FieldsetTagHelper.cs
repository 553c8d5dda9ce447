using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>Several questions under one heading: <c>&lt;nhs-fieldset legend="Where is it?" legend-size="M"&gt;…&lt;/nhs-fieldset&gt;</c></summary>
[HtmlTargetElement("nhs-fieldset")]
public sealed class FieldsetTagHelper : TagHelper
{
    public string? Legend { get; set; }

    public TextSize LegendSize { get; set; }

    /// <summary>The legend is the page's h1.</summary>
    public bool PageHeading { get; set; }

    public string? DescribedBy { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        var inner = await output.InnerAsync();
        var legend = slots.Label ?? Wording.Of(Legend, LegendSize);
        legend = legend is null ? null : legend with { PageHeading = legend.PageHeading || PageHeading };
        output.Become(new Element("fieldset").Class("nhsuk-fieldset").With("aria-describedby", DescribedBy).With(output.Attributes)
            .Add(legend?.AsLegend(), inner));
    }
}
