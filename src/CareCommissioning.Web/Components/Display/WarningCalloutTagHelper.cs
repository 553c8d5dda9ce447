using CareCommissioning.Web.Components.Forms;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Something not to be missed: <c>&lt;nhs-warning-callout heading="Important"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/nhs-warning-callout&gt;</c></summary>
[HtmlTargetElement("nhs-warning-callout")]
public sealed class WarningCalloutTagHelper : TagHelper
{
    /// <summary>Empty for none.</summary>
    public string Heading { get; set; } = "Important";

    public int HeadingLevel { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = ActionList.Open(context, Heading);
        Slots.Open(context);
        var inner = await output.InnerAsync();
        output.Become(new CardDrawing { Heading = DrawHeading(), Actions = actions, Variant = CardVariant.Warning }.Draw(inner, output.Attributes));
    }

    private Element? DrawHeading()
    {
        if (Fragment.OfText(Heading) is not { } words)
        {
            return null;
        }

        return new Element($"h{HeadingLevel}").Class("nhsuk-card__heading")
            .Add(Heading.Contains("important", StringComparison.OrdinalIgnoreCase)
                ? words
                : new Element("span").With("role", "text").Add(Fragment.Hidden("Important: "), words));
    }
}
