using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>A question answered by choosing: one of several (<c>nhs-radios</c>) or any of several (<c>nhs-checkboxes</c>).</summary>
/// <example>
/// <code>
/// &lt;nhs-radios asp-for="Form.Contact" legend="How should we write to you?"&gt;
///   &lt;nhs-radio value="email" label="E-mail"&gt;shown while chosen&lt;/nhs-radio&gt;
///   &lt;nhs-divider&gt;or&lt;/nhs-divider&gt;
///   &lt;nhs-radio value="none" label="Do not write" /&gt;
/// &lt;/nhs-radios&gt;
/// </code>
/// </example>
[HtmlTargetElement("nhs-radios")]
[HtmlTargetElement("nhs-checkboxes")]
public sealed class ChoiceFieldTagHelper : FieldTagHelper
{
    private ChoiceGroup _group = null!;
    private ChoiceList _list = null!;

    [HtmlAttributeName("legend")]
    public override string? Label { get; set; }

    [HtmlAttributeName("legend-size")]
    public override TextSize LabelSize { get; set; }

    /// <summary>The choices, when they come from data. An enum property needs none: each member is a choice.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Without a model: what is chosen.</summary>
    public IEnumerable<string>? Values { get; set; }

    public bool Small { get; set; }

    public bool Inline { get; set; }

    private protected override void Open(TagHelperContext context)
    {
        var radios = context.TagName == "nhs-radios";
        _group = new ChoiceGroup(radios ? "nhsuk-radios" : "nhsuk-checkboxes", radios ? "radio" : "checkbox") { Small = Small, Inline = Inline };
        _list = ChoiceList.Open(context);
    }

    // One box for yes or no says what it is for in its own label.
    private protected override string? DefaultLabel() => Binding() is { } bound && bound.ModelType == typeof(bool) && Items is null ? null : base.DefaultLabel();

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        var choices = _list.Choices;
        choices.AddRange((Items ?? []).Select(Choice.Of));
        if (choices.Count == 0 && ChosenType() is { IsEnum: true } type)
        {
            choices.AddRange(Choice.OfEnum(type));
        }

        if (ViewContext is not null)
        {
            FieldRegister.Of(ViewContext).CallChoices(field.Name, [.. choices.Where(choice => choice.Label is not null).Select(choice => (choice.Value, choice.Label!.Text))]);
        }

        return _group.Draw(Values is null ? field : field with { Values = [.. Values] }, choices, slots, attributes);
    }

    private Type? ChosenType()
    {
        var metadata = Binding()?.Metadata;
        var type = metadata?.ElementType ?? metadata?.UnderlyingOrModelType;
        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }
}
