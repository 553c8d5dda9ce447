using System.Text.Json;
using CareCommissioning.Web.Access;
using CareCommissioning.Web.Components.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Submissions;

/// <summary>
/// Gives every form that posts its own key, by which <see cref="OncePerForm"/> knows a double click from a second form; and, while somebody is signed in,
/// whose it is and what its fields are called, so that what was typed can be given back to them, and shown in words, when their session is over.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper(TimeProvider clock, FormOwners owners) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Hide(output, OncePerForm.Field, Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        if (ViewContext.HttpContext.User.ToActor()?.AccountId is not { } account)
        {
            return;
        }

        // The fields name themselves when they are drawn.
        await output.GetChildContentAsync();
        Hide(output, FormOwners.Field, owners.Mark(account));
        if (FieldRegister.Of(ViewContext).TakeWords() is { Count: > 0 } words)
        {
            Hide(output, HeldPost.WordsField, JsonSerializer.Serialize(words));
        }
    }

    private static void Hide(TagHelperOutput output, string name, string value)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes.Add("type", "hidden");
        field.Attributes.Add("name", name);
        field.Attributes.Add("value", value);
        output.PostContent.AppendHtml(field);
    }
}
