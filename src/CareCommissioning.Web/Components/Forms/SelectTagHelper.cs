using CareCommissioning.Web.Components.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CareCommissioning.Web.Components.Forms;

/// <summary>One of a long list: <c>&lt;nhs-select asp-for="Form.TeamId" label="Team" items="Model.Teams" placeholder="Choose a team" /&gt;</c>. Up to about ten, radios are easier.</summary>
[HtmlTargetElement("nhs-select")]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first entry, which stands for no answer.</summary>
    public string? Placeholder { get; set; }

    private protected override IHtmlContent Draw(Field field, Slots slots, TagHelperAttributeList attributes, IHtmlContent? inner)
    {
        var select = new Element("select")
            .Class("nhsuk-select")
            .Class("nhsuk-select--error", field.Error is not null)
            .With("id", field.Id)
            .With("name", field.Name)
            .Flag("disabled", field.Disabled)
            .With("aria-describedby", field.Description)
            .With(attributes);
        if (Placeholder is not null)
        {
            select.Add(Option(field, new SelectListItem(Placeholder, "")));
        }

        IReadOnlyCollection<SelectListItem> items = [.. Items ?? []];
        foreach (var item in items)
        {
            select.Add(Option(field, item));
        }

        if (ViewContext is not null)
        {
            FieldRegister.Of(ViewContext).CallChoices(field.Name, [.. items.Select(item => (item.Value ?? item.Text, item.Text))]);
        }

        // Options written in the page follow those from data.
        return field.Group(new TextInput(field.Id, field.Name).Beside(select.Add(inner), slots));
    }

    private static Element Option(Field field, SelectListItem item) => new Element("option")
        .With("value", item.Value)
        .Flag("selected", field.Values.Count > 0 ? field.Values.Contains(item.Value ?? item.Text, StringComparer.OrdinalIgnoreCase) : item.Selected)
        .Flag("disabled", item.Disabled)
        .Text(item.Text);
}
