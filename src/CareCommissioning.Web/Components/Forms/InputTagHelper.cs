using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>A one-line answer: <c>&lt;nhs-input asp-for="Form.Fee" label="Weekly fee" prefix="£" width="5" inputmode="decimal" /&gt;</c></summary>
[HtmlTargetElement("nhs-input")]
public sealed class InputTagHelper : FieldTagHelper
{
    public string Type { get; set; } = "text";

    /// <summary>Characters: 2, 3, 4, 5, 10, 20 or 30. Without it the box is as wide as its column.</summary>
    public int? Width { get; set; }

    /// <summary>Equal-width letters, for codes and numbers that are checked digit by digit.</summary>
    public bool Code { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        slots.Prefix ??= Fragment.OfText(Prefix);
        slots.Suffix ??= Fragment.OfText(Suffix);
        var input = new TextInput(field.Id, field.Name)
        {
            Type = Type,
            Value = field.Value,
            Width = Width,
            Code = Code,
            Disabled = field.Disabled,
            Invalid = field.Error is not null,
            DescribedBy = field.Description,
        };
        return field.Group(input.Beside(input.Draw().With(attributes), slots));
    }
}
