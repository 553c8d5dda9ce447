using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>What child elements such as <c>nhs-hint</c> hand to the component around them, instead of writing themselves.</summary>
internal sealed class Slots
{
    public Wording? Label { get; set; }

    public HintText? Hint { get; set; }

    public ErrorText? Error { get; set; }

    public IHtmlContent? BeforeInput { get; set; }

    public IHtmlContent? AfterInput { get; set; }

    public IHtmlContent? Prefix { get; set; }

    public IHtmlContent? Suffix { get; set; }

    /// <summary>Opens slots for the children of the component being processed.</summary>
    public static Slots Open(TagHelperContext context)
    {
        var slots = new Slots();
        context.Items[typeof(Slots)] = slots;
        return slots;
    }

    /// <summary>The slots of the component around this child; null when it stands alone.</summary>
    public static Slots? Around(TagHelperContext context) => context.Items.TryGetValue(typeof(Slots), out var slots) ? (Slots)slots : null;
}

/// <summary>Help beside a field.</summary>
internal sealed record HintText(IHtmlContent Content, string? Id = null, string? Class = null)
{
    public static HintText? Of(string? text) => Fragment.OfText(text) is { } content ? new(content) : null;

    public Element Draw(string? id, string? extraClass = null) =>
        new Element("div").Class("nhsuk-hint").Class(extraClass).Class(Class).With("id", Id ?? id).Add(Content);
}

/// <summary>What is wrong with a field, and what to do.</summary>
/// <param name="HiddenPrefix">Said by screen readers first; empty for none.</param>
internal sealed record ErrorText(IHtmlContent Content, string HiddenPrefix = "Error", string? Id = null, string? Class = null)
{
    public static ErrorText? Of(string? text) => Fragment.OfText(text) is { } content ? new(content) : null;

    public Element Draw(string? id) => new Element("span").Class("nhsuk-error-message").Class(Class).With("id", Id ?? id)
        .Add(HiddenPrefix.Length == 0 ? null : Fragment.Hidden($"{HiddenPrefix}: "), Content);
}
