using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Words that open on a click: <c>nhs-details</c> beside a field or paragraph, <c>nhs-expander</c> as a box of its own.</summary>
[HtmlTargetElement("nhs-details")]
[HtmlTargetElement("nhs-expander")]
public sealed class DetailsTagHelper : TagHelper
{
    public string? Summary { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.InnerAsync();
        var summary = new Element("summary").Class("nhsuk-details__summary")
            .Add(new Element("span").Class("nhsuk-details__summary-text").Text(Summary));
        output.Become(new Element("details").Class("nhsuk-details").Class("nhsuk-expander", context.TagName == "nhs-expander").With(output.Attributes)
            .Flag("open", Open)
            .Add(summary, new Element("div").Class("nhsuk-details__text").Add(inner)));
    }
}
