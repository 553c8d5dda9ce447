using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>Every <c>&lt;form method="post"&gt;</c> carries the antiforgery token, also one with an address of its own, which the framework's helper leaves without. Checks are the server's, so the browser's bubbles are off.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After the framework's form helper, which may have put the token there.</summary>
    public override int Order => 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("novalidate"))
        {
            output.Attributes.Add(new TagHelperAttribute("novalidate", null, HtmlAttributeValueStyle.Minimized));
        }

        // Only a form that was written with an address: the framework has given every other its token, and two make neither valid.
        if (context.AllAttributes.ContainsName("action") && StaysHere(output.Attributes["action"]?.Value))
        {
            output.PostContent.AppendHtml(Fragment.Join(generator.GenerateAntiforgery(ViewContext)));
        }
    }

    // The token is a secret of this site: a form that leaves it must not take it along.
    private static bool StaysHere(object? action) => action?.ToString() is ['?', ..] or ['/'] or ['/', not ('/' or '\\'), ..];
}
