using System.Text.RegularExpressions;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Display;

/// <summary>Text in which a person's reference is not broken at its hyphen on a narrow screen: <c>&lt;nhs-reference text="@row.Reference" /&gt;</c></summary>
/// <remarks>No hyphen of another kind: a reference that is copied must be found again.</remarks>
[HtmlTargetElement("nhs-reference", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class ReferenceTagHelper : TagHelper
{
    /// <summary>A reference, or words with one in them.</summary>
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var told = 0;
        output.TagName = null;
        foreach (var found in Reference().EnumerateMatches(Text))
        {
            output.Content.Append(Text[told..found.Index]);
            output.Content.AppendHtml(new Element("span").Class("app-reference").Text(Text.Substring(found.Index, found.Length)));
            told = found.Index + found.Length;
        }

        output.Content.Append(Text[told..]);
    }

    [GeneratedRegex("P-[0-9]{6,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
