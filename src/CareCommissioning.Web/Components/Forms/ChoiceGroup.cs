using System.Globalization;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>Radios and checkboxes, which differ in a few words only.</summary>
/// <param name="Block">The kit's class: nhsuk-radios or nhsuk-checkboxes.</param>
/// <param name="Type">The type of each input.</param>
internal sealed record ChoiceGroup(string Block, string Type)
{
    public bool Small { get; init; }

    public bool Inline { get; init; }

    public IHtmlContent Draw(Field field, IReadOnlyList<Choice> choices, Slots slots, TagHelperAttributeList attributes)
    {
        var container = new Element("div").Class(Block).Class($"{Block}--small", Small).Class($"{Block}--inline", Inline)
            .With("data-module", Block).With(attributes).Add(slots.BeforeInput);
        for (var i = 0; i < choices.Count; i++)
        {
            AddTo(container, field, choices[i], i);
        }

        return field.Fieldset(container.Add(slots.AfterInput));
    }

    // The first has the group's own id, so that an error message can lead to it.
    private static string ItemId(Field field, Choice choice, int index) =>
        choice.Id ?? (index == 0 ? field.Id : string.Create(CultureInfo.InvariantCulture, $"{field.Id}-{index + 1}"));

    private static bool IsChecked(Field field, Choice choice) => choice.Checked ?? field.Values.Contains(choice.Value, StringComparer.OrdinalIgnoreCase);

    private void AddTo(Element container, Field field, Choice choice, int index)
    {
        var inclusive = choice.Behaviour == ChoiceBehaviour.Inclusive;
        if (choice.Divider is not null)
        {
            container.Add(new Element("div").Class($"{Block}__divider").Class("nhsuk-u-frontend-not-supported-hidden", inclusive).Add(choice.Divider));
            return;
        }

        var id = ItemId(field, choice, index);
        container.Add(new Element("div").Class($"{Block}__item").Class("nhsuk-u-frontend-not-supported-hidden", inclusive)
            .Add(Input(field, choice, id), choice.Label?.AsLabel(id, $"{Block}__label"), choice.Hint?.Draw($"{id}-item-hint", $"{Block}__hint")));
        if (choice.Conditional is not null)
        {
            container.Add(new Element("div").Class($"{Block}__conditional").Class($"{Block}__conditional--hidden", !IsChecked(field, choice))
                .With("id", $"conditional-{id}").Add(choice.Conditional));
        }
    }

    private Element Input(Field field, Choice choice, string id)
    {
        // Checkboxes without a fieldset carry the group's hint and error themselves.
        var groupDescription = Type == "checkbox" && field.Label is null ? field.Description : null;
        return new Element("input").Class($"{Block}__input")
            .With("id", id)
            .With("name", choice.Name ?? field.Name)
            .With("type", Type)
            .With("value", choice.Value)
            .Flag("checked", IsChecked(field, choice))
            .Flag("disabled", choice.Disabled ?? field.Disabled)
            .With("data-behaviour", choice.Behaviour == ChoiceBehaviour.Independent ? null : choice.Behaviour.Kebab())
            .With("data-behaviour-group", choice.BehaviourGroup)
            .With("data-aria-controls", choice.Conditional is null ? null : $"conditional-{id}")
            .With("aria-describedby", Fragment.Ids(groupDescription, choice.Hint is null ? null : choice.Hint.Id ?? $"{id}-item-hint"))
            .With(choice.Attributes);
    }
}
