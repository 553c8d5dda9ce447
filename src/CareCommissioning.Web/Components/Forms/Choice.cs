using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>What a checkbox does to the others of its group.</summary>
internal enum ChoiceBehaviour
{
    Independent,

    /// <summary>Choosing it clears the others: "None of these".</summary>
    Exclusive,

    /// <summary>Choosing it chooses all the others.</summary>
    Inclusive,
}

/// <summary>One radio or checkbox, or the word between two of them.</summary>
internal sealed record Choice
{
    public string Value { get; init; } = "";

    public Wording? Label { get; init; }

    public HintText? Hint { get; init; }

    /// <summary>Shown while this is chosen.</summary>
    public IHtmlContent? Conditional { get; init; }

    /// <summary>Null: chosen when the field's value says so.</summary>
    public bool? Checked { get; init; }

    public bool? Disabled { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public IHtmlContent? Divider { get; init; }

    public ChoiceBehaviour Behaviour { get; init; }

    public string? BehaviourGroup { get; init; }

    public IEnumerable<TagHelperAttribute> Attributes { get; init; } = [];

    public static Choice Of(SelectListItem item) => new()
    {
        Value = item.Value ?? item.Text,
        Label = Wording.Of(item.Text),
        Checked = item.Selected ? true : null,
        Disabled = item.Disabled ? true : null,
    };

    /// <summary>One choice per member of an enum, in its order; words from [Display(Name, Description)], else from the member's own name.</summary>
    public static IEnumerable<Choice> OfEnum(Type type) =>
        from member in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        let display = member.GetCustomAttribute<DisplayAttribute>()
        select new Choice
        {
            Value = member.Name,
            Label = Wording.Of(display?.GetName() ?? Sentence(member.Name)),
            Hint = HintText.Of(display?.GetDescription()),
        };

    private static string Sentence(string name) => string.Concat(name.Select((c, i) =>
        i > 0 && char.IsUpper(c) ? $" {char.ToLower(c, CultureInfo.InvariantCulture)}" : c.ToString()));
}

/// <summary>The choices that child elements add to the group around them.</summary>
internal sealed class ChoiceList
{
    public List<Choice> Choices { get; } = [];

    public static ChoiceList Open(TagHelperContext context)
    {
        var list = new ChoiceList();
        context.Items[typeof(ChoiceList)] = list;
        return list;
    }

    /// <exception cref="InvalidOperationException">The element stands outside a group.</exception>
    public static ChoiceList Around(TagHelperContext context) => context.Items.TryGetValue(typeof(ChoiceList), out var list)
        ? (ChoiceList)list
        : throw new InvalidOperationException($"{context.TagName} belongs inside nhs-radios or nhs-checkboxes.");
}
