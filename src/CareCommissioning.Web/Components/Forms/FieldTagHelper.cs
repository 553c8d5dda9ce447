using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>What every form field takes. With <c>asp-for</c> the name, id, answer and error come from the model; without, from attributes.</summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    public string? Name { get; set; }

    public string? Id { get; set; }

    public virtual string? Label { get; set; }

    public virtual TextSize LabelSize { get; set; }

    /// <summary>The label is for screen readers only; use it where the heading or the column already says it.</summary>
    public bool LabelHidden { get; set; }

    /// <summary>The label is the page's h1.</summary>
    public bool PageHeading { get; set; }

    public string? Hint { get; set; }

    /// <summary>A message to show without ModelState.</summary>
    public string? Error { get; set; }

    /// <summary>The answer when there is no model, or instead of the model's.</summary>
    public string? Value { get; set; }

    public bool Disabled { get; set; }

    public string? DescribedBy { get; set; }

    public string? GroupClass { get; set; }

    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = Slots.Open(context);
        Open(context);
        var bound = Binding();

        // Before the children, so that messages stand in the order of the page.
        bound?.Register(FirstControl(Id ?? bound.Id));
        var inner = await output.InnerAsync();
        var label = slots.Label ?? Wording.Of(Label ?? DefaultLabel(), LabelSize);
        var field = new Field
        {
            Name = bound?.Name ?? Name ?? "",
            Id = Id ?? bound?.Id ?? Name ?? "",
            Label = label is null ? null : label with
            {
                PageHeading = label.PageHeading || PageHeading,
                Class = LabelHidden ? "nhsuk-u-visually-hidden" : label.Class,
            },
            Hint = slots.Hint ?? HintText.Of(Hint),
            Error = slots.Error ?? ErrorText.Of(Error ?? bound?.Error(PartsWithErrors)),
            Values = Value is null ? bound?.Values ?? [] : [Value],
            Disabled = Disabled,
            DescribedBy = DescribedBy,
            GroupClass = GroupClass,
        };

        if (ViewContext is not null)
        {
            FieldRegister.Of(ViewContext).Call(field.Name, Label ?? DefaultLabel());
        }

        output.Become(Draw(field, slots, output.Attributes, inner));
    }

    /// <summary>The model's property behind this field; null when driven by attributes alone.</summary>
    private protected FieldBinding? Binding() => For is null || ViewContext is null ? null : new FieldBinding(For, ViewContext);

    /// <summary>Names of the parts whose errors belong to this field too.</summary>
    private protected virtual IReadOnlyList<string> PartsWithErrors => [];

    /// <summary>Where a message about this field leads to.</summary>
    private protected virtual string FirstControl(string id) => id;

    /// <summary>Called before the children run.</summary>
    private protected virtual void Open(TagHelperContext context)
    {
    }

    private protected virtual string? DefaultLabel() => Binding()?.Label;

    private protected abstract IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner);
}
