using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>Help beside a field, when it needs more than text. Inside a field it is that field's hint; alone it stands where it is.</summary>
[HtmlTargetElement("nhs-hint")]
public sealed class HintTagHelper : TagHelper
{
    public string? Id { get; set; }

    public string? Class { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hint = new HintText(await output.InnerAsync() ?? Fragment.Join(), Id, Class);
        if (Slots.Around(context) is { } slots)
        {
            slots.Hint = hint;
            output.SuppressOutput();
        }
        else
        {
            output.Become(hint.Draw(null));
        }
    }
}
