using CareCommissioning.Web.Components.Display;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>A password with a button to show it: <c>&lt;nhs-password-input asp-for="Form.Password" autocomplete="new-password" /&gt;</c></summary>
/// <remarks>What was typed is never written back into the page.</remarks>
[HtmlTargetElement("nhs-password-input")]
public sealed class PasswordInputTagHelper : FieldTagHelper
{
    public int? Width { get; set; }

    public bool Code { get; set; }

    public string? Prefix { get; set; }

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        slots.Prefix ??= Fragment.OfText(Prefix);
        slots.AfterInput = Fragment.Join(Toggle(field), slots.AfterInput);
        var input = new TextInput(field.Id, field.Name)
        {
            Type = "password",
            Value = Value,
            Width = Width,
            Code = Code,
            Disabled = field.Disabled,
            Invalid = field.Error is not null,
            DescribedBy = field.Description,
        };
        var box = input.Draw()
            .Class("nhsuk-password-input__input nhsuk-js-password-input-input")
            .With("spellcheck", "false")
            .With("autocomplete", "current-password")
            .With("autocapitalize", "none")
            .With(attributes);
        var group = field.Group(input.Beside(box, slots));
        return group.Class("nhsuk-password-input").With("data-module", "nhsuk-password-input");
    }

    private static Element Toggle(Field field) => new ButtonDrawing
    {
        Type = "button",
        Variant = ButtonVariant.Secondary,
        Small = true,
        Disabled = field.Disabled,
    }.Draw(Fragment.OfText("Show"))
        .Class("nhsuk-password-input__toggle nhsuk-js-password-input-toggle")
        .With("aria-label", "Show password")
        .With("aria-controls", field.Id)
        .Flag("hidden");
}
