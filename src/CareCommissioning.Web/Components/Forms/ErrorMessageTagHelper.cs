using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>What is wrong with a field. Fields show their own; this is for a message of one's own words inside a field, or beside something that is not one of our fields.</summary>
[HtmlTargetElement("nhs-error-message")]
public sealed class ErrorMessageTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    /// <summary>Said by screen readers first; empty for none.</summary>
    public string HiddenPrefix { get; set; } = "Error";

    public string? Id { get; set; }

    public string? Class { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = For is null || ViewContext is null
            ? await output.InnerAsync()
            : Fragment.OfText(new FieldBinding(For, ViewContext).Error([]));
        if (content is null)
        {
            output.SuppressOutput();
            return;
        }

        var error = new ErrorText(content, HiddenPrefix, Id, Class);
        if (Slots.Around(context) is { } slots)
        {
            slots.Error = error;
            output.SuppressOutput();
        }
        else
        {
            output.Become(error.Draw(null));
        }
    }
}
