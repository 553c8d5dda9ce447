using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>One radio or checkbox of the group around it. What stands between its tags is shown while it is chosen.</summary>
[HtmlTargetElement("nhs-radio")]
[HtmlTargetElement("nhs-checkbox")]
public sealed class ChoiceTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Null: chosen when the group's value says so.</summary>
    public bool? Checked { get; set; }

    public bool? Disabled { get; set; }

    public string? Id { get; set; }

    /// <summary>For a checkbox that answers a property of its own.</summary>
    public string? Name { get; set; }

    /// <summary>Choosing it clears the others: "None of these".</summary>
    public bool Exclusive { get; set; }

    /// <summary>Choosing it chooses all the others; hidden where JavaScript is off.</summary>
    public bool Inclusive { get; set; }

    /// <summary>The boxes that exclusive and inclusive work on, when not the whole group.</summary>
    public string? BehaviourGroup { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = ChoiceList.Around(context);
        var slots = Slots.Open(context);
        var inner = await output.InnerAsync();
        list.Choices.Add(new Choice
        {
            Value = Value,
            Label = slots.Label ?? Wording.Of(Label),
            Hint = slots.Hint ?? HintText.Of(Hint),
            Conditional = inner,
            Checked = Checked,
            Disabled = Disabled,
            Id = Id,
            Name = Name,
            Behaviour = (Exclusive, Inclusive) switch
            {
                (true, _) => ChoiceBehaviour.Exclusive,
                (_, true) => ChoiceBehaviour.Inclusive,
                _ => ChoiceBehaviour.Independent,
            },
            BehaviourGroup = BehaviourGroup,
            Attributes = [.. output.Attributes],
        });
        output.SuppressOutput();
    }
}

/// <summary>The word between two choices: <c>&lt;nhs-divider&gt;or&lt;/nhs-divider&gt;</c></summary>
[HtmlTargetElement("nhs-divider")]
public sealed class DividerTagHelper : TagHelper
{
    /// <summary>Belongs to an inclusive choice, so it hides with it.</summary>
    public bool Inclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ChoiceList.Around(context).Choices.Add(new Choice
        {
            Divider = await output.InnerAsync(),
            Behaviour = Inclusive ? ChoiceBehaviour.Inclusive : ChoiceBehaviour.Independent,
        });
        output.SuppressOutput();
    }
}
