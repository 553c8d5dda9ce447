using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>An answer of several lines, counted when it has a limit: <c>&lt;nhs-textarea asp-for="Form.Note" max-length="4000" /&gt;</c></summary>
/// <remarks>The property says <c>[DataType(DataType.MultilineText)]</c>: any other text is refused when it holds a line break.</remarks>
[HtmlTargetElement("nhs-textarea")]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    /// <summary>Characters that may be typed; the count shows how many are left.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Words that may be typed, instead of characters.</summary>
    public int? MaxWords { get; set; }

    /// <summary>Per cent of the limit from which the count is shown; always when not set.</summary>
    public int? Threshold { get; set; }

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        RefuseSingleLine();
        var counted = MaxLength is not null || MaxWords is not null;
        var textarea = new Element("textarea")
            .Class("nhsuk-textarea")
            .Class("nhsuk-textarea--error", field.Error is not null)
            .Class("nhsuk-js-character-count", counted)
            .With("id", field.Id)
            .With("name", field.Name)
            .With("rows", Number(Rows))
            .Flag("disabled", field.Disabled)
            .With("aria-describedby", Fragment.Ids(counted ? $"{field.Id}-info" : null, field.Description))
            .With(attributes)
            .Text(Typed(field.Value));

        var group = field.Group(Fragment.Join(slots.BeforeInput, textarea, counted ? CountMessage(field) : null, slots.AfterInput));
        return counted ? Counted(group) : group;
    }

    // A parser drops the first line break of a textarea, so a text that starts with one needs another.
    private static string? Typed(string? text) => text is ['\n', ..] or ['\r', ..] ? "\n" + text : text;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private Element Counted(Element group) => group
        .Class("nhsuk-character-count")
        .With("data-module", "nhsuk-character-count")
        .With("data-maxlength", MaxWords is null ? Number(MaxLength) : null)
        .With("data-maxwords", Number(MaxWords))
        .With("data-count-type", MaxWords is null ? null : "words")
        .With("data-threshold", Number(Threshold));

    private Element CountMessage(Field field) => HintText
        .Of($"You can enter up to {MaxWords ?? MaxLength} {(MaxWords is null ? "characters" : "words")}")!
        .Draw($"{field.Id}-info", "nhsuk-character-count__message");

    private void RefuseSingleLine()
    {
        if (Binding() is { } bound && bound.Metadata.DataTypeName != nameof(DataType.MultilineText))
        {
            throw new InvalidOperationException($"{bound.Name} is asked in a nhs-textarea, so it needs [DataType(DataType.MultilineText)]; without it every line break is refused.");
        }
    }
}
