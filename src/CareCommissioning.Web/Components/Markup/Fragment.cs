using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Markup;

/// <summary>Small pieces every helper writes.</summary>
internal static class Fragment
{
    /// <summary>Encoded text as content; null stays null, so that an absent part is left out.</summary>
    public static IHtmlContent? OfText(string? text) => string.IsNullOrEmpty(text) ? null : new HtmlContentBuilder().Append(text);

    public static IHtmlContent Join(params ReadOnlySpan<IHtmlContent?> parts)
    {
        var joined = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (part is not null)
            {
                joined.AppendHtml(part);
            }
        }

        return joined;
    }

    /// <summary>Words for screen readers only.</summary>
    public static Element Hidden(string text) => new Element("span").Class("nhsuk-u-visually-hidden").Text(text);

    /// <summary>The id lists of aria-describedby and the like; null when empty.</summary>
    public static string? Ids(params ReadOnlySpan<string?> ids)
    {
        var given = string.Join(' ', ids.ToArray().Where(id => !string.IsNullOrWhiteSpace(id)));
        return given.Length == 0 ? null : given;
    }

    /// <summary>The content between a helper's tags; null when there is nothing but white space.</summary>
    public static async Task<IHtmlContent?> InnerAsync(this TagHelperOutput output)
    {
        // In tests a helper may be driven with its content already set.
        if (output.Content.IsModified)
        {
            return new HtmlContentBuilder().AppendHtml(output.Content.GetContent());
        }

        var content = await output.GetChildContentAsync();
        return content.IsEmptyOrWhiteSpace ? null : content;
    }

    /// <summary>Writes <paramref name="content"/> in place of the helper's own tag.</summary>
    public static void Become(this TagHelperOutput output, IHtmlContent content)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(content);
    }
}
