using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>The state of something, in a word: <c>&lt;nhs-tag colour="Green"&gt;Active&lt;/nhs-tag&gt;</c>. The word says it; the colour only helps.</summary>
[HtmlTargetElement("nhs-tag")]
public sealed class TagTagHelper : TagHelper
{
    public TagColour Colour { get; set; }

    public bool Border { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become(Draw(await output.InnerAsync(), Colour, Border).With(output.Attributes));

    internal static Element Draw(IHtmlContent? words, TagColour colour, bool border = true) => new Element("strong")
        .Class("nhsuk-tag")
        .Class("nhsuk-tag--no-colour", colour == TagColour.None)
        .Class($"nhsuk-tag--{colour.Kebab()}", colour is not (TagColour.None or TagColour.Default))
        .Class("nhsuk-tag--no-border", !border)
        .Add(words);
}
