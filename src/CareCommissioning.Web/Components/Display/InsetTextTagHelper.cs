using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Words set apart from the text around them: <c>&lt;nhs-inset-text&gt;&lt;p&gt;…&lt;/p&gt;&lt;/nhs-inset-text&gt;</c></summary>
[HtmlTargetElement("nhs-inset-text")]
public sealed class InsetTextTagHelper : TagHelper
{
    /// <summary>Said by screen readers first.</summary>
    public string HiddenPrefix { get; set; } = "Information";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(new Element("div").Class("nhsuk-inset-text").With(output.Attributes)
            .Add(Fragment.Hidden($"{HiddenPrefix}: "), await output.InnerAsync()));
}
