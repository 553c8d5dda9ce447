using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Submissions;

/// <summary>Gives every form that posts its own key, by which <see cref="OncePerForm"/> knows a double click from a second form.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper(TimeProvider clock) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes.Add("type", "hidden");
        field.Attributes.Add("name", OncePerForm.Field);
        field.Attributes.Add("value", Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        output.PostContent.AppendHtml(field);
    }
}
