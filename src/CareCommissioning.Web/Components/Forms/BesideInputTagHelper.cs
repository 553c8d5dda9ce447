using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>What stands on the line of an input: its unit, or a button that belongs to it.</summary>
[HtmlTargetElement("nhs-prefix")]
[HtmlTargetElement("nhs-suffix")]
[HtmlTargetElement("nhs-before-input")]
[HtmlTargetElement("nhs-after-input")]
public sealed class BesideInputTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Around(context) ?? throw new InvalidOperationException($"{context.TagName} belongs inside a field.");
        var content = await output.InnerAsync();
        switch (context.TagName)
        {
            case "nhs-prefix":
                slots.Prefix = content;
                break;
            case "nhs-suffix":
                slots.Suffix = content;
                break;
            case "nhs-before-input":
                slots.BeforeInput = content;
                break;
            default:
                slots.AfterInput = content;
                break;
        }

        output.SuppressOutput();
    }
}
